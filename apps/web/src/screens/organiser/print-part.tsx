// To the pages to print. They open from links, which cannot carry the key: so the key first buys this browser a pass for them.
import { useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Row, Section, Told } from "../paper/paper.tsx"
import type { Organiser } from "./use-organiser.ts"

export function PrintPart({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  const [wrong, setWrong] = useState<string | null>(null)
  const id = encodeURIComponent(view.workshopId)
  const open = async () => {
    const answer = await ask(`/api/workshops/${id}/organiser/print-pass`, { method: "POST", key })
    if (answer.ok) location.assign(`/w/${id}/print?lang=${words.locale}`)
    else setWrong(answer.title ?? words.say("organiser.no-server"))
  }
  return (
    <Section title={words.say("organiser.print")} hint={words.say("organiser.print-what")}>
      <Row>
        <Button onClick={() => void open()}>{words.say("organiser.print-open")}</Button>
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Section>
  )
}
