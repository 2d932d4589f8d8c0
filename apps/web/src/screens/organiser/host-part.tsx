// Hosting can always be taken back and given to somebody else, the organiser's own seat in this browser included; everyone sees it.
import { useState } from "react"
import type { OwnSeat } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { nameOf } from "../../credit.ts"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Hint, Row, Section, Told } from "../paper/paper.tsx"
import type { Organiser } from "./use-organiser.ts"

export function HostPart({ organiser: { view, call } }: { organiser: Organiser }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [mine, setMine] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const nameOfSeat = (id: string) => {
    const seat = view.people.find((one) => one.id === id)
    return nameOf(seat, words)
  }
  const others = view.people
    .filter((seat) => seat.device && seat.id !== view.host)
    .sort((a, b) => Number(b.id === mine) - Number(a.id === mine))
  const open = async () => {
    setOpen(!isOpen)
    if (isOpen) return
    // The people may have changed since this page came, and one of them may be me.
    const [own] = await Promise.all([ask<OwnSeat>(`/api/workshops/${encodeURIComponent(view.workshopId)}/me`), call("", { method: "GET" })])
    setMine(own.ok ? own.value.id : null)
  }
  const give = async (seatId: string) => {
    const answer = await call("/host", { method: "POST", body: { seatId } })
    setOutcome(
      answer.ok
        ? { isWrong: false, say: words.say("organiser.host-given", { name: nameOfSeat(seatId) }) }
        : { isWrong: true, say: answer.title ?? words.say("organiser.no-server") },
    )
    if (answer.ok) setOpen(false)
  }
  return (
    <Section title={words.say("organiser.hosting")}>
      <p>{view.host === null ? words.say("organiser.host-nobody") : words.say("organiser.host-now", { name: nameOfSeat(view.host) })}</p>
      {view.host === null ? null : (
        <>
          <Hint>{words.say("organiser.host-what")}</Hint>
          <Row>
            <Button aria-expanded={isOpen} onClick={() => void open()}>
              {words.say("organiser.host-give")}
            </Button>
          </Row>
        </>
      )}
      {isOpen ? (
        <div>
          <p>{words.say(others.length > 0 ? "organiser.host-who" : "organiser.host-none")}</p>
          {others.map((seat) => (
            <Button key={seat.id} kind="row" onClick={() => void give(seat.id)}>
              <bdi>{seat.id === mine ? words.say("organiser.host-me", { name: nameOfSeat(seat.id) }) : nameOfSeat(seat.id)}</bdi>
            </Button>
          ))}
        </div>
      ) : null}
      {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
    </Section>
  )
}
