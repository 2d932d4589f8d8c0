// What people need so that they can take part: who reads it and until when, their own link, and whether it was read. The organiser's page
// is never told what anybody said; the link stands here once, in the answer that made it, and is nowhere afterwards.
import { useEffect, useRef, useState, type FormEvent } from "react"
import { LIMITS, type AccessContact, type NameContact, type NamedContact, type OrganiserAccess } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask, type Answer } from "../paper/ask.ts"
import { CopyLine } from "../paper/copy-line.tsx"
import { Hint, LinkButton, Row, Section, Stack, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import { dayOf, endOfDay } from "./last-day.ts"
import type { Organiser } from "./use-organiser.ts"

const TWO_WEEKS_MS = 14 * 86_400_000

type What = "name" | "link" | "stop"
const CALLS = { name: ["PUT", ""], link: ["POST", "/link"], stop: ["DELETE", ""] } as const
const TOLD = { name: "contact.saved", link: "contact.link-made", stop: "contact.stopped" } as const
type Call = (what: What, body?: NameContact) => Promise<Answer<NamedContact>>

export function AccessPart({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  const path = `/api/workshops/${encodeURIComponent(view.workshopId)}/organiser/access`
  const { answer } = useAnswer<OrganiserAccess>({ path, key })
  const [newer, setNewer] = useState<OrganiserAccess | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const call: Call = async (what, body) => {
    const [method, under] = CALLS[what]
    const answered = await ask<NamedContact>(`${path}${under}`, { method, key, ...(body ? { body } : {}) })
    if (!answered.ok) return answered
    const { contactUrl, ...access } = answered.value
    setNewer(access)
    if (contactUrl !== null || what === "stop") setLink(contactUrl)
    setTold(words.say(TOLD[what]))
    return answered
  }
  const access = newer ?? (answer?.ok ? answer.value : null)
  if (!access) return null
  return (
    <Section title={words.say("contact.title")} hint={words.say("contact.what")}>
      {access.contact ? (
        <Asked access={access} contact={access.contact} latest={view.keepUntil} call={call} link={link} />
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

type AskedProps = { access: OrganiserAccess; contact: AccessContact; latest: number; call: Call; link: string | null }
function Asked({ access, contact, latest, call, link }: AskedProps) {
  const words = useWords()
  const [open, setOpen] = useState<What | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { name } = contact
  const doing = async (what: What) => {
    const answer = await call(what)
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
    if (answer.ok) setOpen(null)
  }
  if (open === "name") return <Naming contact={contact} latest={latest} call={call} close={() => setOpen(null)} />
  return (
    <Stack>
      <p>
        {words.say("contact.asked", { name, day: words.day(contact.deleteAt) })} {words.say("contact.said", { count: access.said })}
      </p>
      <p>
        {readLine(access, name, words)} {words.say("contact.not-you", { name })}
      </p>
      {link ? (
        <Stack>
          <CopyLine label={words.say("contact.link", { name })} value={link} />
          <Hint>{words.say("contact.link-what", { name })}</Hint>
          <Row>
            <LinkButton href={link}>{words.say("contact.link-you", { name })}</LinkButton>
          </Row>
        </Stack>
      ) : null}
      {open === "link" ? (
        <Sure
          what={words.say("contact.link-new-what")}
          yes={words.say("contact.link-sure")}
          go={() => void doing("link")}
          close={() => setOpen(null)}
        />
      ) : open === "stop" ? (
        <Sure
          what={words.say("contact.stop-what")}
          yes={words.say("contact.stop-sure")}
          go={() => void doing("stop")}
          close={() => setOpen(null)}
        />
      ) : (
        <Row>
          {access.hasLink ? (
            <Button onClick={() => setOpen("link")}>{words.say("contact.link-new", { name })}</Button>
          ) : (
            <Button kind="main" onClick={() => void doing("link")}>
              {words.say("contact.link-first", { name })}
            </Button>
          )}
          <Button onClick={() => setOpen("name")}>{words.say("contact.change")}</Button>
          <Button onClick={() => setOpen("stop")}>{words.say("contact.stop")}</Button>
        </Row>
      )}
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}

function readLine({ said, unread, readAt, hasLink }: OrganiserAccess, name: string, words: ReturnType<typeof useWords>): string {
  if (!hasLink) return words.say("contact.no-link", { name })
  if (readAt === null) return words.say("contact.read-never", { name })
  const when = words.say("contact.read-at", { name, day: words.day(readAt), time: words.time(readAt) })
  return said > 0 && unread > 0 ? `${when} ${words.say("contact.unread", { count: unread, name })}` : when
}

/** What was pressed is gone: the focus goes on to the yes. */
function Sure({ what, yes, go, close }: { what: string; yes: string; go: () => void; close: () => void }) {
  const words = useWords()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => row.current?.querySelector("button")?.focus(), [])
  return (
    <>
      <Hint>{what}</Hint>
      <div ref={row}>
        <Row>
          <Button onClick={go}>{yes}</Button>
          <Button onClick={close}>{words.say("common.cancel")}</Button>
        </Row>
      </div>
    </>
  )
}

type NamingProps = { contact: AccessContact | null; latest: number; call: Call; close?: () => void }
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
    const answer = await call("name", { name: draft.name, reach: draft.reach, deleteAt })
    if (answer.ok) return close?.()
    setWrong({ day: false, say: answer.title ?? words.say("organiser.no-server") })
  }
  return (
    <form ref={form} onSubmit={(event) => void save(event)}>
      <Stack>
        <Field
          label={words.say("contact.name")}
          {...(contact ? { hint: words.say("contact.renamed") } : {})}
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
