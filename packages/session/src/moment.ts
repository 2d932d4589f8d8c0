// What a ruling is made from and of, beside the session itself: the facts of the moment, and the answer.
import type { Reason } from "@evenboard/api"
import type { SessionEventBody } from "./events.ts"

/** What the rules cannot see in the log. Seats and notes are those of this workshop. */
export type Moment = {
  now: number
  /** Seats with a live socket. */
  here: ReadonlySet<string>
  /** When the host's last socket went, or null while one is open (ms). After a server start: the start. */
  hostGoneSince: number | null
  isSeat(id: string): boolean
  /** False for somebody whose words others type. */
  hasDevice(seat: string): boolean
  /** Number, kind and canvas of a note on the board now. */
  noteOf(id: string): { number: number; kind: string; canvas: string } | null
  /** The table a seat sits at, or null. */
  tableOf(seat: string): string | null
  /** Who proposed to take this note out of sight; null where nobody did, or nobody knows any more. */
  proposerOf(noteId: string): string | null
  /** True where this seat came after it was proposed to take this note out of sight. */
  cameSince(seat: string, noteId: string): boolean
  /** True where both have said that they are here as the same group. */
  isSameGroup(a: string, b: string): boolean
  /** How many notes the running round would show now. */
  toShow: number
  isAgreement(id: string): boolean
  /** Notes on the board that have neither an outcome nor a reason. */
  openNotes(): number
  newId(): string
}
export type Ruling = { ok: true; events: SessionEventBody[] } | { ok: false; reason: Reason }

/** How long a host must have been gone before somebody else can take over. */
export const HOST_GONE_MS = 60_000

export const yes = (...events: SessionEventBody[]): Ruling => ({ ok: true, events })
export const no = (reason: Reason): Ruling => ({ ok: false, reason })
