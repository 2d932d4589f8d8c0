// What is said and done for people's safety, and told to as few as may be. All under /api/workshops/{id}, with a seat's key unless said:
// GET private → PrivateView: everything that only this seat is told; a socket frame (type 126) says that it has changed ·
// POST concerns (SayConcern) → PrivateView · DELETE concerns/{concernId} · POST concerns/{concernId}/read ·
// POST ask-back (AskBack): my note was taken out of sight, and I would like it back ·
// POST removal (AskRemoval, hosts) · DELETE removal · POST removal/answer (AnswerRemoval): the one person who was asked ·
// PUT, DELETE supporters/{seatId}: this person may, or may no longer, write for me ·
// PUT me/quiet (Quiet) · POST rotate-link (hosts): each answers the new PrivateView.
// The organiser's key: GET organiser/safe → OrganiserSafe · POST organiser/concerns/{concernId}/read · POST organiser/remove and
// POST organiser/return (OrganiserPerson): each answers the new OrganiserSafe.
import * as z from "zod/mini"
import type { OwnGoAlong } from "./pledges.ts"
import { Id, LIMITS, maybeWords, words } from "./primitives.ts"

/** What a person may ask of the room without a name. */
export const HelpKind = z.enum(["time", "explain", "word"])
export type HelpKind = z.infer<typeof HelpKind>

/** `host`: whoever hosts as it is said, and no later host. `isNamed`: that person is told who says it. A repeat of an id does nothing. */
export const SayConcern = z.object({
  id: Id,
  words: words(LIMITS.concern),
  hears: z.enum(["host", "organiser"]),
  isNamed: z.optional(z.boolean()),
})
export type SayConcern = z.infer<typeof SayConcern>

export const AskBack = z.object({ noteId: Id, words: maybeWords(LIMITS.reason) })
export type AskBack = z.infer<typeof AskBack>

/** `seatId` is to leave; `confirmer` is the one other person who is asked, and told. */
export const AskRemoval = z.object({ seatId: z.string(), confirmer: z.string() })
export type AskRemoval = z.infer<typeof AskRemoval>

export const AnswerRemoval = z.object({ yes: z.boolean() })
export type AnswerRemoval = z.infer<typeof AnswerRemoval>

export const Quiet = z.object({ quiet: z.boolean() })
export type Quiet = z.infer<typeof Quiet>

export const OrganiserPerson = z.object({ seatId: z.string() })
export type OrganiserPerson = z.infer<typeof OrganiserPerson>

/** `hearer` is a seat, or null for the organiser. `readAt` null: not read yet. */
export type OwnConcern = { id: string; words: string; hearer: string | null; isNamed: boolean; at: number; readAt: number | null }
/** As the one who hears it has it. `from` is a seat where its writer wants to be known. */
export type HeardConcern = { id: string; words: string; from: string | null; at: number; readAt: number | null }
/** A note out of sight as a host may read it, and its author's wish to have it back. */
type HiddenNote = { noteId: string; words: string; askedBack: string | null }

export type PrivateView = {
  quiet: boolean
  /** Seats that may write for me, by my own yes; and those I may write for. */
  supporters: string[]
  supports: string[]
  /** What I said; newest first. */
  mine: OwnConcern[]
  /** What was said to me; newest first. */
  heard: HeardConcern[]
  /** Notes I proposed to take out of sight, and nobody has decided. */
  proposed: string[]
  /** Notes of mine that I asked back, and nobody has brought back. */
  askedBack: string[]
  /** Notes of mine that a name was taken out of, in the last 30 days. */
  nameTakenOut: string[]
  /** Somebody is to be asked to leave. `mine`: I asked; else I am the one who says yes or no. */
  removal: { seatId: string; by: string; confirmer: string; answer: "open" | "no"; isMine: boolean } | null
  /** Which sentences of "How we want to work together" I go along with. */
  goesAlong: OwnGoAlong[]
  /** For who hosts; empty for everybody else. */
  hidden: HiddenNote[]
}

export type OrganiserSafe = {
  concerns: HeardConcern[]
  /** Seats that were removed. */
  removed: string[]
}
