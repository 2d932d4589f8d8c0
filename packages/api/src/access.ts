// What people need so that they can take part: asked before the day, read by one named contact, gone on a date. People answer on a page of
// the server's own (/j/{key}/access, /w/{id}/access). With a seat's key: GET /api/workshops/{id}/access → AccessAsked.
// With the organiser's: GET organiser/access → OrganiserAccess · PUT organiser/access (NameContact) · DELETE organiser/access: each answers
// the new OrganiserAccess · POST organiser/access/read → AccessNeeds, and the log says that it was read.
import * as z from "zod/mini"
import { LIMITS, maybeWords, words } from "./primitives.ts"

/** `deleteAt` (ms): an hour from now at least, and not after the workshop's own last day; absent, in two weeks. */
export const NameContact = z.object({ name: words(LIMITS.name), reach: words(LIMITS.reason), deleteAt: z.optional(z.int()) })
export type NameContact = z.infer<typeof NameContact>

export const SayNeed = z.object({
  words: maybeWords(LIMITS.concern),
  /** In the person's own words: it may be a signed one, or one that this server does not speak. */
  language: maybeWords(LIMITS.name),
  /** Somebody comes along to support them. */
  supporter: z.boolean(),
  /** Who they are or how to answer them, if they like. */
  reach: maybeWords(LIMITS.reason),
})
export type SayNeed = z.infer<typeof SayNeed>

export type AccessContact = { name: string; reach: string; deleteAt: number }
/** Null: nobody is named, so nothing is asked. */
export type AccessAsked = { contact: AccessContact | null }
export type OrganiserAccess = AccessAsked & {
  /** How many have said something. */
  said: number
}
export type AccessNeed = SayNeed & { id: string; at: number; deleteAt: number }
/** Oldest first. */
export type AccessNeeds = { needs: AccessNeed[] }
