// What people need so that they can take part: who reads it and until when, and reading it. Nothing of it is asked for before somebody
// presses to read, since each reading stands in everybody's log; and nothing of it stays here once it is closed.
import { useEffect, useRef, useState, type FormEvent } from "react"
import { flushSync } from "react-dom"
import { LIMITS, type AccessNeeds, type NameContact, type OrganiserAccess } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask, type Answer } from "../paper/ask.ts"
import { Hint, Row, Section, Stack, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import { NeedsRead } from "./needs-read.tsx"
import { dayOf, endOfDay } from "./last-day.ts"
import type { Organiser } from "./use-organiser.ts"

const TWO_WEEKS_MS = 14 * 86_400_000

type Contact = NonNullable<OrganiserAccess["contact"]>
type Call = (method: "PUT" | "DELETE", body?: NameContact) => Promise<Answer<OrganiserAccess>>

export function AccessPart({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  const path = `/api/workshops/${encodeURIComponent(view.workshopId)}/organiser/access`
  const { answer } = useAnswer<OrganiserAccess>({ path, key })
  const [newer, setNewer] = useState<OrganiserAccess | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const call: Call = async (method, body) => {
    const answered = await ask<OrganiserAccess>(path, { method, key, ...(body ? { body } : {}) })
    if (!answered.ok) return answered
    setNewer(answered.value)
    setTold(words.say(method === "PUT" ? "contact.saved" : "contact.stopped"))
    return answered
  }
  const access = newer ?? (answer?.ok ? answer.value : null)
  if (!access) return null
  return (
    <Section title={words.say("contact.title")} hint={words.say("contact.what")}>
      {access.contact ? (
        <Asked contact={access.contact} said={access.said} latest={view.keepUntil} call={call} path={path} organiserKey={key} />
      ) : (
        <>
          <p>{words.say("contact.not-asked")}</p>
          <Naming contact={null} latest={view.keepUntil} call={call} />
        </>
      )}
      {told ? <Told>{told}</Told> : null}
    </Section>
  )
}

type AskedProps = { contact: Contact; said: number; latest: number; call: Call; path: string; organiserKey: string }
function Asked({ contact, said, latest, call, path, organiserKey }: AskedProps) {
  const words = useWords()
  const [open, setOpen] = useState<"change" | "stop" | null>(null)
  const [read, setRead] = useState<AccessNeeds["needs"] | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  // Whoever closes it goes on where they opened it.
  const again = useRef<HTMLDivElement>(null)
  const close = () => {
    flushSync(() => setRead(null))
    again.current?.querySelector("button")?.focus()
  }
  const reading = async () => {
    const answer = await ask<AccessNeeds>(`${path}/read`, { method: "POST", key: organiserKey })
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
    if (answer.ok) setRead(answer.value.needs)
  }
  const stop = async () => {
    const answer = await call("DELETE")
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
  }
  if (open === "change") return <Naming contact={contact} latest={latest} call={call} close={() => setOpen(null)} />
  return (
    <Stack>
      <p>
        {words.say("contact.asked", { name: contact.name, day: words.day(contact.deleteAt) })} {words.say("contact.said", { count: said })}
      </p>
      {read ? (
        <NeedsRead needs={read} close={close} />
      ) : (
        <>
          <Hint>{words.say("contact.read-what", { name: contact.name })}</Hint>
          <div ref={again}>
            <Row>
              <Button onClick={() => void reading()}>{words.say("contact.read")}</Button>
            </Row>
          </div>
        </>
      )}
      {open === "stop" ? (
        <>
          <Hint>{words.say("contact.stop-what")}</Hint>
          <Row>
            <Button onClick={() => void stop()}>{words.say("contact.stop-sure")}</Button>
            <Button onClick={() => setOpen(null)}>{words.say("common.cancel")}</Button>
          </Row>
        </>
      ) : (
        <Row>
          <Button onClick={() => setOpen("change")}>{words.say("contact.change")}</Button>
          <Button onClick={() => setOpen("stop")}>{words.say("contact.stop")}</Button>
        </Row>
      )}
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}

type NamingProps = { contact: Contact | null; latest: number; call: Call; close?: () => void }
function Naming({ contact, latest, call, close }: NamingProps) {
  const words = useWords()
  const [draft, setDraft] = useState(() => ({
    name: contact?.name ?? "",
    reach: contact?.reach ?? "",
    day: dayOf(contact?.deleteAt ?? Math.min(Date.now() + TWO_WEEKS_MS, latest)),
  }))
  const [wrong, setWrong] = useState<{ day: boolean; say: string } | null>(null)
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    setWrong(null)
  }
  // Whoever pressed to change begins in the first field.
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (contact) form.current?.querySelector("input")?.focus()
  }, [contact])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const deleteAt = endOfDay(draft.day, { now: Date.now(), latest })
    if (deleteAt === null) return setWrong({ day: true, say: words.say("contact.day-wrong") })
    const answer = await call("PUT", { name: draft.name, reach: draft.reach, deleteAt })
    if (answer.ok) return close?.()
    setWrong({ day: false, say: answer.title ?? words.say("organiser.no-server") })
  }
  return (
    <form ref={form} onSubmit={(event) => void save(event)}>
      <Stack>
        <Field
          label={words.say("contact.name")}
          required
          maxLength={LIMITS.name}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <Field
          label={words.say("contact.reach")}
          hint={words.say("contact.reach-hint")}
          required
          maxLength={LIMITS.reason}
          value={draft.reach}
          onChange={(reach) => change({ reach })}
        />
        <Field
          label={words.say("contact.day")}
          hint={words.say("contact.day-hint")}
          type="date"
          required
          value={draft.day}
          onChange={(day) => change({ day })}
          error={wrong?.day ? wrong.say : null}
        />
        <Row>
          <Button type="submit">{words.say(contact ? "common.save" : "contact.ask")}</Button>
          {close ? <Button onClick={close}>{words.say("common.cancel")}</Button> : null}
        </Row>
        {wrong && !wrong.day ? <Told isWrong>{wrong.say}</Told> : null}
      </Stack>
    </form>
  )
}
