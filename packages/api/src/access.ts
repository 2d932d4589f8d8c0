// What people need so that they can take part: asked before the day, read by one named contact, gone on a date. People answer on a page of
// the server's own (/j/{key}/access, /w/{id}/access). With a seat's key: GET /api/workshops/{id}/access → AccessAsked.
// With the organiser's: GET organiser/access → OrganiserAccess · PUT organiser/access (NameContact) and POST organiser/access/link →
// NamedContact · DELETE organiser/access → OrganiserAccess. With the contact's own key, which is in the fragment of their link and opens
// nothing else: GET /api/workshops/{id}/contact → ContactView · POST contact/read → AccessNeeds, and the log says that it was read.
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
  /** How many of them the contact has not read as they stand now. */
  unread: number
  /** When the contact read it last. */
  readAt: number | null
  /** False: this contact has no link yet, and can read nothing. */
  hasLink: boolean
}
/** `contactUrl`: the contact's own link, told this once; null where they go on with the one they have. */
export type NamedContact = OrganiserAccess & { contactUrl: string | null }
/** What the contact sees before they read. */
export type ContactView = { title: string; contact: AccessContact; said: number; unread: number; readAt: number | null }
export type AccessNeed = SayNeed & { id: string; at: number; deleteAt: number }
/** Oldest first. */
export type AccessNeeds = { needs: AccessNeed[] }
