// The process as this phone knows it: the session log folded, and the log itself for those who read it.
import { emptySession, reduce, type Counted, type Session, type SessionEvent, type SessionFrame } from "@evenboard/session"
import { valueOf, type Value } from "./value.ts"

export type SessionNow = {
  session: Session
  events: readonly SessionEvent[]
  /** How many people have written in the round that runs. */
  written: number
  /** How many go along with each sentence of how we want to work together. */
  counted: readonly Counted[]
  /** False until the server has told it whole. */ isKnown: boolean
}

export type SessionStore = Value<SessionNow> & { take(frame: SessionFrame): void }

export function sessionStore(): SessionStore {
  const value = valueOf<SessionNow>({ session: emptySession, events: [], written: 0, counted: [], isKnown: false })
  return {
    get: value.get,
    subscribe: value.subscribe,
    take(frame) {
      const from = frame.whole ? { session: emptySession, events: [] } : value.get()
      const news = frame.events.filter((event) => event.seq > from.session.seq)
      if (news.length === 0 && !frame.whole && frame.written === undefined && !frame.counted) return
      const session = news.reduce(reduce, from.session)
      // Of a round that has just begun nothing was said yet: nobody has written.
      const written = frame.written ?? (session.round?.id === value.get().session.round?.id ? value.get().written : 0)
      const counted = frame.counted ?? (frame.whole ? [] : value.get().counted)
      value.set({ session, events: news.length === 0 ? from.events : [...from.events, ...news], written, counted, isKnown: true })
    },
  }
}
