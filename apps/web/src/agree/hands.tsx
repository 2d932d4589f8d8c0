// A show of hands on one sentence. Hands raised on phones and hands counted in the room are two counts side by side, never one sum.
import { useCallback, useState } from "react"
import type { AgreementId } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useIntent, usePeople, useSession, WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./agree.module.css"
import { type Count, countIn, raisedCount, type Stance, tapped } from "./sentences.ts"

const STANCES: readonly Stance[] = ["for", "worried"]

export function HandsView({ agreementId }: { agreementId: AgreementId }) {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const { id: me } = usePeople().me
  const hands = useSession(useCallback((session: Session) => session.hands.get(agreementId), [agreementId]))
  /** What I tapped, until the server's answer has come round: a tap shows at once. */
  const [asked, setAsked] = useState<{ stance: Stance | null } | null>(null)
  const [isCounting, setCounting] = useState(false)
  const known = hands?.raised.get(me) ?? null
  const mine = asked ? asked.stance : known
  const raised = raisedCount(hands)
  const tap = async (stance: Stance) => {
    const next = tapped(mine, stance)
    setAsked({ stance: next })
    announce(words.say(next === null ? "agree.taken-down" : `agree.${next}-mine`))
    await intent({ type: "raise-hand", agreementId, stance: next })
    setAsked(null)
  }
  return (
    <section className={styles.part}>
      <h3>{words.say("agree.hands")}</h3>
      <WhileOpen>
        <div className={styles.hands}>
          {STANCES.map((stance) => (
            <Button key={stance} isWide aria-pressed={mine === stance} onClick={() => void tap(stance)}>
              <span aria-hidden="true">{mine === stance ? "✓ " : ""}</span>
              {words.say(`agree.${stance}`)}
            </Button>
          ))}
        </div>
        {mine ? <p className={styles.quiet}>{words.say(`agree.${mine}-mine`)}</p> : null}
      </WhileOpen>
      <p className={styles.counts}>
        {raised.for + raised.worried === 0 ? words.say("agree.raised-none") : words.say("agree.raised", raised)}
      </p>
      {hands?.counted ? <p className={styles.counts}>{words.say("agree.counted", hands.counted)}</p> : null}
      {hands?.counted && raised.for + raised.worried > 0 ? <p className={styles.quiet}>{words.say("agree.apart")}</p> : null}
      <WhileOpen>
        <Button onClick={() => setCounting(true)}>{words.say("agree.count")}</Button>
        {isCounting ? <CountSheet agreementId={agreementId} before={hands?.counted ?? null} onClose={() => setCounting(false)} /> : null}
      </WhileOpen>
    </section>
  )
}

function CountSheet({ agreementId, before, onClose }: { agreementId: AgreementId; before: Count | null; onClose: () => void }) {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const [agrees, setAgrees] = useState(before ? String(before.for) : "")
  const [worries, setWorries] = useState(before ? String(before.worried) : "")
  const [hasTried, setTried] = useState(false)
  const count = { for: countIn(agrees), worried: countIn(worries) }
  const error = (value: number | null) => (hasTried && value === null ? words.say("agree.count-number") : null)
  const save = async () => {
    setTried(true)
    if (count.for === null || count.worried === null) return
    const counted = { for: count.for, worried: count.worried }
    if (!(await intent({ type: "count-hands", agreementId, ...counted })).ok) return
    announce(words.say("agree.counted", counted))
    onClose()
  }
  return (
    <Sheet title={words.say("agree.count-title")} onClose={onClose} stage="agree">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p>{words.say("agree.count-hint")}</p>
        <Field
          label={words.say("agree.count-for")}
          value={agrees}
          onChange={setAgrees}
          inputMode="numeric"
          autoComplete="off"
          error={error(count.for)}
          startsHere
        />
        <Field
          label={words.say("agree.count-worried")}
          value={worries}
          onChange={setWorries}
          inputMode="numeric"
          autoComplete="off"
          error={error(count.worried)}
        />
        <Button kind="main" type="submit" isWide>
          {words.say("agree.count-button")}
        </Button>
      </form>
    </Sheet>
  )
}
