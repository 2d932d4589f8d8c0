// What a person may ask about everything of theirs: to have it deleted. The bodies and answers of /me/erase. And what who hosts, and the
// organiser, may ask about what was said of somebody: under /api/workshops/{id}, POST mentions/find (FindMention → MentionPlaces) ·
// POST mentions (TakeMentionOut → MentionTakenOut), with a seat's key; the same under organiser/ with the organiser's.
import * as z from "zod/mini"
import { Id } from "./primitives.ts"

/** `words` false: my name, and whatever else I said of myself. True: what I wrote, too. */
export const Erase = z.object({ words: z.boolean() })
export type Erase = z.infer<typeof Erase>

/** To keep. Says nothing of whom, and nothing here leads from `receipt` to a person. */
export type Erased = { receipt: string; at: number; level: "name" | "words" }

/** Not a letter or two that would stand in half of all words, but names are short: two letters, or one sign where that is a word. */
const MentionWords = z.string().check(
  z.trim(),
  z.maxLength(120),
  z.refine((text) => text.length > 1 || /\p{sc=Han}/u.test(text)),
)
/** In a body, since an address would be logged. */
export const FindMention = z.object({ words: MentionWords })
export type FindMention = z.infer<typeof FindMention>

/**
 * `number`: the note's. `words`: what is found there, whole; null for a note out of sight. `isBefore`: only in how it once read. `plan` is
 * the title, the purpose and the questions; `log`, what stands in the log alone.
 */
export type MentionPlace = {
  id: string
  kind: "note" | "theme" | "pledge" | "agreement" | "action" | "plan" | "log"
  number: number | null
  words: string | null
  isBefore: boolean
}
/**
 * `mark`: what would stand there instead. `heard`: how many things that people said privately to who asks have it, too; those stay. What
 * anybody said to somebody else, and what people need, is never searched: a number would tell who was complained of.
 */
export type MentionPlaces = { places: MentionPlace[]; mark: string; heard: number }

/** `except`: ids of places that stay as they are. */
export const TakeMentionOut = z.object({ id: Id, words: MentionWords, except: z.optional(z.array(z.string()).check(z.maxLength(2000))) })
export type TakeMentionOut = z.infer<typeof TakeMentionOut>
export type MentionTakenOut = { places: number }
