// May this seat do this now? Pure: (session, who, intent, facts of the moment) → the events to write, or one reason why not.
import type { Intent, Reason } from "@evenboard/api"
import type { Actor, SessionEventBody } from "./events.ts"
import type { Session } from "./state.ts"

/** What the rules cannot see in the log. Seats and notes are those of this workshop. */
export type Moment = {
  now: number
  /** Seats with a live socket. */
  here: ReadonlySet<string>
  /** When the host's last socket went, or null while one is open (ms). After a server start: the start. */
  hostGoneSince: number | null
  isSeat(id: string): boolean
  /** Number, kind and canvas of a note on the board now. */
  noteOf(id: string): { number: number; kind: string; canvas: string } | null
  isAgreement(id: string): boolean
  newId(): string
}
export type Ruling = { ok: true; events: SessionEventBody[] } | { ok: false; reason: Reason }

/** How long a host must have been gone before somebody else can take over. */
export const HOST_GONE_MS = 60_000

/** `written-for` and `say-worry`'s `for` are resolved to seats by the server before this is asked. */
export declare function rule(session: Session, by: Actor, intent: Intent, moment: Moment): Ruling
