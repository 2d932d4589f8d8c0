// Joining and what a person may change about their own seat.
import * as z from "zod/mini"
import { Credit } from "./credit.ts"
import { LIMITS, Locale, maybeWords, words } from "./primitives.ts"

/** What a person may say about themselves; all of it optional, all of it changeable later. */
export const SeatDetails = z.object({
  name: z.optional(maybeWords(LIMITS.name)),
  /** The same as `credit`: true is `name`, false `none`. `credit` counts where both stand. */
  showName: z.optional(z.boolean()),
  /** How notes say whose they are. `none` unless chosen. */
  credit: z.optional(Credit),
  /** May what this person said stand in exports? Yes unless said otherwise; on the board it stays either way. */
  quotable: z.optional(z.boolean()),
  group: z.optional(maybeWords(LIMITS.group)),
  /** Which table, or "online". */
  table: z.optional(maybeWords(LIMITS.table)),
  language: z.optional(Locale),
})
export type SeatDetails = z.infer<typeof SeatDetails>

export const JoinByKey = z.extend(SeatDetails, { key: z.optional(z.string()), returnCode: z.optional(maybeWords(120)) })
export const JoinByCode = z.extend(SeatDetails, { code: z.string().check(z.trim(), z.regex(/^[\d\s-]{6,9}$/)) })

/** A place for somebody without a device. The name is shown unless `showName` is false; without a name they are "Guest 7". */
export const PlaceFor = {
  name: z.optional(maybeWords(LIMITS.name)),
  table: z.optional(maybeWords(LIMITS.table)),
  showName: z.optional(z.boolean()),
}
/** What `open-seat` answers beside `ok`. The three words are told this once; `POST …/seats/{seatId}/return-code` makes new ones. */
export type OpenedSeat = { seatId: string; returnCode: string }

/** Somebody who has no device: a name, or words like "someone at table 2". */
export const ForWhom = z.union([
  z.object({ seatId: z.string() }),
  z.object({ name: words(LIMITS.name) }),
  z.object({ table: words(LIMITS.table) }),
])
export type ForWhom = z.infer<typeof ForWhom>

export type Joined = {
  seatId: string
  seatKey: string
  /** Three words; with the workshop's own id or link they give the same seat on another phone. */
  returnCode: string
  /** Yjs client ids leased to this seat: `from`, `from + 1` … `from + count − 1`, each for one page load only. */
  clientIds: { from: number; count: number }
}

/** A seat as every other seat may see it. `name` is what its owner chose to be credited by: name, initials or group, else null. Groups are told of only as balance is. */
export type PublicSeat = {
  id: string
  /** Joining order; a nameless seat is "Guest 7". */
  guest: number
  name: string | null
  table: string | null
  /** False for somebody without a device whose notes others type. */
  device: boolean
  /** The table of somebody known only as "someone at table 2"; absent for everybody else. */
  someoneAt?: string
}
/** What a seat sees of itself. */
export type OwnSeat = PublicSeat & { group: string | null; ownName: string; credit: Credit; quotable: boolean; language: Locale }

/** `GET …/me/counts`: what this seat did, told to nobody else. Notes are those it is the author of. */
export type OwnCounts = { notes: number; changes: number; groupings: number; placings: number }
