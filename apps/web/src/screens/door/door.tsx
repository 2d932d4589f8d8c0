// How to join, for the wall, the projector and the printer. Anyone inside may show it; the host may also open and shut the door.
// It asks again whenever the log says that the way in has changed. No private link ever stands here.
import { useEffect, useRef, useState, type RefObject } from "react"
import type { AccessAsked, Door } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import { useNameOf } from "../../credit.ts"
import { Button } from "../../ui/button.tsx"
import { useEvents, useIntent, useIsHost, useMayWrite, useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Paper, Row, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import styles from "./door.module.css"
import { JoinPoster } from "./join-poster.tsx"

export default function DoorScreen() {
  const words = useWords()
  const title = useSession((session) => session.title)
  const purpose = useSession((session) => session.purpose)
  const isOpen = useSession((session) => session.doorOpen && !session.ended)
  const isHost = useIsHost()
  const { answer, again } = useDoor()
  return (
    <Paper title={title} intro={purpose ? <bdi>{purpose}</bdi> : undefined} isWide>
      {answer?.ok === false ? (
        <>
          <Told isWrong>{words.say("door.failed")}</Told>
          <Row>
            <Button onClick={again}>{words.say("door.again")}</Button>
          </Row>
        </>
      ) : !isOpen ? (
        <Shut />
      ) : answer ? (
        <Poster door={answer.value} title={title} />
      ) : (
        <p role="status">{words.say("door.loading")}</p>
      )}
      {isHost ? <AskedNeeds /> : null}
    </Paper>
  )
}

function Poster({ door, title }: { door: Door; title: string }) {
  const words = useWords()
  const isHost = useIsHost()
  const intent = useIntent()
  const wall = useRef<HTMLElement>(null)
  const isFull = useIsFull(wall)
  const toggle = () => void (isFull ? document.exitFullscreen() : wall.current?.requestFullscreen())
  return (
    <section ref={wall} className={styles.wall} aria-labelledby="door-heading">
      <h2 id="door-heading" className={styles.heading}>
        {isFull ? title : words.say("door.title")}
      </h2>
      <JoinPoster title={title} joinUrl={door.joinUrl} joinCode={door.joinCode} qrSvg={door.qrSvg} />
      <div className={styles.buttons} data-no-print>
        {document.fullscreenEnabled ? <Button onClick={toggle}>{words.say(isFull ? "door.leave-full" : "door.full")}</Button> : null}
        {isFull ? null : <Button onClick={() => window.print()}>{words.say("door.print")}</Button>}
        {isHost && !isFull ? <Button onClick={() => void intent({ type: "shut-door" })}>{words.say("door.shut-it")}</Button> : null}
      </div>
    </section>
  )
}

function Shut() {
  const words = useWords()
  const nameOf = useNameOf()
  const isHost = useIsHost()
  const host = useSession((session) => session.host)
  const mayWrite = useMayWrite()
  const intent = useIntent()
  return (
    <section className={styles.shut}>
      <h2 className={styles.heading}>{words.say("door.shut")}</h2>
      {mayWrite ? <p>{words.say("door.shut-what")}</p> : null}
      {isHost && mayWrite ? (
        <Row>
          <Button kind="main" onClick={() => void intent({ type: "open-door" })}>
            {words.say("door.open")}
          </Button>
        </Row>
      ) : host && mayWrite ? (
        <p>{words.say("door.shut-ask", { host: nameOf(host) })}</p>
      ) : null}
    </section>
  )
}

/** For who hosts: that people were asked what they need, and whom to speak to. Never what, whose or how many. */
function AskedNeeds() {
  const words = useWords()
  const { answer } = useAnswer<AccessAsked>({ path: `/api/workshops/${useWorkshopId()}/access` })
  const contact = answer?.ok ? answer.value.contact : null
  return contact ? <p data-no-print>{words.say("door.access", { name: contact.name, reach: contact.reach })}</p> : null
}

const changesTheWayIn = ({ type }: SessionEvent) => type === "door-opened" || type === "door-shut" || type === "link-rotated"

function useDoor() {
  const changes = useEvents().filter(changesTheWayIn).length
  return useAnswer<Door>({ path: `/api/workshops/${useWorkshopId()}/door`, when: changes })
}

function useIsFull(wall: RefObject<HTMLElement | null>): boolean {
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null && document.fullscreenElement === wall.current)
    document.addEventListener("fullscreenchange", look)
    return () => document.removeEventListener("fullscreenchange", look)
  }, [wall])
  return isFull
}
