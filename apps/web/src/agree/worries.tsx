// Worries about one sentence, in people's own words: said for oneself or typed for somebody else, and never put right by others.
import { useCallback, useState } from "react"
import { LIMITS, type ForWhom } from "@evenboard/api"
import type { AgreementId } from "@evenboard/board"
import type { Session, Worry } from "@evenboard/session"
import { focusFirst } from "../board/focus-first.ts"
import { useNameOf } from "../credit.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { Choices, Field, TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useIntent, useMayWrite, usePeople, useSession, WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./agree.module.css"

export function Worries({ agreementId }: { agreementId: AgreementId }) {
  const words = useWords()
  const worries = useSession(
    useCallback((session: Session) => session.worries.filter((worry) => worry.agreementId === agreementId), [agreementId]),
  )
  const [isSaying, setSaying] = useState(false)
  return (
    <section className={styles.part}>
      <h3>{words.say("agree.worries")}</h3>
      {worries.length > 0 ? (
        <ul className={styles.worries}>
          {worries.map((worry) => (
            <WorryView key={worry.id} worry={worry} />
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{words.say("agree.worries-empty")}</p>
      )}
      <WhileOpen>
        <Button onClick={() => setSaying(true)}>{words.say("agree.worry-say")}</Button>
        {isSaying ? <WorrySheet agreementId={agreementId} onClose={() => setSaying(false)} /> : null}
      </WhileOpen>
    </section>
  )
}

function WorryView({ worry }: { worry: Worry }) {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const nameOf = useNameOf()
  const { id: me } = usePeople().me
  const mayWrite = useMayWrite()
  const author = nameOf(worry.seat)
  const scribe = worry.scribe === null || worry.scribe === worry.seat ? null : nameOf(worry.scribe)
  const takeBack = async () => {
    if ((await intent({ type: "withdraw-worry", worryId: worry.id })).ok) announce(words.say("agree.worry-taken-back"))
  }
  return (
    <li className={styles.worry}>
      <blockquote className={styles.said} dir="auto">
        {worry.words}
      </blockquote>
      <p className={styles.quiet}>{scribe === null ? <bdi>{author}</bdi> : words.say("agree.scribed", { author, scribe })}</p>
      {mayWrite && (worry.seat === me || worry.scribe === me) ? (
        <Button kind="quiet" onClick={() => void takeBack()}>
          {words.say("agree.worry-take-back")}
        </Button>
      ) : null}
    </li>
  )
}

const whomOf = (whose: Whose, said: { seatId: string | null; name: string; table: string }): ForWhom | null => {
  if (whose === "here") return said.seatId === null ? null : { seatId: said.seatId }
  if (whose === "named") return said.name === "" ? null : { name: said.name }
  return whose === "table" && said.table !== "" ? { table: said.table } : null
}

type Whose = "mine" | "here" | "named" | "table"

function WorrySheet({ agreementId, onClose }: { agreementId: AgreementId; onClose: () => void }) {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const nameOf = useNameOf()
  const { seats, me } = usePeople()
  const [said, setSaid] = useState("")
  const [whose, setWhose] = useState<Whose>("mine")
  const [seatId, setSeatId] = useState<string | null>(null)
  const [name, setName] = useState("")
  const [table, setTable] = useState("")
  const [hasTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const others = [...seats.values()].filter((seat) => seat.id !== me.id).sort((a, b) => a.guest - b.guest)
  const forWhom = whomOf(whose, { seatId, name: name.trim(), table: table.trim() })
  const isKnown = whose === "mine" || forWhom !== null
  const save = async () => {
    setTried(true)
    if (!isKnown || said.trim() === "" || isSending) return
    setSending(true)
    const result = await intent({ type: "say-worry", agreementId, words: said.trim(), ...(forWhom ? { for: forWhom } : {}) })
    setSending(false)
    if (!result.ok) return
    announce(words.say("agree.worry-added"))
    onClose()
  }
  const choices = (["mine", "here", "named", "table"] as const).filter((one) => one !== "here" || others.length > 0)
  return (
    <Sheet title={words.say("agree.worry-title")} onClose={onClose} stage="agree">
      <TextArea
        label={words.say(whose === "mine" ? "agree.worry-label" : "agree.worry-label-for")}
        value={said}
        onChange={setSaid}
        limit={LIMITS.worry}
        isLarge
        onSubmit={() => void save()}
        error={hasTried && said.trim() === "" ? words.say("agree.write-first") : null}
        ref={focusFirst}
        rows={3}
      />
      <Choices
        label={words.say("agree.worry-whose")}
        options={choices.map((value) => ({ value, label: words.say(`agree.worry-${value}`) }))}
        value={whose}
        onChange={setWhose}
      />
      {whose === "here" ? (
        <Choices
          label={words.say("agree.worry-who")}
          options={others.map((seat) => ({ value: seat.id, label: nameOf(seat.id) }))}
          value={seatId}
          onChange={setSeatId}
        />
      ) : null}
      {whose === "named" ? (
        <Field label={words.say("agree.worry-name")} value={name} onChange={setName} maxLength={LIMITS.name} autoComplete="off" />
      ) : null}
      {whose === "table" ? (
        <Field label={words.say("board.for-table-label")} value={table} onChange={setTable} maxLength={LIMITS.table} autoComplete="off" />
      ) : null}
      {hasTried && !isKnown ? (
        <p className={styles.error} role="alert">
          {words.say("agree.say-who-first")}
        </p>
      ) : null}
      <Button kind="main" isWide onClick={() => void save()} disabled={isSending}>
        {words.say("agree.worry-button")}
      </Button>
    </Sheet>
  )
}
