// The host asks to show all notes, hears what is still missing or that somebody said not yet, and may take the question back.
import { needsAnotherTable } from "@evenboard/session"
import { useNameOf } from "../credit.ts"
import { useEvents, useIntent, useMayWrite, usePeople, useSession } from "../use-session.ts"
import { Button } from "../ui/button.tsx"
import { askedOf } from "./asked-of.ts"
import styles from "./round.module.css"
import { useRoundWords } from "./use-round-words.ts"

/** The host's: asks, says what is still missing, and takes it back. */
export function ShowAll() {
  const { say } = useRoundWords()
  const intent = useIntent()
  const mayWrite = useMayWrite()
  const asked = useSession(askedOf)
  const { me, here, seats } = usePeople()
  if (!mayWrite) return null
  if (asked?.seat !== me.id)
    return (
      <>
        <NotYet />
        <Button onClick={() => void intent({ type: "ask-reveal" })}>{say("round.show-all")}</Button>
      </>
    )
  const tableOf = (seat: string): string | null => seats.get(seat)?.table ?? null
  return (
    <>
      <p className={styles.waits} role="status">
        {say(needsAnotherTable(me.id, { here, tableOf }) ? "round.waits" : "round.waits-person")}
      </p>
      <Button onClick={() => void intent({ type: "put-off-reveal" })}>{say("round.take-back")}</Button>
    </>
  )
}

/** Somebody else answered the host's question: not yet. */
function NotYet() {
  const { say } = useRoundWords()
  const nameOf = useNameOf()
  const { me } = usePeople()
  const last = useEvents().findLast(({ type }) => type.startsWith("reveal-") || type.startsWith("round-"))
  const by = last?.type === "reveal-put-off" && typeof last.by === "object" ? last.by.seat : null
  return (
    <p className={styles.waits} role="status">
      {by === null || by === me.id ? null : say("round.said-not-yet", { name: nameOf(by) })}
    </p>
  )
}
