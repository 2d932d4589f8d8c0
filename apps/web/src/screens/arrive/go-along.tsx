// "I go along with this": one button, mine or of somebody without a phone whose words I write, and how many people say so.
import type { Pledge } from "@evenboard/board"
import type { PersonHere } from "../../people-here/here.ts"
import { useKnown } from "../../people-here/use-turn.ts"
import { Button } from "../../ui/button.tsx"
import { usePeople, WhileOpen } from "../../use-session.ts"
import styles from "./together.module.css"
import { useCount, useStance } from "./use-goes-along.ts"
import { useTogetherWords } from "./use-together-words.ts"

/** `name`: of somebody else; null says it for me. */
export function GoAlong({ pledge, seat, name }: { pledge: Pledge; seat: string; name: string | null }) {
  const words = useTogetherWords()
  const { stance, say } = useStance(pledge, seat, name === null)
  const goes = stance === "yes"
  const label = name === null ? words.say("together.go") : words.say("together.go-for", { name })
  const mine = words.say(goes ? "together.not-going" : "together.going")
  const said = name === null ? mine : goes ? words.say("together.not-for", { name }) : label
  return (
    <div className={styles.go}>
      <WhileOpen>
        <Button aria-pressed={goes} onClick={() => void say(!goes, said)}>
          {goes ? <span aria-hidden="true">✓ </span> : null}
          {label}
        </Button>
      </WhileOpen>
      {name === null && goes ? <p className={styles.quiet}>{words.say("together.going")}</p> : null}
      {stance === "again" ? <p className={styles.again}>{words.say("together.again")}</p> : null}
    </div>
  )
}

/** Only once the server has given them a place, and for as long as they have no phone of their own. */
export function GoAlongFor({ pledge, person }: { pledge: Pledge; person: PersonHere }) {
  const { me } = usePeople()
  const { seatId, name, hasPhone } = useKnown()(person)
  return seatId === null || seatId === me.id || hasPhone ? null : <GoAlong pledge={pledge} seat={seatId} name={name} />
}

export function Count({ pledge }: { pledge: Pledge }) {
  const words = useTogetherWords()
  return <p className={styles.count}>{words.say("together.counted", { count: useCount(pledge) })}</p>
}
