// What I have written and nobody else has seen: each with what will become of it, and what I can do. Every act is a button in words.
import { useState } from "react"
import { TEXT_LIMITS } from "@evenboard/board"
import type { ForWhom } from "@evenboard/api"
import { useNameOf } from "../credit.ts"
import { useKnown, useTurn } from "../people-here/use-turn.ts"
import { useServerNow, useSession } from "../use-session.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { useWords } from "../words.tsx"
import type { MyDraft } from "./drafts-desk.ts"
import styles from "./round.module.css"
import { useDesk, useFreshDrafts } from "./use-drafts.ts"
import { useRoundWords } from "./use-round-words.ts"
import { ownerOf } from "./whose-draft.ts"

export function MyDrafts() {
  const { say } = useRoundWords()
  const all = useFreshDrafts()
  const { people, chosen } = useTurn()
  const known = useKnown()
  const owners = people.map((person) => ({ id: person.id, whom: known(person).whom }))
  const drafts = all.filter((draft) => ownerOf(draft, owners) === chosen)
  const [said, setSaid] = useState("")
  const announce = useAnnounce()
  const tell = (line: string): void => {
    setSaid(line)
    announce(line)
  }
  return (
    <section className={styles.mine}>
      <h3 className={styles.heading}>{say("round.mine")}</h3>
      {said ? <p>{said}</p> : null}
      {drafts.length === 0 ? <p className={styles.hint}>{say("round.none")}</p> : null}
      <ul className={styles.list}>
        {drafts.toReversed().map((draft) => (
          <Mine key={draft.id} draft={draft} tell={tell} />
        ))}
      </ul>
    </section>
  )
}

type MineProps = { draft: MyDraft; tell: (line: string) => void }

function Mine({ draft, tell }: MineProps) {
  const words = useWords()
  const { say } = useRoundWords()
  const nameOf = useNameOf()
  const { people } = useTurn()
  const known = useKnown()
  const shownAs = (whom: ForWhom): string => {
    const owner = people.find((person) => ownerOf(draft, [{ id: person.id, whom: known(person).whom }]) !== null)
    if (owner) return known(owner).name
    if ("name" in whom) return whom.name
    return "table" in whom ? words.say("board.someone-at", { table: whom.table }) : nameOf(whom.seatId)
  }
  const [doing, setDoing] = useState<"change" | "throw" | null>(null)
  const isRunning = useSession((session) => session.round?.id === draft.roundId)
  const stop = () => setDoing(null)
  return (
    <li className={styles.draft} data-kind={draft.kind}>
      {doing === "change" ? (
        <ChangeWords draft={draft} onDone={stop} />
      ) : (
        <p className={styles.words} dir="auto">
          {draft.text}
        </p>
      )}
      <p className={styles.state}>
        <KindMark kind={draft.kind} />
        <span>{say(draft.willShow && isRunning ? "round.will-show" : "round.kept-back")}</span>
      </p>
      {draft.for ? <p className={styles.state}>{words.say("board.words-for", { name: shownAs(draft.for) })}</p> : null}
      {draft.where === "saved" ? null : (
        <p className={styles.state} role="status">
          {draft.why || (draft.where === "sending" ? words.say("save.saving") : say(`round.${draft.where}`))}
        </p>
      )}
      {doing === "throw" ? <ThrowAway draft={draft} tell={tell} onDone={stop} /> : null}
      {doing === null ? (
        <div className={styles.answers}>
          <Button onClick={() => setDoing("change")}>{say("round.change")}</Button>
          {isRunning ? <KeepBack draft={draft} /> : <ShowOne draft={draft} tell={tell} />}
          <Button onClick={() => setDoing("throw")}>{say("round.throw")}</Button>
        </div>
      ) : null}
    </li>
  )
}

function KeepBack({ draft }: { draft: MyDraft }) {
  const { say } = useRoundWords()
  const desk = useDesk()
  return (
    <Button onClick={() => void desk.put({ ...draft, willShow: !draft.willShow })}>
      {say(draft.willShow ? "round.keep-back" : "round.with-others")}
    </Button>
  )
}

function ShowOne({ draft, tell }: MineProps) {
  const words = useWords()
  const { say } = useRoundWords()
  const desk = useDesk()
  const show = async () => {
    const shown = await desk.show(draft.id)
    tell(shown.ok ? say("round.shown-one", { number: shown.value.number }) : (shown.title ?? words.say("save.no-answer")))
  }
  return <Button onClick={() => void show()}>{say("round.show-one")}</Button>
}

function ChangeWords({ draft, onDone }: { draft: MyDraft; onDone: () => void }) {
  const words = useWords()
  const { say } = useRoundWords()
  const desk = useDesk()
  const now = useServerNow()
  const [text, setText] = useState(draft.text)
  const isEmpty = text.trim() === ""
  const save = () => {
    if (isEmpty) return
    if (text.trim() !== draft.text) void desk.put({ ...draft, text: text.trim(), writtenAt: draft.writtenAt || now() })
    onDone()
  }
  return (
    <>
      <TextArea
        label={say("round.changing")}
        value={text}
        limit={TEXT_LIMITS.note}
        error={isEmpty ? words.say("board.write-first") : null}
        onChange={setText}
        onSubmit={save}
        startsHere
      />
      <div className={styles.answers}>
        <Button kind="main" onClick={save}>
          {say("round.keep")}
        </Button>
        <Button onClick={onDone}>{words.say("common.cancel")}</Button>
      </div>
    </>
  )
}

function ThrowAway({ draft, tell, onDone }: MineProps & { onDone: () => void }) {
  const { say } = useRoundWords()
  const desk = useDesk()
  const sure = () => {
    void desk.throwAway(draft.id)
    tell(say("round.thrown"))
  }
  return (
    <div className={styles.ask}>
      <p>{say("round.throw-sure")}</p>
      <div className={styles.answers}>
        <Button onClick={sure}>{say("round.throw-yes")}</Button>
        <Button onClick={onDone}>{say("round.throw-no")}</Button>
      </div>
    </div>
  )
}
