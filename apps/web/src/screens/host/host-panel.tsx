// Guiding the room. To whoever hosts: the steps, the time, the question, the door, passing it on, and notes out of sight. To everybody
// else: who hosts now, and how to take over when that person is gone. Hosting gives no more say over content, and all of it is logged.
import { lazy, useState } from "react"
import { Link } from "wouter"
import { useNameOf } from "../../credit.ts"
import { useIntent, useIsHost, useMayWrite, usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { Lazily } from "../shell/lazily.tsx"
import { Paper, Ways } from "../paper/paper.tsx"
import { AskedToHost } from "./asked-to-host.tsx"
import styles from "./host-panel.module.css"
import { EveryoneHeard } from "./everyone-heard.tsx"
import { OutOfSight } from "./out-of-sight.tsx"
import { PromptForm } from "./prompt-form.tsx"
import { ShowOnProjector } from "./show-on-projector.tsx"
import { Steps } from "./steps.tsx"
import { Tables } from "./tables.tsx"
import { TimeKeeper } from "./time-keeper.tsx"

const Safety = lazy(() => import("./safety.tsx"))
const TakeOutName = lazy(() => import("../mention/take-out-name.tsx"))
const HostRound = lazy(() => import("../../round/host-round.tsx"))

export default function HostPanel() {
  const words = useWords()
  const isHost = useIsHost()
  // Not `useMayWrite`: a paused room is guided on.
  const hasEnded = useSession((session) => session.ended)
  const workshopId = useWorkshopId()
  return (
    <Paper title={words.say("host.title")} intro={words.say("host.duty")}>
      {hasEnded ? <Ended /> : isHost ? <Hosting /> : <NotHosting />}
      <Ways>
        {hasEnded ? null : (
          <li>
            <Link href={`/w/${workshopId}/paper-notes`}>{words.say("shell.go-paper-notes")}</Link>
          </li>
        )}
        <li>
          <a href={`/w/${workshopId}/print`}>{words.say("host.print")}</a>
        </li>
        {isHost ? (
          <li>
            <Link href={`/w/${workshopId}/check`}>{words.say("host.check")}</Link>
          </li>
        ) : null}
        <li>
          <Link href={`/w/${workshopId}/log`}>{words.say("host.log")}</Link>
        </li>
      </Ways>
    </Paper>
  )
}

function Hosting() {
  const words = useWords()
  const mayWrite = useMayWrite()
  return (
    <>
      <p className={styles.who}>{words.say("host.you")}</p>
      <Steps />
      <TimeKeeper />
      {mayWrite ? (
        <Lazily isQuiet>
          <HostRound />
        </Lazily>
      ) : null}
      <PromptForm />
      <EveryoneHeard />
      <Tables />
      <Pass />
      <DoorKeeper />
      <ShowOnProjector />
      <Lazily isQuiet>
        <Safety />
      </Lazily>
      <OutOfSight />
      <NameOut />
    </>
  )
}

/** Whoever hosted last can still protect somebody. */
function Ended() {
  const words = useWords()
  const isHost = useIsHost()
  return (
    <>
      <p className={styles.who}>{words.say("host.ended")}</p>
      {isHost ? <NameOut /> : null}
    </>
  )
}

function NameOut() {
  const workshopId = useWorkshopId()
  return (
    <Lazily isQuiet>
      <TakeOutName path={`/api/workshops/${workshopId}/mentions`} />
    </Lazily>
  )
}

function NotHosting() {
  const words = useWords()
  const nameOf = useNameOf()
  const intent = useIntent()
  const { here, me } = usePeople()
  const host = useSession((session) => session.host)
  const asking = useSession((session) => session.asking)
  const isGone = host === null || !here.has(host)
  return (
    <>
      <div>
        <p className={styles.who}>{host === null ? words.say("host.nobody") : words.say("host.who", { name: nameOf(host) })}</p>
        {host !== null && isGone ? <p>{words.say("host.gone", { name: nameOf(host) })}</p> : null}
      </div>
      <AskedToHost />
      {isGone && asking?.seat !== me.id ? (
        <div className={styles.part}>
          <Button kind="main" isWide onClick={() => void intent({ type: "ask-to-host" })}>
            {words.say("host.take-over")}
          </Button>
          {host === null ? null : <p className={styles.quiet}>{words.say("host.take-over-how")}</p>}
        </div>
      ) : null}
    </>
  )
}

/** Two taps: open the list, press the person. */
function Pass() {
  const words = useWords()
  const nameOf = useNameOf()
  const announce = useAnnounce()
  const intent = useIntent()
  const { seats, here, me } = usePeople()
  const [isOpen, setOpen] = useState(false)
  const others = [...seats.values()].filter((seat) => seat.id !== me.id && seat.device && here.has(seat.id))
  const pass = async (to: string) => {
    const result = await intent({ type: "pass-host", to })
    if (result.ok) announce(words.say("host.passed", { name: nameOf(to) }))
  }
  return (
    <section className={styles.part}>
      <Button isWide aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.say("host.pass")}
      </Button>
      {isOpen ? (
        <div>
          <p>{words.say(others.length > 0 ? "host.pass-who" : "host.pass-nobody")}</p>
          {others.map((seat) => (
            <Button key={seat.id} kind="row" onClick={() => void pass(seat.id)}>
              <bdi>{nameOf(seat.id)}</bdi>
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  )
}

function DoorKeeper() {
  const words = useWords()
  const intent = useIntent()
  const workshopId = useWorkshopId()
  const isOpen = useSession((session) => session.doorOpen)
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("host.door")}</h2>
      <p role="status">{words.say(isOpen ? "host.door-open" : "host.door-shut")}</p>
      <div className={styles.row}>
        <Link className={styles.linkButton} href={`/w/${workshopId}/door`}>
          {words.say("host.door-show")}
        </Link>
        <Button onClick={() => void intent({ type: isOpen ? "shut-door" : "open-door" })}>
          {words.say(isOpen ? "door.shut-it" : "door.open")}
        </Button>
      </div>
    </section>
  )
}
