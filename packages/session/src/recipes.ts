// Built-in recipes: plans of stages that fit an evening or less. Owns the order and the minutes; the words come from the caller in
// the workshop's language, since session knows no catalogs. The host may change every prompt and every minute later.
import type { Recipe, StageKind } from "@evenboard/api"

export const RECIPE_NAMES = ["evening", "hour", "listening"] as const
export type RecipeName = (typeof RECIPE_NAMES)[number]
/** What a workshop gets when nobody chose. */
export const DEFAULT_RECIPE: RecipeName = "evening"

/** Ids in the words area `recipes`. Besides what `recipeOf` asks for, `recipes.{name}-about` describes each in a sentence. */
export type RecipeMessageId = `recipes.${RecipeName}-name` | `recipes.prompt-${StageKind}`

const MINUTES: Record<RecipeName, readonly [StageKind, number][]> = {
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
  listening: [
    ["arrive", 15],
    ["needs", 60],
    ["after", 15],
  ],
}

export const isRecipeName = (name: string): name is RecipeName => RECIPE_NAMES.some((known) => known === name)

/** Minutes of a built-in recipe in all. */
export const minutesOf = (name: RecipeName): number => MINUTES[name].reduce((sum, [, minutes]) => sum + minutes, 0)

/** A built-in recipe in the language of `say`. */
export function recipeOf(name: RecipeName, say: (id: RecipeMessageId) => string): Recipe {
  const stages = MINUTES[name].map(([kind, minutes]) => ({ kind, minutes, prompt: say(`recipes.prompt-${kind}`) }))
  return { name: say(`recipes.${name}-name`), stages }
}
