// Worries about one sentence, in people's own words: said for oneself or typed for somebody else, and never put right by others.
import { useCallback, useState } from "react"
import { LIMITS } from "@evenboard/api"
import type { AgreementId } from "@evenboard/board"
import type { Session, Worry } from "@evenboard/session"
import { useNameOf } from "../credit.ts"
import { draftKey } from "../people-here/here.ts"
import { useKept } from "../people-here/use-kept.ts"
import { useTurn } from "../people-here/use-turn.ts"
import { WhoseBar } from "../people-here/whose-bar.tsx"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
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
  const { me, seats } = usePeople()
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
      {mayWrite && (worry.seat === me.id || (worry.scribe === me.id && !seats.get(worry.seat)?.device)) ? (
        <Button kind="quiet" onClick={() => void takeBack()}>
          {words.say("agree.worry-take-back")}
        </Button>
      ) : null}
    </li>
  )
}

const EMPTY = { text: "" }

function WorrySheet({ agreementId, onClose }: { agreementId: AgreementId; onClose: () => void }) {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const { chosen, choose, person, name, whom, hasPhone, goOn } = useTurn()
  const { kept: said, set } = useKept(draftKey(`worry-${agreementId}`, chosen), EMPTY)
  const [wrong, setWrong] = useState<"words" | "phone" | null>(null)
  const [isSending, setSending] = useState(false)
  const save = async () => {
    const text = said.text.trim()
    if (hasPhone || text === "") return setWrong(hasPhone ? "phone" : "words")
    if (isSending) return
    setSending(true)
    const result = await intent({ type: "say-worry", agreementId, words: text, ...(whom ? { for: whom } : {}) })
    setSending(false)
    if (!result.ok) return
    set(EMPTY)
    goOn()
    announce(words.say("agree.worry-added"))
    onClose()
  }
  return (
    <Sheet title={words.say("agree.worry-title")} onClose={onClose} stage="agree">
      <WhoseBar
        chosen={chosen}
        onChoose={(next) => {
          choose(next)
          setWrong(null)
        }}
      />
      <TextArea
        label={words.say(person ? "agree.worry-label-for" : "agree.worry-label")}
        value={said.text}
        onChange={(text) => {
          set({ text })
          setWrong(null)
        }}
        limit={LIMITS.worry}
        isLarge
        onSubmit={() => void save()}
        error={wrong === "words" ? words.say("agree.write-first") : wrong ? words.say("several.own-phone", { name }) : null}
        startsHere
        rows={3}
      />
      <Button kind="main" isWide onClick={() => void save()} disabled={isSending}>
        {person ? words.say("several.add-worry", { name }) : words.say("agree.worry-button")}
      </Button>
    </Sheet>
  )
}
