// Rounds, and what a person writes in one before anybody sees it. All under /api/workshops/{id}/drafts with a seat's key; a draft is
// told to the seat that typed it and to nobody else, hosts and the organiser included:
// GET → OwnDrafts · PUT {draftId} (PutDraft) → OwnDraft · DELETE {draftId} → { ok: true } · POST {draftId}/show → { noteId, number }.
import * as z from "zod/mini"
import { Id, LIMITS, ROUND_STAGES, words } from "./primitives.ts"
import { ForWhom } from "./seats.ts"

/** How a round runs. `alone`: write alone, then show together. */
export const RoundKind = z.enum(["alone"])
export type RoundKind = z.infer<typeof RoundKind>

export const RoundStage = z.enum(ROUND_STAGES)
export type RoundStage = z.infer<typeof RoundStage>

export const DraftKind = z.enum(["need", "offer", "option", "risk", "opportunity"])
export type DraftKind = z.infer<typeof DraftKind>

/**
 * Writes a draft, or writes it anew; a repeat does nothing more. `roundId` is the round it was written for: when that is over, the
 * draft is kept for its owner instead of shown, whatever `keepBack` says. Without it, the round that runs.
 */
export const PutDraft = z.object({
  text: words(LIMITS.note),
  kind: DraftKind,
  for: z.optional(ForWhom),
  roundId: z.optional(Id),
  /** Not to be shown with the others: its owner shows it later, or throws it away. */
  keepBack: z.optional(z.boolean()),
})
export type PutDraft = z.infer<typeof PutDraft>

/** `willShow`: it becomes a note when its round is shown. Where false, only its owner can show it. The note will have the same `id`. */
export type OwnDraft = {
  id: string
  roundId: string
  kind: DraftKind
  text: string
  for: ForWhom | null
  willShow: boolean
  writtenAt: number
}
/** Newest last. `written` is how many people have written in the running round; null where none runs. */
export type OwnDrafts = { drafts: OwnDraft[]; roundId: string | null; written: number | null }
