// Random commands over few ids, so that they meet; and rubbish as another client might write it. For tests only.
import fc from "fast-check"
import * as Y from "yjs"
import type { Command, Moved, Spot } from "../command.ts"
import {
  CANVASES,
  LINK_KINDS,
  NOTE_KINDS,
  SHEET_FIELDS,
  type ActionId,
  type AgreementId,
  type Link,
  type NoteId,
  type Place,
  type PledgeId,
  type StackId,
  type SuggestionId,
  type ThemeId,
} from "../types.ts"

const ids = <Id extends string>(prefix: string, count: number): fc.Arbitrary<Id> =>
  fc.integer({ min: 1, max: count }).map((n) => `${prefix}${n}` as Id)
export const noteId = ids<NoteId>("note", 6)
const themeId = ids<ThemeId>("theme", 3)
const agreementId = ids<AgreementId>("agreement", 2)
const actionId = ids<ActionId>("action", 2)
const pledgeId = ids<PledgeId>("pledge", 2)
const suggestionId = ids<SuggestionId>("suggestion", 3)
const stackId = ids<StackId>("stack", 2)
const canvas = fc.constantFrom(...CANVASES)
const kind = fc.constantFrom(...NOTE_KINDS)
/** Short, with words in common, and with characters of two units. */
export const text = fc
  .array(fc.constantFrom("a bus", " ", "home", "😀", "نوم", "tram", "🚋", "!", "\n"), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(" "))
const reason = fc.constantFrom("later", "said twice")
const place = fc.option(
  fc.record({ likely: fc.integer({ min: 1, max: 5 }), effect: fc.integer({ min: -2, max: 2 }) }),
) as fc.Arbitrary<Place | null>
const spot: fc.Arbitrary<Spot> = fc.record(
  { themeId: fc.option(themeId), before: noteId, after: noteId, rank: fc.constantFrom("a1", "a2", "a2") },
  { requiredKeys: ["themeId"] },
)
const stood = fc.record({
  themeId: fc.option(themeId),
  canvas,
  rank: fc.constantFrom("a1", "a2"),
  stack: fc.option(fc.oneof(stackId, noteId as unknown as fc.Arbitrary<StackId>)),
})
const moved: fc.Arbitrary<Moved> = fc.record({ id: noteId, was: stood, is: stood })
const link: fc.Arbitrary<Link> = fc.record({
  from: fc.oneof(noteId, agreementId),
  to: fc.oneof(noteId, fc.constant("nothing")),
  kind: fc.constantFrom(...LINK_KINDS),
})
const by = fc.constantFrom("", "2025-12-01", "2026-02-29")

const of = <T extends Command["type"]>(
  type: T,
  fields: { [K in keyof Omit<Extract<Command, { type: T }>, "type">]-?: fc.Arbitrary<Extract<Command, { type: T }>[K]> },
  optional: string[] = [],
): fc.Arbitrary<Command> => {
  const requiredKeys = Object.keys(fields).filter((key) => !optional.includes(key))
  return fc
    .record(fields as Record<string, fc.Arbitrary<unknown>>, { requiredKeys })
    .map((made) => ({ type, ...made }) as unknown as Command)
}

export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: of("add-note", { id: noteId, kind, canvas, text, spot, lang: fc.constantFrom("ar", "pt"), place, forWhom: text }, [
      "spot",
      "lang",
      "place",
      "forWhom",
    ]),
  },
  { weight: 3, arbitrary: of("change-words", { id: noteId, text, from: text }, ["from"]) },
  of("change-kind", { id: noteId, kind }),
  { weight: 3, arbitrary: of("move", { id: noteId, spot }) },
  of("move-canvas", { id: noteId, canvas, spot }),
  { weight: 4, arbitrary: of("stack", { stack: stackId, on: noteId, notes: fc.array(noteId, { minLength: 1, maxLength: 3 }) }) },
  of("leave-stack", { id: noteId }),
  of("take-stack-apart", { id: noteId }),
  of("undo-move", { notes: fc.array(moved, { maxLength: 2 }) }),
  of("join-themes", { themeId, into: themeId }),
  {
    weight: 3,
    arbitrary: of(
      "put-together",
      { themeId, canvas, title: text, notes: fc.array(noteId, { maxLength: 4 }), aboutUs: fc.boolean(), rank: fc.constantFrom("a1") },
      ["aboutUs", "rank"],
    ),
  },
  of("take-apart", { themeId, back: fc.constant([]) }, ["back"]),
  of("stand-again", {
    themeId,
    standings: fc.array(
      fc.record({ id: noteId, rank: fc.constantFrom("a1", "a3"), stack: fc.option(stackId) }, { requiredKeys: ["id", "rank"] }),
      { maxLength: 3 },
    ),
  }),
  of("name-theme", { themeId, title: text, from: text }, ["from"]),
  of("move-theme", { themeId, before: themeId, after: themeId, rank: fc.constantFrom("a1", "a4") }, ["before", "after", "rank"]),
  of("make-option", { id: noteId, themeId }),
  { weight: 3, arbitrary: of("link", { link }) },
  of("unlink", { link }),
  of("place", { id: noteId, place }),
  of("say-for-whom", { id: noteId, forWhom: text }),
  { weight: 2, arbitrary: of("fill-sheet", { id: noteId, field: fc.constantFrom(...SHEET_FIELDS), text, from: text }, ["from"]) },
  of("set-aside", { id: noteId, reason }),
  of("bring-back", { id: noteId }),
  of("suggest-words", { suggestionId, noteId, text }),
  of("take-words", { suggestionId, text, from: text }, ["text", "from"]),
  of("keep-words", { suggestionId }),
  of("reopen-suggestion", { suggestionId, text: fc.option(text), from: text }, ["from"]),
  of("add-agreement", { id: agreementId, text, sources: fc.array(noteId, { maxLength: 2 }), rank: fc.constantFrom("a1") }, ["rank"]),
  of("change-agreement", { id: agreementId, text, from: text }, ["from"]),
  of("set-aside-agreement", { id: agreementId, reason }),
  of("bring-back-agreement", { id: agreementId }),
  of("add-action", { id: actionId, agreementId: fc.option(agreementId), text, who: text, by, rank: fc.constantFrom("a1") }, ["rank"]),
  of("change-action", { id: actionId, text, from: text, who: text, by }, ["text", "from", "who", "by"]),
  of("set-aside-action", { id: actionId, reason }),
  of("bring-back-action", { id: actionId }),
  of("add-pledge", { id: pledgeId, text, rank: fc.constantFrom("a1") }, ["rank"]),
  of("change-pledge", { id: pledgeId, text, from: text }, ["from"]),
  of("set-aside-pledge", { id: pledgeId, reason }),
  of("bring-back-pledge", { id: pledgeId }),
)

/** Writes one piece of rubbish; run it on a doc of another client. */
type Rubbish = (doc: Y.Doc) => void

const FIELDS = [
  "kind",
  "canvas",
  "themeId",
  "rank",
  "stack",
  "text",
  "title",
  "place",
  "aside",
  "lang",
  "forWhom",
  "gone",
  "aboutUs",
  "off",
  "who",
  "by",
  "agreementId",
  "noteId",
  "state",
  "__proto__",
  "constructor",
]
const value = fc.oneof(
  fc.constantFrom<() => unknown>(
    () =>
      new Y.Map([
        ["likely", 3],
        ["effect", -1],
      ]),
    () => new Y.Array(),
    () => new Y.Text("words"),
    () => new Y.XmlText("marked"),
    () => new Y.XmlElement("p"),
    () => new Uint8Array([1, 2]),
    () => 10n,
    () => new Y.Doc(),
    () => undefined,
  ),
  fc
    .oneof(
      fc.jsonValue(),
      fc.constantFrom(
        "need",
        "option",
        "matrix",
        "theme1",
        "note1",
        "open",
        "",
        "zz!",
        "a0",
        "x".repeat(70),
        -0,
        Infinity,
        { likely: 2.5, effect: "x" },
        JSON.parse('{"__proto__":{"reason":"inherited"}}'),
      ),
    )
    .map((plain: unknown) => () => plain),
)
const key = fc.oneof(
  noteId,
  themeId,
  agreementId,
  suggestionId,
  pledgeId,
  fc.constantFrom(
    "__proto__",
    "constructor",
    "",
    "note1>note2>piece",
    "note1>nothing>about",
    ">>>",
    "a>b>c>d",
    "x".repeat(65),
    "y".repeat(64),
  ),
)

export const rubbish: fc.Arbitrary<Rubbish> = fc.oneof(
  fc.tuple(fc.constantFrom("notes", "themes", "links", "agreements", "actions", "suggestions", "pledges"), key, value).map(
    ([root, key, make]): Rubbish =>
      (doc) =>
        void doc.getMap(root).set(key, make()),
  ),
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom("notes", "themes", "links", "agreements", "actions", "suggestions", "pledges"),
        key,
        fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 8 }),
      )
      .map(([root, key, fields]): Rubbish => (doc) => {
        const map = doc.getMap(root)
        const there = map.get(key)
        const entry = there instanceof Y.Map ? (there as Y.Map<unknown>) : map.set(key, new Y.Map<unknown>())
        for (const [field, make] of fields) entry.set(field, make())
      }),
  },
  // A root used as another type than ours.
  fc
    .tuple(
      fc.constantFrom("who", "pays", "leftOut", "description"),
      noteId,
      fc.constantFrom<(doc: Y.Doc, name: string) => void>(
        (doc, name) => doc.getArray(name).push([1, "x"]),
        (doc, name) => doc.getMap(name).set("x", 1),
        (doc, name) => doc.getXmlFragment(name).push([new Y.XmlElement("p"), new Y.XmlText("long words")]),
        (doc, name) => doc.getText(name).insert(0, "short words"),
      ),
    )
    .map(
      ([field, id, write]): Rubbish =>
        (doc) =>
          write(doc, `${field}:${id}`),
    ),
)

export const fuzz = (runs: number): fc.Parameters<unknown> => ({
  numRuns: Number(process.env["FUZZ_RUNS"] ?? runs),
  ...(process.env["FUZZ_SEED"] ? { seed: Number(process.env["FUZZ_SEED"]) } : {}),
})
