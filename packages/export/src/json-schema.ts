// The JSON export, version 1: one schema, from which the type, the check on import and the published JSON Schema all come.
// What it may not drop stands here; what is only for the reader's comfort (matrix, an agreement's hands …) is worked out anew on import.
import * as z from "zod/mini"
import { CANVASES, type Json, LINK_KINDS, NOTE_KINDS, type DescriptionNode } from "@evenboard/board"
import { LOCALES } from "@evenboard/words"

export const EXPORT_FORMAT = "evenboard"
export const EXPORT_VERSION = 1
export const IMPORT_LIMITS = {
  notes: 10_000,
  text: 20_000,
  things: 10_000,
  links: 50_000,
  log: 200_000,
  depth: 200,
  longText: 1_000_000,
} as const

const STAGES = ["arrive", "needs", "options", "matrix", "agree", "after"] as const
const text = z.string().check(z.maxLength(IMPORT_LIMITS.text))
/** Ids of every kind: opaque, stable across export and import. Ours are 16 of [0-9A-Za-z]; other Yjs clients may make others. */
const id = z.string().check(z.regex(/^[^>]{1,64}$/))
/** A whole description, or one stretch of it. */
const longText = z.string().check(z.maxLength(IMPORT_LIMITS.longText))
/** Milliseconds since 1970. */
const time = z.int().check(z.minimum(0))
const count = z.int().check(z.minimum(0), z.maximum(1_000_000))
const number = z.int().check(z.minimum(1))
const rank = z.string().check(z.maxLength(500))
const seat = id
const many = <T extends z.core.$ZodType>(item: T, max: number = IMPORT_LIMITS.things) => z.array(item).check(z.maxLength(max))

const kind = z.enum(NOTE_KINDS)
const canvas = z.enum(CANVASES)
const stageKind = z.enum(STAGES)
const locale = z.enum(LOCALES)
const stage = z.object({ kind: stageKind, prompt: text, minutes: count })
const aside = z.object({ reason: text })
/** `by`: the seat that said so last; absent where the server does not know. */
const notThisTime = z.object({ reason: text, by: z.optional(seat) })
const link = z.object({ from: id, to: id, kind: z.enum(LINK_KINDS) })
const likely = z.literal([1, 2, 3, 4, 5])
const effect = z.literal([-2, -1, 0, 1, 2])

const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([text, z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
) as z.ZodMiniType<Json>
const bag = z.record(z.string().check(z.maxLength(100)), json)
const description: z.ZodMiniType<DescriptionNode> = z.lazy(() =>
  z.union([
    z.object({ runs: many(z.object({ text: longText, marks: z.optional(bag) })) }),
    z.object({ name: z.string().check(z.minLength(1), z.maxLength(100)), attrs: z.optional(bag), nodes: many(description) }),
  ]),
) as z.ZodMiniType<DescriptionNode>

const note = z.object({
  id,
  /** In the order in which notes came; never used twice. null only in the moment before the server has numbered it. */
  number: z.nullable(number),
  kind,
  canvas,
  words: text,
  /** The author's own first words, kept under every later change. */
  firstWording: text,
  /** A seat of `seats`, and that person as they chose to be shown. */
  author: z.nullable(seat),
  authorName: text,
  scribe: z.optional(seat),
  themeId: z.nullable(id),
  rank,
  /** Notes of one canvas and one theme with the same `stack` say the same thing; the first by rank is the face. Alone with it: in none. */
  stack: z.optional(id),
  lang: z.optional(z.string().check(z.maxLength(64))),
  forWhom: z.optional(text),
  place: z.optional(z.object({ likely, effect })),
  aside: z.optional(aside),
  /** Not in the plan this time, because …; said of this note itself. */
  notThisTime: z.optional(notThisTime),
  /** What its author says to what became of it. */
  answer: z.optional(text),
  /** What became of it, worked out from the board: of its own, or covered by its options or its theme. */
  outcome: z.optional(z.enum(["set-aside", "in-plan", "not-this-time", "about-us", "open"])),
  changes: count,
  changedBy: z.optional(seat),
  /** The same links as in `links`, from this note. */
  links: many(z.object({ to: id, kind: z.enum(LINK_KINDS) }), IMPORT_LIMITS.links),
})

const by = z.union([z.object({ seat }), z.enum(["organiser", "server"])])
const event = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ seq: number, at: time, by, type: z.literal(type), ...shape })
const heard = z.nullable(z.enum(["few", "some", "most", "under-half", "half-or-more"]))
const balanceRow = z.object({ group: text, notes: heard, changes: heard, groupings: heard, placings: heard })
const log = z.discriminatedUnion("type", [
  event("opened", { title: text, purpose: text, language: locale, groups: many(text), stages: many(stage) }),
  event("plan-edited", {
    title: z.optional(text),
    purpose: z.optional(text),
    stage: z.optional(z.object({ kind: stageKind, prompt: z.optional(text), minutes: z.optional(count) })),
  }),
  event("stage-moved", { to: stageKind }),
  event("timer-started", { endsAt: time, minutes: count }),
  event("timer-lengthened", { endsAt: time, minutes: count }),
  event("timer-stopped", {}),
  event("host-changed", {
    from: z.nullable(seat),
    to: seat,
    how: z.enum(["first", "passed", "taken-over", "organiser"]),
    confirmedBy: z.optional(seat),
  }),
  event("host-asked", { seat }),
  event("door-opened", {}),
  event("door-shut", {}),
  event("link-rotated", {}),
  event("note-hidden", {
    noteId: id,
    number,
    kind: z.string().check(z.maxLength(64)),
    canvas: z.string().check(z.maxLength(64)),
    reason: text,
  }),
  event("note-restored", { noteId: id }),
  event("hide-proposed", { noteId: id, number, reason: text }),
  event("hide-dropped", { noteId: id }),
  event("paused", {}),
  event("resumed", {}),
  event("quiet-asked", {}),
  event("help-asked", { what: z.enum(["time", "explain", "word"]), word: text }),
  event("person-removed", { withYes: z.boolean() }),
  event("person-returned", {}),
  event("hand-raised", { agreementId: id, seat, stance: z.nullable(z.enum(["for", "worried"])) }),
  event("hands-counted", { agreementId: id, for: count, worried: count }),
  /** The words of a worry that was taken back are empty. */
  event("worry-said", {
    worryId: z.string().check(z.minLength(1), z.maxLength(64)),
    agreementId: id,
    seat,
    scribe: z.nullable(seat),
    words: text,
  }),
  event("worry-withdrawn", { worryId: z.string().check(z.minLength(1), z.maxLength(64)) }),
  event("seat-opened", { seat }),
  event("seat-claimed", { seat }),
  event("balance-told", { stage: stageKind, from: time, counted: time, rows: many(balanceRow) }),
  event("access-contact", { named: z.boolean() }),
  event("access-link", {}),
  event("access-read", {}),
  event("kept-until", { until: time }),
  event("erased", { words: z.boolean() }),
  event("name-taken-out", { places: count }),
  event("design-agreed", {}),
  event("design-unagreed", {}),
  event("imported", { from: text, notes: count }),
  event("exported", { format: z.string().check(z.maxLength(64)) }),
  event("round-started", { roundId: id, kind: z.enum(["alone"]), stage: stageKind, question: text }),
  event("reveal-asked", { roundId: id }),
  event("reveal-put-off", { roundId: id }),
  event("round-revealed", { roundId: id, askedBy: seat, confirmedBy: z.nullable(seat), notes: count }),
  event("ended", {}),
])

export const ExportFile = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: time,
  workshop: z.object({
    id: z.string().check(z.maxLength(64)),
    title: text,
    purpose: text,
    language: locale,
    groups: many(text),
    stage: stageKind,
    openedAt: time,
    endedAt: z.nullable(time),
  }),
  stages: many(stage),
  /** As each person chose to be credited: without a name they are "Guest {guest}". Nobody's group stands here: of groups only the log tells, once a step. */
  seats: many(z.object({ id: seat, guest: number, name: z.nullable(text), table: z.nullable(text) })),
  notes: many(note, IMPORT_LIMITS.notes),
  themes: many(z.object({ id, canvas, title: text, rank, aboutUs: z.boolean(), gone: z.boolean(), notThisTime: z.optional(notThisTime) })),
  links: many(link, IMPORT_LIMITS.links),
  /** An option's sheet; `description` is plain words, `tree` the same as it was written, with its lists and marks. */
  options: many(z.object({ noteId: id, description: longText, who: text, pays: text, leftOut: text, tree: many(description) })),
  /** Every placed note, in words. */
  matrix: many(z.object({ noteId: id, likely, effect, inWords: text, forWhom: text, about: many(id) })),
  agreements: many(
    z.object({
      id,
      words: text,
      rank,
      aside: z.optional(aside),
      sources: many(id),
      hands: z.object({ raised: z.object({ for: count, worried: count }), counted: z.nullable(z.object({ for: count, worried: count })) }),
      worries: many(
        z.object({ id: z.string().check(z.maxLength(64)), seat, seatName: text, scribe: z.optional(seat), words: text, at: time }),
      ),
    }),
  ),
  actions: many(
    z.object({
      id,
      agreementId: z.nullable(id),
      words: text,
      who: text,
      by: z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/)),
      rank,
      aside: z.optional(aside),
    }),
  ),
  /** How people want to work together; `goAlong` is how many people do, never who. Absent in files made before there were any. */
  pledges: z.optional(many(z.object({ id, words: text, rank, aside: z.optional(aside), goAlong: count }))),
  suggestions: many(z.object({ id, noteId: id, words: text, state: z.enum(["open", "taken", "declined"]) })),
  /** Numbered stubs of notes taken out of sight; never their words. */
  hidden: many(
    z.object({
      noteId: id,
      number,
      kind: z.string().check(z.maxLength(64)),
      canvas: z.string().check(z.maxLength(64)),
      reason: text,
      at: time,
    }),
  ),
  log: many(log, IMPORT_LIMITS.log),
})
export type ExportFile = z.infer<typeof ExportFile>

/** JSON Schema (draft 2020-12) of the file, for `GET /api/export.schema.json`. More fields than these may come with later versions. */
export function exportSchema(): object {
  return {
    ...z.toJSONSchema(ExportFile, { target: "draft-2020-12", io: "input" }),
    title: "Evenboard export",
    description:
      "One workshop: its notes with their authors, its themes, links, options, places, agreements and log. Times are milliseconds since 1970.",
  }
}
