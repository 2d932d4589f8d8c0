// The frame of every workshop page: where we are, how long, how many are here, how safe my words are; the page; and one main action.
import { lazy, useEffect, useRef, type ReactNode } from "react"
import { Link } from "wouter"
import type { StageKind } from "@evenboard/api"
import { useCountHere, useIsHost, useMayWrite, usePrompt, useSaveState, useSession, useWorkshopId } from "../../use-session.ts"
import { useMinutesLeft } from "../../use-minutes.ts"
import { ResultLine } from "./result-line.tsx"
import { useWords } from "../../words.tsx"
import { Lazily } from "./lazily.tsx"
import { Menu } from "./menu.tsx"
import styles from "./page.module.css"

/** Always there, so that it is on the phone before the network goes. */
const KeptNotice = lazy(() => import("../kept/kept-notice.tsx"))

type PageProps = {
  /** The stage this page is, or null for a page beside the stages (who is here, what happened). */
  stage: StageKind | null
  /** Above the page: the room has moved on, the line is down. */
  notice?: ReactNode
  /** Fixed at the bottom on phones: the one main action. */
  bar?: ReactNode
  /** On wide screens beside the prompt. */
  tools?: ReactNode
  children: ReactNode
}

export function Page({ stage, notice, bar, tools, children }: PageProps) {
  const words = useWords()
  const main = useRef<HTMLElement>(null)
  const now = useSession((session) => session.stage)
  const title = useSession((session) => session.title)
  useEffect(() => {
    document.title = [stage ? words.say(`common.stage-${stage}`) : "", title, words.say("common.app")].filter(Boolean).join(" · ")
  }, [stage, title, words])
  return (
    <div className={styles.page} data-stage={stage ?? now}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {words.say("shell.skip")}
      </button>
      <Header stage={stage} tools={tools} />
      <div className={styles.notices}>
        <Lazily isQuiet>
          <KeptNotice />
        </Lazily>
        {notice}
      </div>
      <main ref={main} className={styles.main} tabIndex={-1} data-bar={bar ? "" : undefined}>
        {children}
        <ResultLine />
      </main>
      {bar ? (
        <div className={styles.bar} data-no-print>
          <div className={styles.barInner}>{bar}</div>
        </div>
      ) : null}
    </div>
  )
}

function Header({ stage, tools }: Pick<PageProps, "stage" | "tools">) {
  const words = useWords()
  const title = useSession((session) => session.title)
  const prompt = usePrompt(stage)
  return (
    <header className={styles.header} data-beside={stage ? undefined : ""}>
      <p className={styles.workshop}>
        <bdi>{title || words.say("common.app")}</bdi>
      </p>
      <Stages page={stage} />
      <Saved />
      <Menu />
      {stage ? <h1 className={styles.title}>{words.say(`common.stage-${stage}`)}</h1> : <BackToRoom />}
      {prompt ? (
        <p className={styles.prompt}>
          <bdi>{prompt}</bdi>
        </p>
      ) : null}
      <div className={styles.facts}>
        {stage ? <Plan stage={stage} /> : null}
        <TimeLeft />
        <Here />
        <HostLink />
      </div>
      {tools ? <div className={styles.tools}>{tools}</div> : null}
    </header>
  )
}

/** The row of stages: every page is open to everyone, at any time. */
function Stages({ page }: { page: StageKind | null }) {
  const words = useWords()
  const id = useWorkshopId()
  const stages = useSession((session) => session.stages)
  const now = useSession((session) => session.stage)
  return (
    <nav className={styles.stages} aria-label={words.say("shell.stages")}>
      <ol className={styles.steps}>
        {stages.map(({ kind }) => (
          <li key={kind}>
            <Link
              href={`/w/${id}/${kind}`}
              className={styles.step ?? ""}
              data-now={kind === now ? "" : undefined}
              aria-current={kind === page ? "page" : undefined}
            >
              {words.say(`common.stage-${kind}`)}
              {kind === now ? <span className="unseen">, {words.say("shell.room-is-here")}</span> : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** "Step 2 of 6 · About 20 minutes" */
function Plan({ stage }: { stage: StageKind }) {
  const words = useWords()
  const stages = useSession((session) => session.stages)
  const isRunning = useSession((session) => session.timer !== null)
  const step = stages.findIndex(({ kind }) => kind === stage) + 1
  const minutes = stages[step - 1]?.minutes ?? 0
  if (step === 0) return null
  const parts = [words.say("shell.step", { step, count: stages.length })]
  // While the time runs, what is left says more than what was planned.
  if (minutes > 0 && !isRunning) parts.push(words.say("shell.planned", { minutes: words.say("common.minutes", { count: minutes }) }))
  return <p>{parts.join(" · ")}</p>
}

/** The room's time. At zero it only says so: nothing closes by itself. */
function TimeLeft() {
  const words = useWords()
  const minutes = useMinutesLeft(useSession((session) => session.timer))
  if (minutes === null) return null
  return (
    <p className={styles.fact} role="timer">
      {minutes < 0 ? words.say("shell.time-up") : words.say("shell.minutes-left", { count: minutes })}
    </p>
  )
}

function Here() {
  const words = useWords()
  const id = useWorkshopId()
  const count = useCountHere()
  return (
    <Link href={`/w/${id}/people`} className={`${styles.factLink} ${styles.here}`}>
      {words.say("shell.here", { count })}
    </Link>
  )
}

/** From a page beside the stages back to where the room is. */
function BackToRoom() {
  const words = useWords()
  const id = useWorkshopId()
  const room = useSession((session) => session.stage)
  return (
    <p className={styles.back}>
      <Link href={`/w/${id}/${room}`} className={styles.backLink ?? ""}>
        {words.say("shell.back-to", { stage: words.say(`common.stage-${room}`) })}
      </Link>
    </p>
  )
}

/** Only whoever hosts: one press to the steps and the time. */
function HostLink() {
  const words = useWords()
  const id = useWorkshopId()
  const mayWrite = useMayWrite()
  if (!useIsHost() || !mayWrite) return null
  return (
    <Link href={`/w/${id}/host`} className={styles.factLink ?? ""}>
      {words.say("shell.you-host")}
    </Link>
  )
}

/** How safe my words are, in a word. */
function Saved() {
  const words = useWords()
  const state = useSaveState()
  return (
    <div className={styles.saved} data-state={state}>
      <p className={styles.savedWord}>
        <span className={styles.dot} aria-hidden="true" />
        {words.say(`save.${state}`)}
      </p>
    </div>
  )
}
