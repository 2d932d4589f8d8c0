// Until when the workshop is kept: the organiser may bring that day nearer. On it everything goes by itself.
import { useState, type FormEvent } from "react"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { Row, Section, Stack, Told } from "../paper/paper.tsx"
import { dayOf, endOfDay } from "./last-day.ts"
import type { Organiser } from "./use-organiser.ts"

export function KeepPart({ organiser: { view, call } }: { organiser: Organiser }) {
  const words = useWords()
  const [day, setDay] = useState(() => dayOf(view.keepUntil))
  const [wrong, setWrong] = useState<string | null>(null)
  const [isSaved, setSaved] = useState(false)
  const change = (typed: string) => {
    setDay(typed)
    setSaved(false)
    setWrong(null)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const keepUntil = endOfDay(day, { now: Date.now(), latest: view.keepUntil })
    if (keepUntil === null) return setWrong(words.say("mydata.keep-wrong"))
    const answer = await call("", { method: "PATCH", body: { keepUntil } })
    if (!answer.ok) return setWrong(answer.title ?? words.say("organiser.no-server"))
    setSaved(true)
  }
  return (
    <Section title={words.say("mydata.keep-title")} hint={words.say("mydata.keep-what", { day: words.day(view.keepUntil) })}>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Field label={words.say("mydata.keep-label")} type="date" required value={day} onChange={change} error={wrong} />
          <Row>
            <Button type="submit">{words.say("common.save")}</Button>
          </Row>
          {isSaved ? <Told>{words.say("mydata.keep-saved")}</Told> : null}
        </Stack>
      </form>
    </Section>
  )
}
