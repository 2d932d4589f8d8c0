// Folds the session log into a Session, the same on server and phone. Pure; unknown event types change nothing but `seq`.
import type { SessionEvent } from "./events.ts"
import type { Session } from "./state.ts"

/** The session before its first event. */
export const emptySession: Session = {
  seq: 0, title: "", purpose: "", language: "en", groups: [], stages: [], stage: "arrive", timer: null, host: null, asking: null,
  doorOpen: true, hands: new Map(), worries: [], hidden: new Map(), ended: false, openedAt: 0,
}

/** One step; returns the same object when the event was seen already (`event.seq <= session.seq`). */
export declare function reduce(session: Session, event: SessionEvent): Session
