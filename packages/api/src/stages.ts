// Stages and recipes: the plan of a workshop. `shows` says which page a phone opens on; the words come from the recipe or the host.
import * as z from "zod/mini"
import { LIMITS, maybeWords, words } from "./primitives.ts"

export const STAGE_KINDS = ["arrive", "needs", "options", "matrix", "agree", "after"] as const
export const StageKind = z.enum(STAGE_KINDS)
export type StageKind = z.infer<typeof StageKind>

export const MOST_MINUTES = 600

export const Stage = z.object({
  /** Stages are named by their kind; a recipe holds each kind at most once. */
  kind: StageKind,
  prompt: maybeWords(LIMITS.prompt),
  /** Minutes planned, 0 for no time. */
  minutes: z.int().check(z.minimum(0), z.maximum(MOST_MINUTES)),
})
export type Stage = z.infer<typeof Stage>

export const Recipe = z.object({
  name: words(LIMITS.title),
  stages: z.array(Stage).check(
    z.minLength(1),
    z.maxLength(6),
    z.refine((list) => new Set(list.map((s) => s.kind)).size === list.length, "stages twice"),
  ),
})
export type Recipe = z.infer<typeof Recipe>
