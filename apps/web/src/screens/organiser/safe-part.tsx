// What only the organiser is told, and who was asked to leave. Looks every two seconds while the page is open and seen.
import { useCallback, useEffect, useState } from "react"
import type { OrganiserSafe, PublicSeat } from "@evenboard/api"
import { nameOf } from "../../credit.ts"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask, type Answer, type Asked } from "../paper/ask.ts"
import { Hint, Row, Section, Stack, Told } from "../paper/paper.tsx"
import { SaidWords } from "../help/said-words.tsx"
import type { Organiser } from "./use-organiser.ts"

const LOOK_EVERY_MS = 1500

type Safe = { view: OrganiserSafe | null; call: (path: string, asked?: Asked) => Promise<Answer<OrganiserSafe>> }

function useSafe({ view: { workshopId }, key }: Organiser): Safe {
  const [view, setView] = useState<OrganiserSafe | null>(null)
  const call = useCallback<Safe["call"]>(
    async (path, asked = {}) => {
      const answer = await ask<OrganiserSafe>(`/api/workshops/${encodeURIComponent(workshopId)}/organiser/${path}`, { ...asked, key })
      if (answer.ok) setView((before) => (JSON.stringify(before) === JSON.stringify(answer.value) ? before : answer.value))
      return answer
    },
    [workshopId, key],
  )
  useEffect(() => {
    let timer = setTimeout(look, 0)
    function look(): void {
      if (!document.hidden) void call("safe")
      timer = setTimeout(look, LOOK_EVERY_MS)
    }
    return () => clearTimeout(timer)
  }, [call])
  return { view, call }
}

export function SafePart({ organiser }: { organiser: Organiser }) {
  const words = useWords()
  const safe = useSafe(organiser)
  const { people, host } = organiser.view
  return (
    <>
      <Section title={words.say("safe.heard-title")} hint={words.say("organiser.concerns-what")}>
        <div role="status">{safe.view?.concerns.length === 0 ? <p>{words.say("organiser.concerns-none")}</p> : null}</div>
        <ul aria-live="polite">
          {safe.view?.concerns.map(({ id, words: said, from, at, readAt }) => {
            const seat = people.find((one) => one.id === from)
            const who = from === null ? words.say("safe.heard-nameless") : words.say("safe.heard-from", { name: nameOf(seat, words) })
            return (
              <SaidWords key={id} said={said} line={`${who} ${words.time(at)}`}>
                {readAt === null ? (
                  <Button onClick={() => void safe.call(`concerns/${id}/read`, { method: "POST" })}>{words.say("safe.heard-read")}</Button>
                ) : null}
              </SaidWords>
            )
          })}
        </ul>
      </Section>
      <Section title={words.say("safe.remove-title")} hint={words.say("organiser.remove-what")}>
        <Remove people={people.filter(({ id }) => !safe.view?.removed.includes(id))} host={host} call={safe.call} />
        {safe.view && safe.view.removed.length > 0 ? (
          <Removed people={people.filter(({ id }) => safe.view?.removed.includes(id))} call={safe.call} />
        ) : null}
      </Section>
    </>
  )
}

type Part = { people: readonly PublicSeat[]; call: Safe["call"] }

/** The person is chosen, then named once more before anything is done. */
function Remove({ people, host, call }: Part & { host: string | null }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const seat = people.find(({ id }) => id === chosen)
  const remove = async (seatId: string) => {
    const answer = await call("remove", { method: "POST", body: { seatId } })
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
    if (!answer.ok) return
    setChosen(null)
    setOpen(false)
  }
  return (
    <Stack>
      {isOpen ? null : (
        <Row>
          <Button aria-expanded={isOpen} onClick={() => setOpen(true)}>
            {words.say("organiser.choose-person")}
          </Button>
        </Row>
      )}
      {isOpen ? (
        <>
          <Choices
            label={words.say("safe.remove-who")}
            value={chosen}
            onChange={setChosen}
            options={people.filter(({ id }) => id !== host).map((one) => ({ value: one.id, label: nameOf(one, words) }))}
          />
          <Row>
            {seat ? (
              <Button onClick={() => void remove(seat.id)}>{words.say("organiser.remove-sure", { name: nameOf(seat, words) })}</Button>
            ) : null}
            <Button onClick={() => setOpen(false)}>{words.say("common.cancel")}</Button>
          </Row>
        </>
      ) : null}
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}

function Removed({ people, call }: Part) {
  const words = useWords()
  return (
    <Stack>
      <Hint>{words.say("organiser.removed-people")}</Hint>
      <ul>
        {people.map((seat) => (
          <li key={seat.id}>
            <Button kind="row" onClick={() => void call("return", { method: "POST", body: { seatId: seat.id } })}>
              {words.say("organiser.let-back", { name: nameOf(seat, words) })}
            </Button>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
