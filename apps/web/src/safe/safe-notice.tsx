// Above every page, only when there is something: the room is paused, somebody asks for more time, a note may go out of sight, one of
// mine did, somebody told me something alone. Others' names are in none of it but what is for me alone.
import { lazy, useEffect, useState } from "react"
import { Link } from "wouter"
import { LIMITS } from "@evenboard/api"
import type { NoteId } from "@evenboard/board"
import type { Help, Proposal, Stub } from "@evenboard/session"
import { useNameOf } from "../credit.ts"
import { recall, remember } from "../note/remember.ts"
import { TextArea } from "../ui/form.tsx"
import { Lazily } from "../screens/shell/lazily.tsx"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { useIntent, useIsHost, usePeople, useSession, useWorkshopId } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"
import { usePrivateCall, usePrivateNow } from "./private-desk.ts"
import styles from "./safe.module.css"

const NameTakenOut = lazy(() => import("./name-taken-out.tsx"))
/** An ask older than this when I come is over. */
const HELP_MS = 5 * 60_000

export function SafeNotice() {
  useEffect(() => {
    // Here before it is needed: the way out works without a network, too.
    void import("./leave-quickly.ts").catch(() => {})
  }, [])
  return (
    <>
      <Paused />
      <RemovalAsked />
      <Heard />
      <Helps />
      <Proposals />
      <MyHidden />
      <NamesTakenOut />
    </>
  )
}

/** Rare: what tells it comes when there is something to tell. */
function NamesTakenOut() {
  const notes = usePrivateNow()?.nameTakenOut
  return (
    <div role="status">
      {notes?.[0] ? (
        <Lazily isQuiet>
          <NameTakenOut notes={notes} />
        </Lazily>
      ) : null}
    </div>
  )
}

function Paused() {
  const words = useWords()
  const id = useWorkshopId()
  const isPaused = useSession((session) => session.paused)
  const isHost = useIsHost()
  const intent = useIntent()
  return (
    <div role="status">
      {isPaused ? (
        <div className={styles.notice}>
          <div className={styles.what}>
            <p className={styles.strong}>{words.say("board.refused-paused")}</p>
            <p>{words.say("safe.paused-what")}</p>
          </div>
          <div className={styles.answers}>
            {isHost ? <Button onClick={() => void intent({ type: "resume" })}>{words.say("safe.resume")}</Button> : null}
            <Link className={styles.link} href={`/w/${id}/help`}>
              {words.say("safe.help-title")}
            </Link>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** One person is asked by name, and nobody else sees this. */
function RemovalAsked() {
  const words = useWords()
  const nameOf = useNameOf()
  const call = usePrivateCall()
  const announce = useAnnounce()
  const removal = usePrivateNow()?.removal
  const answer = async (yes: boolean) => {
    const done = await call("removal/answer", { method: "POST", body: { yes } })
    if (!done.ok) announce(done.title ?? words.say("safe.failed"))
  }
  return (
    <div role="status">
      {removal && !removal.isMine ? (
        <div className={styles.notice}>
          <div className={styles.what}>
            <p className={styles.strong}>{words.say("safe.removal-asked", { by: nameOf(removal.by), name: nameOf(removal.seatId) })}</p>
            <p>{words.say("safe.removal-what")}</p>
          </div>
          <div className={styles.answers}>
            <Button onClick={() => void answer(true)}>{words.say("safe.removal-yes")}</Button>
            <Button onClick={() => void answer(false)}>{words.say("safe.removal-no")}</Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

function Heard() {
  const words = useWords()
  const id = useWorkshopId()
  const view = usePrivateNow()
  const isNew = view?.heard.some(({ readAt }) => readAt === null) ?? false
  const isAsked = view?.hidden.some(({ askedBack }) => askedBack !== null) ?? false
  return (
    <div role="status">
      {isNew ? (
        <Line say={words.say("safe.heard-new")}>
          <Link className={styles.link} href={`/w/${id}/help`}>
            {words.say("safe.heard-see")}
          </Link>
        </Line>
      ) : null}
      {isAsked ? (
        <Line say={words.say("safe.wants-back-new")}>
          <Link className={styles.link} href={`/w/${id}/host`}>
            {words.say("safe.heard-see")}
          </Link>
        </Line>
      ) : null}
    </div>
  )
}

function Line({ say, children }: { say: string; children: React.ReactNode }) {
  return (
    <div className={styles.notice}>
      <p className={styles.what}>{say}</p>
      <div className={styles.answers}>{children}</div>
    </div>
  )
}

const helpsOf = (session: { helps: readonly Help[] }) => session.helps

function Helps() {
  const words = useWords()
  const { boot } = useWorkshop()
  const helps = useSession(helpsOf)
  const folded = useUi((ui) => ui.folded)
  const fold = useUi((ui) => ui.fold)
  const open = helps.filter(({ seq, at }) => at > boot.now - HELP_MS && !folded.has(`help-${seq}`)).slice(-2)
  const say = ({ what, word }: Help): string => {
    if (what !== "word") return words.say(`safe.told-${what}`)
    return word ? words.say("safe.told-word", { word }) : words.say("safe.told-word-any")
  }
  return (
    <div role="status">
      {open.map((help) => (
        <Line key={help.seq} say={say(help)}>
          <Button onClick={() => fold(`help-${help.seq}`, true)}>{words.say("safe.well")}</Button>
        </Line>
      ))}
    </div>
  )
}

const proposalsOf = (session: { proposals: ReadonlyMap<string, Proposal> }) => [...session.proposals.values()]

/** Anybody may be the second; who of them is of which group is told to nobody. */
function Proposals() {
  const proposals = useSession(proposalsOf)
  return (
    <div role="status">
      {proposals.map((proposal) => (
        <OneProposal key={proposal.noteId} proposal={proposal} />
      ))}
    </div>
  )
}

function OneProposal({ proposal: { noteId, number, reason } }: { proposal: Proposal }) {
  const words = useWords()
  const intent = useIntent()
  const isHost = useIsHost()
  const open = useUi((ui) => ui.open)
  const isMine = usePrivateNow()?.proposed.includes(noteId) ?? false
  return (
    <Line say={isMine ? words.say("safe.proposed-yours", { number }) : words.say("safe.proposed", { number, reason })}>
      <Button onClick={() => open({ type: "note", id: noteId as NoteId })}>{words.say("safe.proposed-look")}</Button>
      {isMine ? null : <Button onClick={() => void intent({ type: "confirm-hide", noteId })}>{words.say("safe.proposed-yes")}</Button>}
      {isMine || isHost ? (
        <Button onClick={() => void intent({ type: "drop-hide", noteId })}>{words.say("safe.proposed-drop")}</Button>
      ) : null}
    </Line>
  )
}

const stubsOf = (session: { hidden: ReadonlyMap<string, Stub> }) => [...session.hidden.values()]

/** Notes of mine that are out of sight, until I have read so. */
function MyHidden() {
  const { facts, me } = usePeople()
  const stubs = useSession(stubsOf).filter(({ noteId }) => {
    const fact = facts.get(noteId)
    return fact?.author === me.id || fact?.scribe === me.id
  })
  return (
    <div role="status">
      {stubs.map((stub) => (
        <OneHidden key={stub.noteId} stub={stub} />
      ))}
    </div>
  )
}

function OneHidden({ stub: { noteId, number, reason, at } }: { stub: Stub }) {
  const words = useWords()
  // Not `useMayWrite`: what was taken from somebody can be asked back in a pause, too.
  const hasEnded = useSession((session) => session.ended)
  const workshopId = useWorkshopId()
  const key = `read-${noteId}-${at}`
  const [isRead, setRead] = useState(() => recall<boolean>(workshopId, key) ?? false)
  const isAsked = usePrivateNow()?.askedBack.includes(noteId) ?? false
  const [isAsking, setAsking] = useState(false)
  if (isRead) return null
  const read = () => {
    remember(workshopId, key, true)
    setRead(true)
  }
  return (
    <div className={styles.notice}>
      <div className={styles.what}>
        <p className={styles.strong}>{words.say("safe.hidden-yours", { number, reason })}</p>
        <p>{isAsked ? words.say("safe.asked-back", { number }) : words.say("safe.hidden-kind")}</p>
      </div>
      {isAsking && !isAsked ? (
        <AskBack noteId={noteId} cancel={() => setAsking(false)} />
      ) : (
        <div className={styles.answers}>
          {isAsked || hasEnded ? null : <Button onClick={() => setAsking(true)}>{words.say("safe.ask-back")}</Button>}
          <Button onClick={read}>{words.say("safe.well")}</Button>
        </div>
      )}
    </div>
  )
}

function AskBack({ noteId, cancel }: { noteId: string; cancel: () => void }) {
  const words = useWords()
  const call = usePrivateCall()
  const [why, setWhy] = useState("")
  const [wrong, setWrong] = useState<string | null>(null)
  const send = async () => {
    const answer = await call("ask-back", { method: "POST", body: { noteId, words: why } })
    if (!answer.ok) setWrong(answer.title ?? words.say("safe.failed"))
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        label={words.say("safe.ask-back-words")}
        hint={words.say("safe.ask-back-hint")}
        value={why}
        onChange={setWhy}
        limit={LIMITS.reason}
        error={wrong}
        startsHere
      />
      <div className={styles.answers}>
        <Button type="submit">{words.say("safe.ask-back-send")}</Button>
        <Button onClick={cancel}>{words.say("common.cancel")}</Button>
      </div>
    </form>
  )
}
