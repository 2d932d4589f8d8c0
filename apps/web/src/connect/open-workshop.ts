// Opens a workshop on this phone and wires its parts: board doc, session, people, outbox, clock and line. The one object the
// screens read; closing it leaves nothing running. Knows no React.
import * as Y from "yjs"
import { boardView, newId, type BoardView, type Command, type Outcome } from "@evenboard/board"
import type { Boot, OwnSeat } from "@evenboard/api"
import { ServerClock } from "./clock.ts"
import type { ServerFrame } from "./frames.ts"
import { inFrames } from "./in-frames.ts"
import { openIntents, type IntentBody, type IntentResult } from "./intents.ts"
import { keptInBrowser, type Kept } from "./kept.ts"
import { openLine, type LineState } from "./line.ts"
import { Outbox } from "./outbox.ts"
import { peopleStore, type People, type PeopleStore } from "./people-store.ts"
import { SAVING_MS, saveState, warnsOnLeaving, type Pending, type SaveState } from "./save-state.ts"
import { sessionStore, type SessionNow, type SessionStore } from "./session-store.ts"
import { valueOf, type Value } from "./value.ts"

export type { IntentBody, IntentResult, LineState, People, SaveState, SessionNow }

/** What does a command to the doc: `run` of the board, or `runFirst`. */
export type Runs<C extends Command> = (doc: Y.Doc, command: C) => Outcome
export type Ran = Outcome | { ok: false; reason: "ended" | "paused" }
export type Workshop = {
  readonly id: string
  readonly boot: Boot
  /** For Tiptap only; everything else reads `board` and writes by `run`. */
  readonly doc: Y.Doc
  readonly board: BoardView
  readonly session: Value<SessionNow>
  readonly people: Value<People>
  readonly save: Value<SaveState>
  readonly line: Value<LineState>
  /** True from the first moment the whole board is here. */
  readonly isReady: Value<boolean>
  /** When this device last had the board live (its own clock, ms), while the copy it kept is on the screen; null once the server is heard. */
  readonly copyFrom: Value<number | null>
  /** My changes that the server has not said are durable. */
  pending(): readonly Pending[]
  /** Grows whenever what the server tells only me has changed. */
  readonly news: Value<number>
  /** Refuses everything while the room is paused, and once the workshop has ended. */
  run<C extends Command>(runs: Runs<C>, command: C): Ran
  intent(body: IntentBody): Promise<IntentResult>
  setMe(me: OwnSeat): void
  /** The server's clock (ms). */
  now(): number
  /** The phone is awake again: look at the line at once. */
  wake(): void
  close(): void
}

export type World = {
  kept: Kept
  Socket: typeof WebSocket
  fetch: typeof fetch
  origin: string
  monotonic: () => number
  random: () => number
  after: (ms: number, work: () => void) => () => void
  /** Before the next picture; while none are drawn, soon. */
  frame: (work: () => void) => void
}

export const browserWorld = (workshopId: string): World => ({
  kept: keptInBrowser(workshopId),
  Socket: WebSocket,
  fetch: fetch.bind(window),
  origin: location.origin,
  monotonic: () => performance.now(),
  random: Math.random,
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  frame: (work) => void (document.hidden ? setTimeout(work, 100) : requestAnimationFrame(work)),
})

/** What a copy on this device fills before the line opens. */
export type Parts = { doc: Y.Doc; outbox: Outbox; session: SessionStore; people: PeopleStore }

/** `fillFromCopy` fills the parts with what this device kept, and says when it last was live. */
export function openWorkshop(boot: Boot, world: World = browserWorld(boot.workshopId), fillFromCopy?: (parts: Parts) => number): Workshop {
  const doc = new Y.Doc()
  doc.clientID = boot.clientId
  const clock = new ServerClock(boot.now, world.monotonic)
  const board = inFrames(boardView(doc), world.frame)
  const session = sessionStore()
  const people = peopleStore(boot.seat)
  const news = valueOf(0)
  const save = valueOf<SaveState>("saved")
  let cancelLate = () => {}
  let openedAt = 0
  let patience = SAVING_MS

  const outbox = new Outbox({ kept: world.kept, seat: boot.seat.id, now: world.monotonic, newKey: newId, changed: () => tell() })
  const intents = openIntents({
    workshopId: boot.workshopId,
    seat: boot.seat.id,
    kept: world.kept,
    fetch: world.fetch,
    newId,
    settled: () => outbox.settled(),
  })

  const copyFrom = valueOf(fillFromCopy ? fillFromCopy({ doc, outbox, session, people }) : null)
  const isReady = valueOf(copyFrom.get() !== null)

  // Ours must hear of an update before the provider sends it, so that the frame is counted for it.
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== line.provider) outbox.add(update)
  })
  const hear = (frame: ServerFrame) => {
    if (frame.type === "ack") {
      patience = SAVING_MS
      outbox.acked(frame.count)
    }
    if (frame.type === "session") session.take(frame.frame)
    if (frame.type === "people") people.take(frame.frame)
    if (frame.type === "private") news.set(news.get() + 1)
    // A server that could not store asks everybody again (step 1) once it can, and the provider's answer holds all it lacks: forty
    // phones need no new connections for that.
    if (frame.type === "nack") outbox.nacked(frame.frame, frame.reason)
  }
  const synced = async () => {
    copyFrom.set(null)
    await outbox.replay(doc)
    isReady.set(true)
    await intents.replay()
  }
  const line = openLine({
    url: `${world.origin.replace(/^http/, "ws")}/sync`,
    workshopId: boot.workshopId,
    doc,
    Socket: world.Socket,
    monotonic: world.monotonic,
    random: world.random,
    after: world.after,
    heard: hear,
    clockHeard: (sample) => clock.hear(sample),
    opened: () => {
      openedAt = world.monotonic()
      clock.forget()
      outbox.opened()
    },
    sent: (kind) => outbox.sent(kind),
    synced: () => void synced(),
  })
  const tell = () => {
    const { pending, refused } = outbox
    const now = world.monotonic()
    const online = line.state.get().at === "open" && outbox.mayStore
    save.set(saveState({ pending, refused, online, isCopy: copyFrom.get() !== null, now }))
    cancelLate()
    const oldest = Math.min(...pending.map((change) => change.at))
    // Frames that vanish look like a slow server: each socket gets longer than the one before.
    const stuckAt = online ? Math.max(oldest, openedAt) + patience : Infinity
    if (now > stuckAt) {
      patience *= 2
      return line.replace()
    }
    const next = [oldest + SAVING_MS, stuckAt].filter((at) => at >= now && at < Infinity)
    if (next.length > 0) cancelLate = world.after(Math.min(...next) - now + 1, tell)
  }
  const stops = [
    line.state.subscribe(tell),
    copyFrom.subscribe(tell),
    listenForWaking(
      () => wake(),
      () => outbox.pending.length > 0 && warnsOnLeaving(save.get()),
    ),
  ]
  const wake = () => {
    outbox.keepAgain()
    line.wake()
  }
  tell()

  return {
    id: boot.workshopId,
    boot,
    doc,
    board,
    session,
    people,
    save,
    line: line.state,
    isReady,
    copyFrom,
    pending: () => outbox.pending,
    news,
    run: (runs, command) => {
      const { ended, paused } = session.get().session
      return ended || paused ? { ok: false, reason: ended ? "ended" : "paused" } : runs(doc, command)
    },
    intent: (body) => intents.say(body),
    setMe: (me) => people.setMe(me),
    now: () => clock.now(),
    wake,
    close() {
      for (const stop of stops) stop()
      cancelLate()
      line.close()
      board.destroy()
      doc.destroy()
    },
  }
}

/** Phones sleep: whenever this page may be seen, runs again after a freeze, or the network is back, look at the line at once. */
function listenForWaking(wake: () => void, mustWarn: () => boolean): () => void {
  if (typeof window === "undefined") return () => {}
  const stop = new AbortController()
  const { signal } = stop
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake(), { signal })
  document.addEventListener("resume", wake, { signal })
  addEventListener("pageshow", wake, { signal })
  addEventListener("online", wake, { signal })
  addEventListener("beforeunload", (event) => mustWarn() && event.preventDefault(), { signal })
  return () => stop.abort()
}
