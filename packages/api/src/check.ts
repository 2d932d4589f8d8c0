// The room checked before people come, and a rehearsal with pretend people. For whoever hosts and the organiser, all under
// /api/workshops/{id}: POST check (RoomCheckPage) → RoomCheck (opens it, or keeps it open: it shuts by itself soon after the last page) ·
// DELETE check (RoomCheckPage) · POST rehearsal → OpenedWorkshop (in the place of an earlier one) · DELETE rehearsal: nothing of it is left.
// The phone's side is plain pages at /check/{key}.
import * as z from "zod/mini"
import { Id } from "./primitives.ts"
import type { OpenedWorkshop } from "./workshops.ts"

/** Which page asks, by an id that it made itself: leaving one does not shut the check of another, or of itself loaded anew. */
export const RoomCheckPage = z.object({ page: Id })
export type RoomCheckPage = z.infer<typeof RoomCheckPage>

/** Who can get to an address. `perhaps`: a public name or number over plain http. */
export type Reach = "this-computer" | "this-network" | "perhaps" | "elsewhere"

/** How a phone's line feels: at once · a short wait · people would give up. */
export type Pace = "quick" | "slow" | "too-slow"

export type CheckedPhone = {
  /** The shortest way there and back (ms); null before the first one is known. */
  way: number | null
  /** Until the workshop's first page stands there (whole seconds, at least 1); null while that is measured. */
  seconds: number | null
  /** Null while it is measured. */
  pace: Pace | null
}

export type RoomCheck = {
  /** What a phone opens, and its QR code as an SVG. */
  url: string
  qrSvg: string
  /** Where phones find this server. */
  origin: string
  reach: Reach
  /** The page that asks stands on the server's own computer, at an address no phone knows. */
  isOpenedHere: boolean
  /** Over https: only then can a phone keep a copy for later. */
  isSecure: boolean
  /** The server's clock (ms). */
  now: number
  /** In the order they came. Nothing else is known of them. */
  phones: CheckedPhone[]
  /** This workshop is itself a rehearsal. */
  isRehearsal: boolean
  rehearsal: Rehearsal | null
}

export type Rehearsal = Pick<OpenedWorkshop, "workshopId" | "joinUrl"> & {
  /** When it goes by itself (ms). */
  keepUntil: number
  people: number
  notes: number
}
