// Adding a person to this phone: somebody who is here already without one, or somebody new, for whom the server opens a place. Without a
// line the name is kept, and the place comes with the first note.
import { useEffect, useRef, useState, type KeyboardEvent } from "react"
import { LIMITS } from "@evenboard/api"
import type { OpenedSeat, PublicSeat } from "@evenboard/api"
import { newId } from "@evenboard/board"
import { useNameOf } from "../credit.ts"
import { usePrivate } from "../safe/private-desk.ts"
import { ask } from "../screens/paper/ask.ts"
import { ONLINE } from "../screens/people/room.ts"
import { Button } from "../ui/button.tsx"
import { Check, Field } from "../ui/form.tsx"
import { usePeople, useWorkshopId } from "../use-session.ts"
import { useValue } from "../use-value.ts"
import { useWords } from "../words.tsx"
import { hereOf, whomOf, type PersonHere } from "./here.ts"
import { usePlaceName } from "./place-name.ts"
import styles from "./people-here.module.css"

/** `returnCode`: the words to hand over, where a place was opened just now. `tell`: what is to be said of it. */
export type Added = { person: PersonHere; name: string; returnCode: string | null; tell?: string }
type AddPersonProps = { onAdded: (added: Added) => void; onCancel: () => void }

/** More than these stand folded. */
const AT_A_GLANCE = 6

export function AddPerson({ onAdded, onCancel }: AddPersonProps) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.panel}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.say("several.panel")}
      </h3>
      <p className={styles.hint}>{words.say("several.panel-what")}</p>
      <Known which="said-yes" onAdded={onAdded} />
      <Known which="known" onAdded={onAdded} />
      <SomebodyNew onAdded={onAdded} onCancel={onCancel} />
    </section>
  )
}

type KnownProps = Pick<AddPersonProps, "onAdded"> & { /** Who has a phone and said yes, or who has none. */ which: "said-yes" | "known" }
function Known({ which, onAdded }: KnownProps) {
  const words = useWords()
  const nameOf = useNameOf()
  const placeName = usePlaceName()
  const supports = usePrivate()?.supports
  const seats = useOthers(({ id, device }) => (which === "known" ? !device : device && supports?.includes(id)))
  if (seats.length === 0) return null
  return (
    <details open={seats.length <= AT_A_GLANCE}>
      <summary className={styles.summary}>
        {words.say(`several.${which}`)} ({words.number(seats.length)})
      </summary>
      <ul className={styles.list}>
        {seats.map((seat) => (
          <li key={seat.id}>
            <Button
              kind="row"
              onClick={() =>
                onAdded({
                  person: { id: newId(), name: seat.name ?? "", for: { seatId: seat.id } },
                  name: nameOf(seat.id),
                  returnCode: null,
                })
              }
            >
              <span>
                <bdi>{nameOf(seat.id)}</bdi>
                {seat.table && seat.someoneAt === undefined ? <span className={styles.hint}> · {placeName(seat.table)}</span> : null}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** By table, then by name; without those on this phone. */
function useOthers(isMeant: (seat: PublicSeat) => boolean | undefined): PublicSeat[] {
  const words = useWords()
  const nameOf = useNameOf()
  const { seats, facts } = usePeople()
  const { people } = useValue(hereOf(useWorkshopId()))
  const taken = new Set(people.map((person) => JSON.stringify(whomOf(person, facts))))
  const collator = new Intl.Collator(words.tag, { numeric: true, sensitivity: "base" })
  return [...seats.values()]
    .filter((seat) => isMeant(seat) && !taken.has(JSON.stringify({ seatId: seat.id })))
    .sort((a, b) => collator.compare(a.table ?? "\uffff", b.table ?? "\uffff") || collator.compare(nameOf(a.id), nameOf(b.id)))
}

function SomebodyNew({ onAdded, onCancel }: AddPersonProps) {
  const words = useWords()
  const workshopId = useWorkshopId()
  const { me } = usePeople()
  const [name, setName] = useState("")
  const [table, setTable] = useState(me.table === ONLINE ? "" : (me.table ?? ""))
  const [showName, setShowName] = useState(true)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  // Of two taps, and of an answer that was lost, one place comes.
  const [intentId] = useState(() => newId())
  const said = { name: name.trim(), table: table.trim() }
  const add = async () => {
    if (isSending) return
    setSending(true)
    const body = { id: intentId, type: "open-seat", ...said, showName }
    const answer = await ask<OpenedSeat>(`/api/workshops/${workshopId}/intents`, { method: "POST", body })
    setSending(false)
    if (!answer.ok) return answer.reason === "offline" ? addWithoutLine() : setWrong(answer.title)
    const { seatId, returnCode } = answer.value
    onAdded({ person: { id: newId(), name: said.name, for: { seatId } }, name: said.name || words.say("board.someone"), returnCode })
  }
  const addWithoutLine = () => {
    const whom = said.name ? { name: said.name } : said.table ? { table: said.table } : null
    if (whom === null) return setWrong(words.say("several.no-line"))
    const shown = said.name || words.say("board.someone-at", { table: said.table })
    const tell = words.say("several.no-line-kept", { name: shown })
    return onAdded({ person: { id: newId(), name: shown, for: whom }, name: shown, returnCode: null, tell })
  }
  // Not a form of its own: it may stand in one. Enter adds the person, and does not send what holds this.
  const pressEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    void add()
  }
  return (
    <div className={styles.form}>
      <h4 className={styles.summary}>{words.say("several.new")}</h4>
      <Field
        label={words.say("several.name")}
        hint={words.say("several.name-hint")}
        value={name}
        maxLength={LIMITS.name}
        autoComplete="off"
        onChange={setName}
        onKeyDown={pressEnter}
      />
      {said.name ? (
        <div className={styles.boxed}>
          <Check label={words.say("several.show")} hint={words.say("several.show-hint")} isOn={showName} onChange={setShowName} />
        </div>
      ) : null}
      <Field
        label={words.say("several.table")}
        value={table}
        maxLength={LIMITS.table}
        autoComplete="off"
        onChange={setTable}
        onKeyDown={pressEnter}
      />
      {wrong ? (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button kind="main" disabled={isSending} onClick={() => void add()}>
          {words.say("several.do")}
        </Button>
        <Button onClick={onCancel}>{words.say("common.cancel")}</Button>
      </div>
    </div>
  )
}
