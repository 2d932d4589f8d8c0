// The door as the organiser has it: open or shut, the way in, and a new link when the old one went to the wrong people.
import { useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { JoinPoster } from "../door/join-poster.tsx"
import { Hint, Row, Section, Told } from "../paper/paper.tsx"
import type { Organiser } from "./use-organiser.ts"

export function DoorPart({ organiser: { view, call } }: { organiser: Organiser }) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const tell = async (calling: ReturnType<typeof call>, done: string | null) => {
    const answer = await calling
    const wrong = answer.ok ? null : { isWrong: true, say: answer.title ?? words.say("organiser.no-server") }
    setOutcome(wrong ?? (done === null ? null : { isWrong: false, say: done }))
    setAsking(false)
  }
  return (
    <Section title={words.say("organiser.door")}>
      <p role="status">{words.say(view.open ? "organiser.door-open" : "organiser.door-shut")}</p>
      {view.open ? <JoinPoster title={view.title} joinUrl={view.joinUrl} joinCode={view.joinCode} qrSvg={view.qrSvg} canCopy /> : null}
      <Row>
        <Button onClick={() => void tell(call("/door", { method: "POST", body: { open: !view.open } }), null)}>
          {words.say(view.open ? "organiser.shut-door" : "organiser.open-door")}
        </Button>
        {isAsking ? null : <Button onClick={() => setAsking(true)}>{words.say("organiser.rotate")}</Button>}
      </Row>
      {isAsking ? (
        <>
          <Hint>{words.say("organiser.rotate-what")}</Hint>
          <Row>
            <Button onClick={() => void tell(call("/rotate-link", { method: "POST" }), words.say("organiser.rotated"))}>
              {words.say("organiser.rotate-sure")}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.say("common.cancel")}</Button>
          </Row>
        </>
      ) : null}
      {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
    </Section>
  )
}
