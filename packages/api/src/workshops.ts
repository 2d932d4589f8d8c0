// Opening a workshop, and what the organiser may do with it.
import * as z from "zod/mini"
import { LIMITS, Locale, maybeWords, words } from "./primitives.ts"
import { ForWhom } from "./seats.ts"
import { Recipe } from "./stages.ts"

export const OpenWorkshop = z.object({
  title: words(LIMITS.title),
  /** "What we are deciding." */
  purpose: z.optional(maybeWords(LIMITS.purpose)),
  language: z.optional(Locale),
  groups: z.optional(z.array(words(LIMITS.group)).check(z.maxLength(LIMITS.groups))),
  /** A whole recipe, or the name of a built-in one. */
  recipe: z.optional(z.union([Recipe, z.string()])),
  /** A JSON export (object) or CSV rows `text,kind,theme,author` (string). */
  import: z.optional(z.unknown()),
})
export type OpenWorkshop = z.infer<typeof OpenWorkshop>

export type OpenedWorkshop = {
  workshopId: string
  joinUrl: string
  joinCode: string
  organiserUrl: string
  organiserKey: string
}

/** `aboutUs`: a need or an offer that stands with the words about ourselves, not with the needs. */
export const AddNote = z.object({
  text: words(LIMITS.note),
  kind: z.enum(["need", "offer", "option", "risk", "opportunity"]),
  for: z.optional(ForWhom),
  aboutUs: z.optional(z.boolean()),
})
export type AddNote = z.infer<typeof AddNote>
