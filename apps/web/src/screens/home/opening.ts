// From what somebody filled in to the body of `POST /api/workshops`, or the one thing that is missing. Pure.
import { LIMITS, type OpenWorkshop, type Stage } from "@evenboard/api"
import type { Locale } from "@evenboard/words"
import { recipeOf, type RecipeMessageId, type RecipeName } from "@evenboard/session"

export type Step = Stage & { isUsed: boolean }
export type Draft = {
  title: string
  purpose: string
  language: Locale
  /** Names of the ticked groups, in the words of the form. */
  groups: readonly string[]
  /** More groups as typed, one on each line. */
  moreGroups: string
  /** A built-in one, or what was read from a file. */
  recipe: RecipeName | TakenRecipe
  /** Null while nobody has changed a step: then the server takes the recipe as it is, in the workshop's language. */
  steps: readonly Step[] | null
  /** Whether somebody chose the plan: a file to begin with keeps its own otherwise. */
  isPlanChosen: boolean
  first: FirstContent | null
}
/** What a chosen file holds: a JSON export, or CSV rows as text. */
export type FirstContent = { name: string; content: unknown }
/** A recipe from a file, with the file's own name. */
export type TakenRecipe = { file: string; name: string; stages: readonly Stage[] }
export type Missing = "title" | "groups" | "steps"

export function bodyOf(draft: Draft): { ok: true; body: OpenWorkshop } | { ok: false; missing: Missing } {
  const title = draft.title.trim()
  const groups = groupsOf(draft)
  const steps = draft.steps?.filter(({ isUsed }) => isUsed)
  if (title === "") return { ok: false, missing: "title" }
  if (groups.length > LIMITS.groups) return { ok: false, missing: "groups" }
  if (steps?.length === 0) return { ok: false, missing: "steps" }
  const purpose = draft.purpose.trim()
  return {
    ok: true,
    body: {
      title,
      ...(purpose ? { purpose } : {}),
      language: draft.language,
      groups,
      ...(draft.isPlanChosen || !draft.first ? { recipe: recipeToSend(draft.recipe, steps) } : {}),
      ...(draft.first ? { import: draft.first.content } : {}),
    },
  }
}

function recipeToSend(recipe: Draft["recipe"], steps: readonly Step[] | undefined): OpenWorkshop["recipe"] {
  const name = typeof recipe === "string" ? recipe : recipe.name
  const stages = steps ?? (typeof recipe === "string" ? null : recipe.stages)
  return stages ? { name, stages: stages.map(({ kind, prompt, minutes }) => ({ kind, prompt: prompt.trim(), minutes })) } : name
}

function groupsOf({ groups, moreGroups }: Draft): string[] {
  const typed = moreGroups.split("\n").map((line) => line.trim().slice(0, LIMITS.group))
  return [...new Set([...groups, ...typed])].filter((group) => group !== "")
}

/** The steps of a recipe, ready to be edited. */
export const stepsOf = (recipe: Draft["recipe"], say: (id: RecipeMessageId) => string): Step[] =>
  (typeof recipe === "string" ? recipeOf(recipe, say) : recipe).stages.map((stage) => ({ ...stage, isUsed: true }))

/** Null when the words of the file cannot be what an import needs; the server has the last word on what they mean. */
export function firstContentOf(name: string, text: string): FirstContent | null {
  const whole = text.replace(/^\uFEFF/, "")
  if (whole.trim() === "") return null
  if (!/^\s*\{/.test(whole)) return { name, content: whole }
  try {
    return { name, content: JSON.parse(whole) as unknown }
  } catch {
    return null
  }
}
