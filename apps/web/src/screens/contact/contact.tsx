// The page of the one who reads what people need, behind a link of their own: until when it stands, and reading it. Nothing of it is asked
// for before somebody presses to read, since each reading stands in everybody's log; and nothing of it stays here once it is closed.
import { useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useParams } from "wouter"
import type { AccessNeeds, ContactView } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { takeLinkKey } from "../paper/link-key.ts"
import { Hint, Paper, Row, Stack, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import { Whole } from "../paper/whole.tsx"
import { NeedsRead } from "./needs-read.tsx"

export default function ContactScreen() {
  const { id } = useParams<{ id: string }>()
  const words = useWords()
  const [key] = useState(() => takeLinkKey("contact", id))
  return (
    <Whole>
      {key ? (
        <Asked path={`/api/workshops/${encodeURIComponent(id)}/contact`} contactKey={key} />
      ) : (
        <Paper title={words.say("contact.no-key")} intro={words.say("contact.no-key-what")}>
          {null}
        </Paper>
      )}
    </Whole>
  )
}

function Asked({ path, contactKey }: { path: string; contactKey: string }) {
  const words = useWords()
  const [turn, setTurn] = useState(0)
  const { answer, again } = useAnswer<ContactView>({ path, key: contactKey, when: turn })
  if (answer?.ok) return <Page view={answer.value} path={path} contactKey={contactKey} changed={() => setTurn(turn + 1)} />
  return (
    <Paper title={words.say("contact.title")}>
      {answer === null ? (
        <p role="status">{words.say("organiser.loading")}</p>
      ) : (
        <>
          <Told isWrong>{answer.title ?? words.say("organiser.no-server")}</Told>
          {answer.reason === "offline" ? (
            <Row>
              <Button onClick={again}>{words.say("organiser.again")}</Button>
            </Row>
          ) : null}
        </>
      )}
    </Paper>
  )
}

type PageProps = { view: ContactView; path: string; contactKey: string; changed: () => void }
function Page({ view: { title, contact, said, unread, readAt }, path, contactKey, changed }: PageProps) {
  const words = useWords()
  const [needs, setNeeds] = useState<AccessNeeds["needs"] | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  // Whoever closes it goes on where they opened it.
  const place = useRef<HTMLDivElement>(null)
  const close = () => {
    flushSync(() => setNeeds(null))
    place.current?.querySelector("button")?.focus()
    changed()
  }
  const read = async () => {
    const answer = await ask<AccessNeeds>(`${path}/read`, { method: "POST", key: contactKey })
    setWrong(answer.ok ? null : (answer.title ?? words.say("organiser.no-server")))
    if (answer.ok) setNeeds(answer.value.needs)
  }
  const told = readAt === null ? "" : words.say("contact.page-read-at", { day: words.day(readAt), time: words.time(readAt) })
  return (
    <Paper title={words.say("contact.title")} intro={<bdi>{title}</bdi>}>
      <p>
        {words.say("contact.page-what")} {words.say("contact.page-until", { day: words.day(contact.deleteAt) })}
      </p>
      {needs ? (
        <NeedsRead needs={needs} close={close} />
      ) : (
        <Stack>
          <p>
            {words.say("contact.said", { count: said })} {told}{" "}
            {said > 0 && readAt !== null ? words.say("contact.page-said", { count: unread }) : ""}
          </p>
          <div ref={place}>
            <Row>
              <Button kind="main" onClick={() => void read()}>
                {words.say("contact.read")}
              </Button>
            </Row>
          </div>
          <Hint>{words.say("contact.read-what")}</Hint>
          {wrong ? <Told isWrong>{wrong}</Told> : null}
        </Stack>
      )}
    </Paper>
  )
}
