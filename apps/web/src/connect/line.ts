// The line to the server: y-websocket's provider with our own waking around it. Owns when to try, when to give a socket up, and when
// to stay away; what frames mean is its caller's. Timers, randomness and the socket class are arguments, so tests need no network.
//
//   opening ──open──► open ──lost──► waiting ──timer or waking──► opening          any ──4400…4499──► closed (for good)
import type * as Y from "yjs"
import { WebsocketProvider } from "y-websocket"
import { encodeClockRequest, MESSAGE, READERS, syncKind, type ServerFrame } from "./frames.ts"
import { valueOf, type Value } from "./value.ts"

export type LineState = { at: "opening" | "open" | "waiting" } | { at: "closed"; code: number }

/** Message type 1 of y-websocket. */
const AWARENESS = 1
/** First and longest time between two tries; the true wait is anything between 0 and the bound, so that forty phones spread. */
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A socket that has not opened by then is given up: a phone that changed networks may wait minutes for the system's own limit. */
const OPEN_WITHIN_MS = 5000
const ASK_EVERY_MS = 15_000
/** A question unanswered for this long means a dead socket that looks alive. */
const ANSWER_WITHIN_MS = 10_000
/** After waking, half a minute of sleep is more likely than a slow server. */
const ANSWER_WITHIN_AFTER_WAKING_MS = 2000

type LineDeps = {
  /** `wss://host/sync` */
  url: string
  workshopId: string
  doc: Y.Doc
  Socket: typeof WebSocket
  monotonic: () => number
  random: () => number
  after: (ms: number, work: () => void) => () => void
  heard: (frame: ServerFrame) => void
  clockHeard: (sample: { sentAt: number; heardAt: number; at: number }) => void
  /** A connection stands; its frames count from one. */
  opened: () => void
  sent: (kind: 1 | 2) => void
  /** The first complete answer of this connection is in the doc. */
  synced: () => void
}
export type Line = {
  state: Value<LineState>
  provider: WebsocketProvider
  /** The phone is awake again, or the network is back: look at once. */
  wake(): void
  /** This socket takes nothing any more, whatever it says: another one. */
  replace(): void
  close(): void
}

export function openLine(deps: LineDeps): Line {
  const state = valueOf<LineState>({ at: "opening" })
  const asked = new Map<number, number>()
  let questions = 0
  let tries = 0
  let [cancelTry, cancelPatience, cancelAsk, cancelAnswer] = [nothing, nothing, nothing, nothing]

  const provider = new WebsocketProvider(deps.url, deps.workshopId, deps.doc, {
    connect: false,
    disableBc: true,
    protocols: ["evenboard.1"],
    WebSocketPolyfill: countingSocket(deps.Socket, deps.sent),
  })
  // Who is here comes from the server's people frames; we claim nothing by awareness, and heed none: the provider would send back
  // every state it hears.
  provider.awareness.setLocalState(null)
  provider.messageHandlers[AWARENESS] = provider.messageHandlers[MESSAGE.presence] = () => {}

  for (const [type, read] of READERS) {
    provider.messageHandlers[type] = (_encoder, decoder) => {
      const frame = read(decoder)
      if (frame.type === "clock") answered(frame.id, frame.serverNow)
      else deps.heard(frame)
    }
  }

  const open = () => {
    cancelTry()
    state.set({ at: "opening" })
    cancelPatience()
    cancelPatience = deps.after(OPEN_WITHIN_MS, () => provider.disconnect())
    provider.connect()
  }
  const replace = () => {
    tries = 0
    provider.disconnect()
  }
  /** Somebody has just taken the phone in their hand: no waiting. */
  const replaceNow = () => {
    replace()
    open()
  }
  const ask = (within: number, unanswered = replace) => {
    const id = ++questions
    asked.set(id, deps.monotonic())
    cancelAnswer()
    cancelAnswer = deps.after(within, unanswered)
    provider.ws?.send(encodeClockRequest(id) as Uint8Array<ArrayBuffer>)
  }
  const answered = (id: number, at: number) => {
    const sentAt = asked.get(id)
    asked.delete(id)
    cancelAnswer()
    if (sentAt !== undefined) deps.clockHeard({ sentAt, heardAt: deps.monotonic(), at })
  }
  const askOnAndOn = () => {
    ask(ANSWER_WITHIN_MS)
    cancelAsk = deps.after(ASK_EVERY_MS, askOnAndOn)
  }
  const rest = () => {
    cancelPatience()
    cancelAsk()
    cancelAnswer()
    asked.clear()
  }

  provider.on("status", ({ status }) => {
    if (status !== "connected") return
    cancelPatience()
    deps.opened()
    state.set({ at: "open" })
    askOnAndOn()
  })
  provider.on("sync", (isSynced) => {
    if (!isSynced) return
    tries = 0
    deps.synced()
  })
  provider.on("connection-close", (event) => {
    // From here on we decide when to try; the provider's own timer finds nothing to do.
    provider.shouldConnect = false
    rest()
    if (state.get().at === "closed") return
    if (event && event.code >= 4400 && event.code < 4500) return state.set({ at: "closed", code: event.code })
    state.set({ at: "waiting" })
    cancelTry()
    cancelTry = deps.after(deps.random() * waitBound(tries++), open)
  })

  open()
  return {
    state,
    provider,
    wake() {
      const { at } = state.get()
      if (at === "open") ask(ANSWER_WITHIN_AFTER_WAKING_MS, replaceNow)
      if (at === "waiting") replaceNow()
      if (at !== "opening") return
      // It may have begun before the phone fell asleep.
      cancelPatience()
      cancelPatience = deps.after(ANSWER_WITHIN_AFTER_WAKING_MS, replaceNow)
    },
    replace,
    close() {
      state.set({ at: "closed", code: 1000 })
      cancelTry()
      provider.destroy()
      rest()
    },
  }
}

const nothing = () => {}
const waitBound = (tries: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)

/** A socket that tells of every outgoing frame an ack will count. */
function countingSocket(Socket: typeof WebSocket, sent: (kind: 1 | 2) => void): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      const kind = data instanceof Uint8Array ? syncKind(data) : null
      if (kind) sent(kind)
      super.send(data)
    }
  }
}
