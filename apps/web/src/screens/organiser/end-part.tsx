// What cannot be taken back: ending the workshop, and deleting it. Each asks first; deleting asks for a word to be typed.
import { useState, type FormEvent } from "react"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { forgetLinkKey } from "../paper/link-key.ts"
import { Row, Section, Stack, Told } from "../paper/paper.tsx"
import type { Organiser } from "./use-organiser.ts"

export function EndPart({ organiser, deleted }: { organiser: Organiser; deleted: () => void }) {
  return (
    <>
      {organiser.view.endedAt === null ? <End organiser={organiser} /> : null}
      <Delete organiser={organiser} deleted={deleted} />
    </>
  )
}

function End({ organiser: { call } }: { organiser: Organiser }) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const end = async () => {
    const answer = await call("/end", { method: "POST" })
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
  }
  return (
    <Section title={words.say("organiser.end")} hint={words.say("organiser.end-what")}>
      <Row>
        {isAsking ? (
          <>
            <Button onClick={() => void end()}>{words.say("organiser.end-sure")}</Button>
            <Button onClick={() => setAsking(false)}>{words.say("common.cancel")}</Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{words.say("organiser.end")}</Button>
        )}
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Section>
  )
}

function Delete({ organiser: { view, key }, deleted }: { organiser: Organiser; deleted: () => void }) {
  const words = useWords()
  const word = words.say("organiser.delete-word")
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const remove = async (event: FormEvent) => {
    event.preventDefault()
    if (typed?.trim().toLocaleLowerCase(words.tag) !== word.toLocaleLowerCase(words.tag))
      return setWrong(words.say("organiser.delete-mismatch"))
    const answer = await ask<{ ok: true }>(`/api/workshops/${encodeURIComponent(view.workshopId)}/organiser/delete`, {
      method: "POST",
      key,
    })
    if (!answer.ok) return setWrong(answer.title ?? words.say("organiser.no-server"))
    forgetLinkKey("organiser", view.workshopId)
    deleted()
  }
  return (
    <Section title={words.say("organiser.delete")} hint={words.say("organiser.delete-what")} isGrave>
      {typed === null ? (
        <Row>
          <Button onClick={() => setTyped("")}>{words.say("organiser.delete")}</Button>
        </Row>
      ) : (
        <form onSubmit={(event) => void remove(event)}>
          <Stack>
            <p>{words.say("organiser.delete-first")}</p>
            <Field
              label={words.say("organiser.delete-type", { word })}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              autoCapitalize="none"
              error={wrong}
            />
            <Row>
              <Button type="submit">{words.say("organiser.delete-sure")}</Button>
              <Button onClick={() => setTyped(null)}>{words.say("common.cancel")}</Button>
            </Row>
          </Stack>
        </form>
      )}
    </Section>
  )
}
