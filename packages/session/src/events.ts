// The session log: everything the server decided about the process, in order, for every seat to read.
// Folded by reduce.ts on both ends; written only by rules.ts (through the server). Knows no Yjs and no I/O.
import type { Locale, Stage, StageKind } from "@evenboard/api"

/** Who did it: a seat, the organiser's link, or the server itself. */
export type Actor = { seat: string } | "organiser" | "server"

export type SessionEventBody =
  | { type: "opened"; title: string; purpose: string; language: Locale; groups: string[]; stages: Stage[] }
  | { type: "plan-edited"; title?: string; purpose?: string; stage?: { kind: StageKind; prompt?: string; minutes?: number } }
  | { type: "stage-moved"; to: StageKind }
  | { type: "timer-started"; endsAt: number; minutes: number }
  | { type: "timer-lengthened"; endsAt: number; minutes: number }
  | { type: "timer-stopped" }
  /** `to` hosts from now on; `how` says why it could. */
  | { type: "host-changed"; from: string | null; to: string; how: "first" | "passed" | "taken-over" | "organiser"; confirmedBy?: string }
  | { type: "host-asked"; seat: string }
  | { type: "door-opened" }
  | { type: "door-shut" }
  | { type: "link-rotated" }
  | { type: "note-hidden"; noteId: string; number: number; kind: string; canvas: string; reason: string }
  | { type: "note-restored"; noteId: string }
  /** A hand on an agreement: raised for, worried, or taken down (null). */
  | { type: "hand-raised"; agreementId: string; seat: string; stance: "for" | "worried" | null }
  /** One person counted the room; replaces an earlier count. */
  | { type: "hands-counted"; agreementId: string; for: number; worried: number }
  /** `seat` is whose worry it is; `scribe` typed it when it was another. */
  | { type: "worry-said"; worryId: string; agreementId: string; seat: string; scribe: string | null; words: string }
  | { type: "worry-withdrawn"; worryId: string }
  | { type: "imported"; from: string; notes: number }
  | { type: "exported"; format: string }
  | { type: "ended" }

/** `seq` counts from 1 without gaps; `at` is the server's clock, ms since 1970. */
export type SessionEvent = { seq: number; at: number; by: Actor } & SessionEventBody

/** Session frame (type 122). The first of a connection has `whole: true`. `now` is the server's clock when sent. */
export type SessionFrame = { whole: boolean; now: number; events: SessionEvent[] }
