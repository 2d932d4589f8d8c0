// A recipe as a file: a plan of steps, questions and minutes that goes from one workshop to another. Never anybody's words or names.
// Owns the format; knows no screen and no disk.
import * as z from "zod/mini"
import { LIMITS, Locale, words } from "./primitives.ts"
import { MOST_MINUTES, Recipe, STAGE_KINDS, type Stage } from "./stages.ts"

/** Bytes. Six questions at their longest are under 8 KB in any script. */
export const RECIPE_FILE_LIMIT = 64 * 1024

const FORMAT = "evenboard-recipe"
const VERSION = 1

export const RecipeFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  name: words(LIMITS.title),
  /** The language its questions are written in. */
  language: Locale,
  stages: Recipe.shape.stages,
})
export type RecipeFile = z.infer<typeof RecipeFile>
type RecipeFault = "too-large" | "not-json" | "not-a-recipe" | "other-version" | "broken"

/** Always one that opens again: what an import let in longer, or twice, is cut to what a recipe may hold. */
export const recipeFile = ({ name, stages }: { name: string; stages: readonly Stage[] }, language: Locale): RecipeFile => ({
  format: FORMAT,
  version: VERSION,
  name: name.slice(0, LIMITS.title).trim(),
  language,
  stages: STAGE_KINDS.flatMap((kind) => stages.find((stage) => stage.kind === kind) ?? []).map(({ kind, prompt, minutes }) => ({
    kind,
    prompt: prompt.trim().slice(0, LIMITS.prompt).trim(),
    minutes: Math.min(minutes, MOST_MINUTES),
  })),
})

/** What a file holds, or why it is none; whatever a recipe does not have is left out. */
export function readRecipeFile(text: string): { ok: true; recipe: RecipeFile } | { ok: false; reason: RecipeFault } {
  if (new TextEncoder().encode(text).length > RECIPE_FILE_LIMIT) return { ok: false, reason: "too-large" }
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch {
    return { ok: false, reason: "not-json" }
  }
  if (typeof json !== "object" || json === null || !("format" in json) || json.format !== FORMAT)
    return { ok: false, reason: "not-a-recipe" }
  if (!("version" in json) || json.version !== VERSION) return { ok: false, reason: "other-version" }
  const read = z.safeParse(RecipeFile, json)
  return read.success ? { ok: true, recipe: read.data } : { ok: false, reason: "broken" }
}
