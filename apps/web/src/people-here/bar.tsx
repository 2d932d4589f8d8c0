// Name chips over what is being written: one tap says whose words these are. Beside them whoever is to be added, the three words to hand
// over, and the reading back. What is written stands in whatever sheet holds this.
import { useRef, useState } from "react"
import { useAnnounce } from "../ui/announcer.tsx"
import { usePeople, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { AddPerson, type Added } from "./add-person.tsx"
import { hereOf, type PersonHere } from "./here.ts"
import { HandOver, PersonActs } from "./person-acts.tsx"
import { ReadBack } from "./read-back.tsx"
import { useKnown, useTurn } from "./use-turn.ts"
import type { BarProps } from "./whose-bar.tsx"
import styles from "./people-here.module.css"

export default function Bar({ chosen, onChoose, isAdding, mayBeMine = true, error, said, onRight }: BarProps) {
  const words = useWords()
  const announce = useAnnounce()
  const here = hereOf(useWorkshopId())
  const people = usePeopleOnThisPhone()
  const [isOpen, setOpen] = useState(isAdding || (people.length === 0 && !mayBeMine))
  const [given, setGiven] = useState<{ name: string; returnCode: string } | null>(null)
  const chips = useRef<HTMLFieldSetElement>(null)
  const person = people.find((one) => one.person.id === chosen)?.person ?? null
  const known = useKnown()
  const toChips = () => chips.current?.querySelector<HTMLElement>("[aria-pressed=true], button")?.focus()
  const added = ({ person: next, name, returnCode, tell }: Added) => {
    here.set({ ...here.get(), people: [...here.get().people, next] })
    onChoose(next.id)
    setOpen(false)
    setGiven(returnCode === null ? null : { name, returnCode })
    announce(tell ?? words.say("board.words-for", { name }))
    requestAnimationFrame(toChips)
  }
  const pressed = (isPressed: boolean) => ({
    "aria-pressed": isPressed,
    className: isPressed ? `${styles.chip} ${styles.on}` : styles.chip,
  })
  return (
    <div className={styles.bar}>
      <fieldset ref={chips}>
        <legend className={styles.legend}>{words.say("several.whose")}</legend>
        <div className={styles.chips}>
          {mayBeMine ? (
            <button type="button" {...pressed(chosen === null)} onClick={() => onChoose(null)}>
              {words.say("several.me")}
            </button>
          ) : null}
          {people.map(({ person: { id }, shown }) => (
            <button key={id} type="button" {...pressed(id === chosen)} onClick={() => onChoose(id)}>
              <bdi>{shown}</bdi>
            </button>
          ))}
          <button type="button" className={`${styles.chip} ${styles.plus}`} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.say("several.more")}
          </button>
        </div>
      </fieldset>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      {isOpen ? (
        <AddPerson
          onAdded={added}
          onCancel={() => {
            setOpen(false)
            toChips()
          }}
        />
      ) : null}
      {given ? <HandOver {...given} onDone={() => setGiven(null)} /> : null}
      {person && !isOpen ? (
        <>
          {known(person).hasPhone ? null : <p className={styles.banner}>{words.say("several.banner", { name: known(person).name })}</p>}
          <PersonActs
            key={person.id}
            person={person}
            onGone={() => {
              onChoose(null)
              toChips()
            }}
          />
        </>
      ) : null}
      {said && onRight ? <ReadBack key={said.id} said={said} onRight={onRight} /> : null}
    </div>
  )
}

/** Two of one name are told apart by their guest numbers. */
function usePeopleOnThisPhone(): { person: PersonHere; shown: string }[] {
  const words = useWords()
  const { people } = useTurn()
  const { seats } = usePeople()
  const known = useKnown()
  const named = people.map((person) => ({ person, ...known(person) }))
  return named.map(({ person, name, seatId }) => {
    const number = seatId === null ? undefined : seats.get(seatId)?.guest
    const isTwin = number !== undefined && person.name !== "" && named.filter((one) => one.name === name).length > 1
    return { person, shown: isTwin ? words.say("several.twin", { name, guest: words.say("common.guest", { number }) }) : name }
  })
}
