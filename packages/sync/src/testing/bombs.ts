// Frames of up to 1 MB made to cost as much as they can, with the boards they are made for: each board is itself let through by the
// guard, frame by frame. One for each way in which Yjs does more than in proportion to the bytes; a new way gets a new line.
import * as Y from "yjs"
import { made, writeFrame, type FrameDeletes, type FrameId, type FrameStruct } from "./frames.ts"

export type Bomb = { board: Uint8Array[]; frame: Uint8Array }

/** Just below the guard's limit on structs. */
const MOST = 11_900
const at = (clock: number, client = 5): FrameId => ({ client, clock })
const list = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i))
const frame = (structs: FrameStruct[], client = 5, clock = 0): Uint8Array =>
  writeFrame({ clients: [{ client, clock, structs }], deletes: [] })
const deleting = (ranges: FrameDeletes["ranges"], client = 5): Uint8Array => writeFrame({ clients: [], deletes: [{ client, ranges }] })
const notes = { parent: { root: "notes" } }
const text = { parent: { root: "text" } }
/** Each after the one before it, which is `length` long. */
const after = (i: number, first: { parent: { root: string } }, length = 1) => (i ? { origin: at(i * length - 1) } : first)
/** Texts of 19,000 characters, one struct each. */
const longTexts = (count = 50): Uint8Array => frame(list(count, (i) => made.text("x".repeat(19_000), { parent: { root: `who:${i}` } })))
const inMap = (of: (i: number) => unknown[], count = MOST): Uint8Array =>
  frame(list(count, (i) => made.any(of(i), { ...notes, sub: `k${i}` })))
/** Maps within maps, 30 deep, `count` in all. */
const towers = (count: number): Uint8Array =>
  frame(list(count, (i) => made.type(1, i % 30 ? { parent: at(i - 1), sub: "k" } : { ...notes, sub: `k${i}` })))
const manyRoots = (count: number): Uint8Array => frame(list(count, (i) => made.any([1], { parent: { root: `who:${i}` } })))
/** One key, set again and again by two in turn, so that nothing joins. */
function longPast(turns: number): Uint8Array {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  for (const [index, doc] of [one, two].entries()) doc.clientID = 5 + index
  for (let i = 0; i < turns; i++) {
    const [from, to] = i % 2 ? [one, two] : [two, one]
    from.getMap("notes").set("k", i)
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  return Y.encodeStateAsUpdate(one)
}
function bigBoard(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 5
  doc.transact(() => {
    for (let i = 0; i < 1700; i++) {
      const note = { kind: "need", canvas: "needs", themeId: null, rank: `a${i}`, text: new Y.Text("The bus stops at six") }
      doc.getMap("notes").set(`n${i}`, new Y.Map<unknown>(Object.entries(note)))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
/** A text in which two typed letter by letter in turn, with a format in front. */
function patchwork(letters: number): Uint8Array {
  const clock = (i: number): number => Math.floor(i / 2) + (i % 2 ? 0 : 1)
  const place = (i: number): FrameId => (i < 0 ? at(0) : at(clock(i), 5 + (i % 2)))
  const one = list(letters / 2, (i) => made.text("a", { origin: place(2 * i - 1) }))
  const two = list(letters / 2, (i) => made.text("b", { origin: place(2 * i) }))
  const clients = [
    { client: 5, clock: 0, structs: [made.format("bold", "true", text), ...one] },
    { client: 6, clock: 0, structs: two },
  ]
  return writeFrame({ clients, deletes: [] })
}

export const BOMBS: Record<string, () => Bomb> = {
  "delete ranges over one another": () => ({ board: [inMap((i) => [i])], frame: deleting(list(99_000, () => [0, MOST])) }),
  "one delete range a letter": () => ({ board: [longTexts()], frame: deleting(list(99_000, (i) => [i * 9, 1])) }),
  "9,000 delete ranges a letter": () => ({ board: [longTexts()], frame: deleting(list(9_000, (i) => [i * 9, 1])) }),
  "everything of 1,700 notes deleted": () => ({ board: [bigBoard()], frame: deleting([[0, 11_900]]) }),
  "deleting a type with thousands within": () => ({
    board: [
      frame([made.type(1, { ...notes, sub: "k" })]),
      ...list(4, (n) =>
        frame(
          list(MOST, (i) => made.any([1], { parent: at(0), sub: `${n}-${i}` })),
          6 + n,
        ),
      ),
    ],
    frame: deleting([[0, 1]]),
  }),
  "deleting all of a text with formats, letter by letter": () => ({
    board: [patchwork(10_000)],
    frame: writeFrame({
      clients: [],
      deletes: [
        { client: 5, ranges: [[1, 5_000]] },
        { client: 6, ranges: [[0, 5_000]] },
      ],
    }),
  }),
  "a format key for every other letter": () => ({
    board: [],
    frame: frame(list(MOST, (i) => (i % 2 ? made.text("a", { origin: at(i - 1) }) : made.format(`k${i}`, "true", after(i, text))))),
  }),
  "one format more in a text with many": () => ({
    board: list(2, (n) =>
      frame(
        list(200, (i) =>
          i % 2 ? made.text("a", { origin: at(i - 1, 5 + n) }) : made.format(`k${n}-${i}`, "true", i ? { origin: at(i - 1, 5 + n) } : text),
        ),
        5 + n,
      ),
    ),
    frame: frame([made.format("bold", "true", text)], 99),
  }),
  "formats only": () => ({ board: [], frame: frame(list(MOST, (i) => made.format("k", i % 2 ? "null" : "true", after(i, text)))) }),
  "types within types": () => ({
    board: [],
    frame: frame(list(MOST, (i) => made.type(1, i ? { parent: at(i - 1), sub: "k" } : { ...notes, sub: "k" }))),
  }),
  "writing in each of many nested types": () => ({
    board: [towers(9_000)],
    frame: frame(
      list(9_000, (i) => made.any([1], { parent: at(i), sub: "v" })),
      6,
    ),
  }),
  "single values that join": () => ({ board: [], frame: frame(list(MOST, (i) => made.any([1], after(i, notes)))) }),
  "values of forty that join": () => ({
    board: [],
    frame: frame(
      list(MOST, (i) =>
        made.any(
          list(40, () => null),
          after(i, notes, 40),
        ),
      ),
    ),
  }),
  "single letters that join": () => ({ board: [], frame: frame(list(MOST, (i) => made.text("a", after(i, text)))) }),
  "one text of 1 MB": () => ({ board: [], frame: frame([made.text("x".repeat(1_000_000), text)]) }),
  "1 MB in 50 texts": () => ({ board: [], frame: longTexts() }),
  "1 MB of values": () => ({ board: [], frame: inMap(() => list(45_000, () => null), 20) }),
  "1 MB of short objects": () => ({ board: [], frame: inMap(() => [{ a: 1, b: "x", c: { d: "yyyyyyyy" } }]) }),
  "one object of 40,000 keys": () => ({
    board: [],
    frame: inMap(() => [Object.fromEntries(list(40_000, (i) => [`key number ${i}`, i]))], 1),
  }),
  "values 31 deep": () => ({ board: [], frame: inMap(() => [JSON.parse("[".repeat(31) + "]".repeat(31))], 13_000) }),
  "1 MB of embeds": () => ({
    board: [],
    frame: frame(list(MOST, (i) => made.embed(`{"a":[{"b":1},{"c":2},{"d":3},{"e":4}]}`, after(i, text)))),
  }),
  "embeds of 10,000 brackets": () => ({
    board: [],
    frame: frame(list(100, (i) => made.embed("[".repeat(4_999) + "]".repeat(4_999), after(i, text)))),
  }),
  "12,000 keys of one map": () => ({ board: [], frame: inMap((i) => [i]) }),
  "1,700 notes": () => ({ board: [], frame: bigBoard() }),
  "12,000 roots": () => ({ board: [], frame: manyRoots(MOST) }),
  "first values in each of many roots": () => ({
    board: list(4, (n) =>
      frame(
        list(400, (i) => made.any([1], { parent: { root: `who:${n}0${i}` } })),
        5 + n,
      ),
    ),
    frame: frame(
      list(MOST, (i) => made.any([1], { parent: { root: `who:70${i % 500}` }, sub: `k${i}` })),
      99,
    ),
  }),
  "behind what is in each of many roots": () => ({
    board: [manyRoots(1_500)],
    frame: frame(
      list(MOST, (i) => made.any([1], { origin: at(i % 1_500) })),
      6,
    ),
  }),
  "first values of one key": () => ({ board: [], frame: frame(list(MOST, () => made.any([1], { ...notes, sub: "k" }))) }),
  "values in the past of one key": () => ({
    board: [longPast(9_000)],
    frame: frame(
      list(9_000, () => made.any([2], { right: at(1) })),
      7,
    ),
  }),
  "sixty people at the same places": () => ({
    board: [],
    frame: writeFrame({
      clients: list(60, (c) => ({
        client: 100 - c,
        clock: 0,
        structs: list(300, (i) => made.text("a", { parent: { root: `who:${i}` } })),
      })),
      deletes: [],
    }),
  }),
  "one person at one place": () => ({
    board: [longTexts(1)],
    frame: frame(
      list(MOST, (i) => made.text("a", i % 2 ? { origin: at(5) } : { origin: at(5), right: at(9_000) })),
      6,
    ),
  }),
  "overlapping neighbours": () => ({
    board: [longTexts(1)],
    frame: frame(
      list(9_000, (i) => made.any([1], { origin: at(i), right: at(18_000 - i) })),
      6,
    ),
  }),
  "splitting a long text everywhere": () => ({
    board: [longTexts()],
    frame: frame(
      list(9_000, (i) => made.any([1], { origin: at(90 * i + 5), right: at(90 * i + 6) })),
      6,
    ),
  }),
  "each paragraph written in": () => ({
    board: [frame(list(9_000, (i) => made.type(6, after(i, { parent: { root: "description:n" } }))))],
    frame: frame(
      list(9_000, (i) => made.text("a", { parent: at(i) })),
      6,
    ),
  }),
  "two ids in turn, each after the other": () => ({
    board: [],
    frame: writeFrame({
      clients: [6, 5].map((client) => ({
        client,
        clock: 0,
        structs: list(7_400, (i) => made.any([1], client === 5 ? (i ? { origin: at(i - 1, 6) } : notes) : { origin: at(i) })),
      })),
      deletes: [],
    }),
  }),
  "a gap over 1,700 notes": () => ({ board: [bigBoard()], frame: frame([made.text("a", { origin: at(5, 77) })], 6) }),
  "a gap behind 12,000 structs": () => ({
    board: [bigBoard()],
    frame: frame([...list(MOST - 1, (i) => made.any([1], { ...notes, sub: `k${i}` })), made.text("a", { origin: at(5, 77) })], 6),
  }),
  "a subdocument": () => ({ board: [], frame: frame([made.subdocument({ ...notes, sub: "k" })]) }),
}
