// Built-in recipes: plans of stages that fit an hour, an evening, two evenings or one long day. Owns the order and the minutes; the words
// come from the caller in the workshop's language, since session knows no catalogs. The host may change every prompt and every minute
// later. Steps in which people write have twice the minutes that saying the same would take: a phone is slower than a voice.
import type { Recipe, StageKind } from "@evenboard/api"

export const RECIPE_NAMES = ["evening", "hour", "needs-options", "risks-agree", "long-day", "listening"] as const
export type RecipeName = (typeof RECIPE_NAMES)[number]
/** What a workshop gets when nobody chose. */
export const DEFAULT_RECIPE: RecipeName = "evening"

/** Ends of `recipes.prompt-…`: a stage's usual question, or what a first or second evening asks there instead. */
export const RECIPE_PROMPTS = [
  "arrive",
  "needs",
  "options",
  "matrix",
  "agree",
  "after",
  "after-first",
  "arrive-second",
  "options-second",
] as const
type RecipePrompt = (typeof RECIPE_PROMPTS)[number]

/** Ids in the words area `recipes`. Besides what `recipeOf` asks for, `recipes.{name}-about` describes each in a sentence. */
export type RecipeMessageId = `recipes.${RecipeName}-name` | `recipes.prompt-${RecipePrompt}`

/** A question other than the stage's own is named last. */
type Step = readonly [StageKind, minutes: number, prompt?: RecipePrompt]

const STEPS: Record<RecipeName, readonly Step[]> = {
  evening: [
    ["arrive", 15],
    ["needs", 30],
    ["options", 30],
    ["matrix", 20],
    ["agree", 20],
    ["after", 5],
  ],
  hour: [
    ["arrive", 5],
    ["needs", 15],
    ["options", 15],
    ["matrix", 10],
    ["agree", 10],
    ["after", 5],
  ],
  "needs-options": [
    ["arrive", 15],
    ["needs", 50],
    ["options", 45],
    ["after", 10, "after-first"],
  ],
  "risks-agree": [
    ["arrive", 10, "arrive-second"],
    ["options", 20, "options-second"],
    ["matrix", 40],
    ["agree", 40],
    ["after", 10],
  ],
  "long-day": [
    ["arrive", 30],
    ["needs", 90],
    ["options", 90],
    ["matrix", 60],
    ["agree", 60],
    ["after", 30],
  ],
  listening: [
    ["arrive", 15],
    ["needs", 60],
    ["after", 15],
  ],
}

export const isRecipeName = (name: string): name is RecipeName => RECIPE_NAMES.some((known) => known === name)

/** A built-in recipe in the language of `say`. */
export function recipeOf(name: RecipeName, say: (id: RecipeMessageId) => string): Recipe {
  const stages = STEPS[name].map(([kind, minutes, prompt = kind]) => ({ kind, minutes, prompt: say(`recipes.prompt-${prompt}`) }))
  return { name: say(`recipes.${name}-name`), stages }
}
