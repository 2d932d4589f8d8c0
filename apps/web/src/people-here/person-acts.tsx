// What can be done for one person on this phone: hand over three words, and take them off it. Their place and their notes stay.
import { useState } from "react"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { usePeople, useSession, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { ask } from "../screens/paper/ask.ts"
import { hereOf, type PersonHere } from "./here.ts"
import { forgetHalfWritten, hasHalfWritten } from "./half-written.ts"
import { useKnown } from "./use-turn.ts"
import styles from "./people-here.module.css"

export function PersonActs({ person, onGone }: { person: PersonHere; onGone: () => void }) {
  const words = useWords()
  const announce = useAnnounce()
  const workshopId = useWorkshopId()
  const { me, seats, here } = usePeople()
  const opened = useSession((session) => session.opened)
  const isHost = useSession((session) => session.host === me.id)
  const { name, seatId, hasPhone } = useKnown()(person)
  const [isAsking, setAsking] = useState(false)
  const [given, setGiven] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const opener = opened.get(seatId ?? "")
  const mayRenew = opener === me.id || (isHost && (opener === undefined || !here.has(opener)))
  const leave = () => {
    forgetHalfWritten(workshopId, person.id)
    const here = hereOf(workshopId)
    const { people, chosen } = here.get()
    here.set({ people: people.filter(({ id }) => id !== person.id), chosen: chosen === person.id ? null : chosen })
    announce(words.say("several.gone-done", { name }))
    onGone()
  }
  const renew = async () => {
    const path = `/api/workshops/${workshopId}/seats/${seatId ?? ""}/return-code`
    const answer = await ask<{ returnCode: string }>(path, { method: "POST" })
    setGiven(answer.ok ? answer.value.returnCode : null)
    setWrong(answer.ok ? null : (answer.title ?? words.say("save.no-answer")))
  }
  return (
    <div className={styles.acts}>
      {hasPhone ? <p className={styles.banner}>{words.say("several.own-phone", { name })}</p> : null}
      {given === null ? null : <HandOver name={name} returnCode={given} onDone={() => setGiven(null)} />}
      {wrong ? (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      ) : null}
      {isAsking ? (
        <div className={styles.panel}>
          <p>{words.say("several.gone-sure", { name })}</p>
          <div className={styles.row}>
            <Button onClick={leave}>{words.say("several.gone-yes", { name })}</Button>
            <Button onClick={() => setAsking(false)}>{words.say("common.cancel")}</Button>
          </div>
        </div>
      ) : (
        <div className={styles.row}>
          {seatId !== null && !seats.get(seatId)?.device && mayRenew ? (
            <Button kind="quiet" onClick={() => void renew()}>
              {words.say("several.words-new", { name })}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={() => (hasHalfWritten(workshopId, person.id) ? setAsking(true) : leave())}>
            {words.say("several.gone")}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Shown once, to be written on paper. */
export function HandOver({ name, returnCode, onDone }: { name: string; returnCode: string; onDone: () => void }) {
  const words = useWords()
  return (
    <section className={styles.panel} role="status">
      <h4 className={styles.heading}>{words.say("several.words-title", { name })}</h4>
      <p className={styles.words} dir="auto" lang="en" translate="no">
        {returnCode}
      </p>
      <p>{words.say("several.words-what", { name })}</p>
      <p className={styles.hint}>{words.say("several.words-once")}</p>
      <div className={styles.row}>
        <Button onClick={onDone}>{words.say("several.words-done")}</Button>
      </div>
    </section>
  )
}
