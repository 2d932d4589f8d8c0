// Intents: what must be decided in one place. POST /api/workshops/{id}/intents; a repeated `id` does nothing.
// Who may do which stands in session/rules; the schema only says what each is made of.
import * as z from "zod/mini"
import { Id, IntentId, LIMITS, maybeWords, words } from "./primitives.ts"
import { RoundKind, RoundStage } from "./rounds.ts"
import { HelpKind } from "./safe.ts"
import { ForWhom, PlaceFor } from "./seats.ts"
import { StageKind } from "./stages.ts"

const intent = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ id: IntentId, type: z.literal(type), ...shape })
const minutes = z.int().check(z.minimum(1), z.maximum(600))
const count = z.int().check(z.minimum(0), z.maximum(10_000))

export const Intent = z.discriminatedUnion("type", [
  // The host guides the process.
  intent("move-stage", { to: StageKind }),
  intent("start-timer", { minutes }),
  intent("lengthen-timer", { minutes }),
  intent("stop-timer", {}),
  intent("edit-plan", {
    title: z.optional(words(LIMITS.title)),
    purpose: z.optional(maybeWords(LIMITS.purpose)),
    stage: z.optional(
      z.object({
        kind: StageKind,
        prompt: z.optional(maybeWords(LIMITS.prompt)),
        minutes: z.optional(z.int().check(z.minimum(0), z.maximum(600))),
      }),
    ),
  }),
  intent("open-door", {}),
  intent("shut-door", {}),
  intent("hide-note", { noteId: Id, reason: words(LIMITS.reason) }),
  // Anyone proposes to take it out of sight, and one more person, not of the same group, agrees.
  intent("propose-hide", { noteId: Id, reason: words(LIMITS.reason) }),
  intent("confirm-hide", { noteId: Id }),
  // Whoever proposed it, or a host, lets the note stay.
  intent("drop-hide", { noteId: Id }),
  intent("restore-note", { noteId: Id }),
  // Nobody can change the board, and everybody can read it, say that something is wrong and ask for help.
  intent("pause", {}),
  intent("resume", {}),
  // The host asks the whole room whether there is anybody it has not heard; each phone decides alone whether it offers more.
  intent("ask-quiet", {}),
  // The room is told, and nobody is told who asked: the server forgets it. `word` is what is not understood.
  intent("ask-help", { what: HelpKind, word: z.optional(maybeWords(LIMITS.word)) }),
  // What came of it is agreed, once every note has an outcome or a reason; `is` false takes that back.
  intent("agree-design", { is: z.boolean() }),
  // Hosting goes round.
  intent("pass-host", { to: z.string() }),
  intent("ask-to-host", {}),
  intent("confirm-host", { seatId: z.string() }),
  // Write alone, then show together. The host starts it and asks to show; somebody at another table says yes, or not yet.
  intent("start-round", { kind: RoundKind, stage: RoundStage, question: maybeWords(LIMITS.prompt) }),
  intent("ask-reveal", {}),
  intent("put-off-reveal", {}),
  intent("confirm-reveal", { roundId: Id }),
  // Anyone: hands and worries about an agreement. A hand is for, worried or down (null).
  intent("raise-hand", { agreementId: Id, stance: z.nullable(z.enum(["for", "worried"])) }),
  intent("count-hands", { agreementId: Id, for: count, worried: count }),
  intent("say-worry", { agreementId: Id, words: words(LIMITS.worry), for: z.optional(ForWhom) }),
  intent("withdraw-worry", { worryId: z.string() }),
  // Anyone: a place for somebody without a device. Answers OpenedSeat; a repeated `id` finds the same place, with new words.
  intent("open-seat", PlaceFor),
  // Anyone: the note I just wrote is somebody else's words.
  intent("written-for", { noteId: Id, for: ForWhom }),
])
export type Intent = z.infer<typeof Intent>
export type OpenSeat = Extract<Intent, { type: "open-seat" }>
/** What the rules alone decide: a place for somebody needs three words made first. */
export type DecidedIntent = Exclude<Intent, OpenSeat>
