// What the organiser's link may do: all under /api/workshops/{id}/organiser, with `Authorization: Bearer {organiserKey}`.
// GET .../organiser → OrganiserView · PATCH .../organiser (OrganiserPatch) · POST .../organiser/door (OrganiserDoor) ·
// POST .../organiser/rotate-link · POST .../organiser/host (OrganiserHost) · POST .../organiser/end: each answers the new OrganiserView ·
// POST .../organiser/delete answers { ok: true }, and then nothing of the workshop is left.
import * as z from "zod/mini"
import type { Door } from "./boot.ts"
import { LIMITS, maybeWords, words, type Locale } from "./primitives.ts"
import type { PublicSeat } from "./seats.ts"
import { StageKind, type Stage } from "./stages.ts"

/** What is given changes; the rest stays. */
export const OrganiserPatch = z.object({
  title: z.optional(words(LIMITS.title)),
  purpose: z.optional(maybeWords(LIMITS.purpose)),
  /** The last moment (ms): an hour from now at least, and never later than what people were told. */
  keepUntil: z.optional(z.int()),
  stage: z.optional(
    z.object({
      kind: StageKind,
      prompt: z.optional(maybeWords(LIMITS.prompt)),
      minutes: z.optional(z.int().check(z.minimum(0), z.maximum(600))),
    }),
  ),
})
export type OrganiserPatch = z.infer<typeof OrganiserPatch>

export const OrganiserDoor = z.object({ open: z.boolean() })
export type OrganiserDoor = z.infer<typeof OrganiserDoor>

/** Takes hosting back and gives it to this seat. */
export const OrganiserHost = z.object({ seatId: z.string() })
export type OrganiserHost = z.infer<typeof OrganiserHost>

export type OrganiserView = Door & {
  workshopId: string
  title: string
  purpose: string
  language: Locale
  stages: Stage[]
  stage: Stage["kind"]
  /** The seat that hosts, or null while nobody has joined. */
  host: string | null
  /** Everybody with a device, in joining order, as they chose to be shown. */
  people: PublicSeat[]
  keepUntil: number
  endedAt: number | null
  seats: number
  notes: number
}
