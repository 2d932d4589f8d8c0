// A workshop has been opened: the way in for the others, joining oneself, and, only on asking, the private link. This page may be on
// the wall when it appears, so the private link never shows by itself.
import { useEffect, useRef, useState } from "react"
import type { Door } from "@evenboard/api"
import { useWords } from "../../words.tsx"
import { Button } from "../../ui/button.tsx"
import { JoinPoster } from "../door/join-poster.tsx"
import { CopyLine } from "../paper/copy-line.tsx"
import { keepLinkKey } from "../paper/link-key.ts"
import { LinkButton, Paper, Row, Section, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import type { OpenedHere } from "./opened-here.ts"

export function Opened({ opened }: { opened: OpenedHere }) {
  const words = useWords()
  const { answer } = useAnswer<Door>({ path: `/api/workshops/${opened.workshopId}/door`, key: opened.organiserKey })
  const door = answer?.ok ? answer.value : null
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    keepLinkKey("organiser", opened.workshopId, opened.organiserKey)
    place.current?.focus()
  }, [opened])
  return (
    <div ref={place} tabIndex={-1}>
      <Paper title={words.say("home.opened", { title: opened.title })} intro={words.say("home.opened-next")} isWide>
        {answer?.ok === false ? <Told isWrong>{words.say("door.failed")}</Told> : null}
        {door ? <JoinPoster title={opened.title} joinUrl={door.joinUrl} joinCode={door.joinCode} qrSvg={door.qrSvg} canCopy /> : null}
        <div data-no-print>
          <Section title={words.say("home.first-join")} hint={words.say("home.first-join-what")}>
            <Row>
              <LinkButton isMain href={opened.joinUrl}>
                {words.say("home.first-join")}
              </LinkButton>
              <Button onClick={() => window.print()}>{words.say("door.print")}</Button>
            </Row>
          </Section>
        </div>
        <div data-no-print>
          <PrivateLink opened={opened} />
        </div>
      </Paper>
    </div>
  )
}

function PrivateLink({ opened }: { opened: OpenedHere }) {
  const words = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <Section title={words.say("home.private-label")} hint={words.say("home.private-what")}>
      <Row>
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {words.say(isShown ? "home.hide-private" : "home.show-private")}
        </Button>
        <LinkButton href={`/o/${opened.workshopId}`}>{words.say("home.open-private")}</LinkButton>
      </Row>
      {isShown ? (
        <>
          <CopyLine label={words.say("home.private-label")} value={opened.organiserUrl} />
          <p>{words.say("home.private-once")}</p>
        </>
      ) : null}
    </Section>
  )
}
