// The plan as a file for the next workshop. It holds steps, questions and minutes as they were last saved, and nobody's words.
import { useState, type FormEvent } from "react"
import { LIMITS } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { askRaw } from "../paper/ask.ts"
import { Row, Section, Stack, Told } from "../paper/paper.tsx"
import { fileNameOf, saveFile } from "./save-file.ts"
import type { Organiser } from "./use-organiser.ts"

export function RecipePart({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  const [name, setName] = useState(view.title)
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const save = async () => {
    const path = `/api/workshops/${encodeURIComponent(view.workshopId)}/recipe`
    const answer = await askRaw(name.trim() ? `${path}?name=${encodeURIComponent(name.trim())}` : path, { key })
    if (!answer.ok) return setOutcome({ isWrong: true, say: answer.title ?? words.say("organiser.no-server") })
    const file = fileNameOf(answer.value.headers.get("content-disposition")) ?? "evenboard.recipe.json"
    saveFile(file, await answer.value.blob())
    setOutcome({ isWrong: false, say: words.say("organiser.got", { name: file }) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Section title={words.say("recipe.title")} hint={words.say("recipe.what")}>
      <form onSubmit={submit}>
        <Stack>
          <Field label={words.say("recipe.name-label")} value={name} onChange={setName} maxLength={LIMITS.title} />
          <Row>
            <Button type="submit">{words.say("recipe.save")}</Button>
          </Row>
          {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
        </Stack>
      </form>
    </Section>
  )
}
