// A file read back makes the same workshop; a file that lies is told so, and nothing throws.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type DescriptionTree,
  descriptionTree,
  facesInTheme,
  fillBoard,
  needsNobodyAnswers,
  readBoard,
  shownKind,
  themesOn,
} from "@evenboard/board"
import * as Y from "yjs"
import { exportAs, exportSchema, FORMATS, readImport } from "./index.ts"
import { exportFile } from "./json.ts"
import type { ExportFile } from "./json-schema.ts"
import { wordsIn } from "./locale-words.ts"
import { everywhere, imported, workshop } from "./testing/workshop.ts"

const contentOf = (source: unknown) => {
  const read = readImport(source)
  if (!read.ok) throw new Error(JSON.stringify(read.fields))
  return read.content
}
/** What may differ: the workshop's id, the time of export, the import event. */
const comparable = (file: ExportFile) => ({
  ...file,
  exportedAt: 0,
  workshop: { ...file.workshop, id: "" },
  log: file.log.filter((event) => event.type !== "imported"),
})
const fileOf = (body: string) => JSON.parse(body) as ExportFile

describe("JSON", () => {
  test("export, import, export is equal but for the workshop's id, the time of export and the import event", () => {
    const first = exportAs("json", workshop()).body
    const second = exportAs("json", imported(contentOf(fileOf(first)))).body
    expect(comparable(fileOf(second))).toEqual(comparable(fileOf(first)))
    expect(fileOf(first).notes).toHaveLength(26)
    expect(fileOf(second).log).toHaveLength(fileOf(first).log.length + 1)
  })
  test("the file is the same whoever fetches it, in whatever language", () => {
    expect(exportAs("json", workshop("ar")).body).toBe(exportAs("json", workshop("en")).body)
  })
  test("the same holds for the file's text, and for any words", () => {
    expect(readImport(exportAs("json", workshop()).body).ok).toBe(true)
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (words) => {
        const first = exportAs("json", everywhere(words)).body
        expect(comparable(exportFile(imported(contentOf(first))))).toEqual(comparable(fileOf(first)))
      }),
      { numRuns: 60 },
    )
  })
  test("an option's long description keeps its lists and marks", () => {
    const handout = imported(contentOf(exportAs("json", workshop()).body))
    expect([...handout.descriptions]).toEqual([...workshop().descriptions])
  })
  test("ids that other clients made, a description as deep and long as one can be, come back too", () => {
    let deep: DescriptionTree = [{ runs: [{ text: "x".repeat(30_000) }] }]
    for (let i = 0; i < 31; i++) deep = [{ name: "listItem", nodes: deep }]
    const first = JSON.parse(exportAs("json", workshop()).body.replaceAll("note000000000017", "note-17 é")) as ExportFile
    const option = first.options.find(({ noteId }) => noteId === "note-17 é")
    Object.assign(option ?? {}, { tree: deep })
    const handout = imported(contentOf(first))
    expect(handout.board.notes.has("note-17 é" as never)).toBe(true)
    expect(readImport(exportAs("json", handout).body).ok).toBe(true)
    for (const format of FORMATS) expect(exportAs(format, handout).body).toContain("xxxxx".repeat(6_000))
  })
  test("imported people have no device, and their numbers and notes' numbers are kept", () => {
    const content = contentOf(exportAs("json", workshop()).body)
    expect(content.seats.every((seat) => !seat.device)).toBe(true)
    expect(content.seats.map((seat) => seat.guest)).toEqual(workshop().seats.map((seat) => seat.guest))
    // 27 is the note out of sight: its number stays taken, and nothing else of it comes along.
    expect(content.facts.map((fact) => fact.number)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1))
    expect(content.facts.at(-1)).toMatchObject({ author: "", firstWording: "" })
  })
  test("the published schema is JSON Schema 2020-12 and names every part", () => {
    const schema = exportSchema() as { $schema: string; required: string[]; properties: object }
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema")
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(exportFile(workshop())).toSorted())
    expect(schema.required).toContain("notes")
  })
})

describe("a JSON file that lies", () => {
  const good = () =>
    JSON.parse(exportAs("json", workshop()).body) as Record<string, unknown> & {
      notes: Record<string, unknown>[]
      log: Record<string, unknown>[]
      seats: object[]
    }
  const deep = () => {
    let value: unknown = 1
    for (let i = 0; i < 50_000; i++) value = [value]
    return value
  }
  const lies: [string, () => unknown][] = [
    ["nothing", () => null],
    ["a list", () => []],
    ["a number", () => 5],
    ["no object at all", () => undefined],
    ["another format", () => ({ ...good(), format: "miro" })],
    ["another version", () => ({ ...good(), version: 2 })],
    ["broken text", () => '{"format":"evenboard",'],
    ["a part missing", () => ({ ...good(), themes: undefined })],
    ["a note without words", () => ({ ...good(), notes: [{ ...good().notes[0], words: 7 }] })],
    ["a note too long", () => ({ ...good(), notes: [{ ...good().notes[0], words: "x".repeat(20_001) }] })],
    ["too many notes", () => ({ ...good(), notes: Array.from({ length: 10_001 }, () => good) })],
    ["an unknown kind", () => ({ ...good(), notes: [{ ...good().notes[0], kind: "pain" }] })],
    ["a note twice", () => ({ ...good(), notes: [...good().notes, good().notes[0]] })],
    ["a number twice", () => ({ ...good(), notes: good().notes.map((note) => ({ ...note, number: 1 })) })],
    ["an author nobody is", () => ({ ...good(), notes: [{ ...good().notes[0], author: "somebodyelse" }] })],
    ["an id that is no id", () => ({ ...good(), notes: [{ ...good().notes[0], id: "a>b>c" }] })],
    ["a log with a gap", () => ({ ...good(), log: good().log.filter((_, index) => index !== 3) })],
    ["a log without a beginning", () => ({ ...good(), log: [] })],
    ["an event nobody knows", () => ({ ...good(), log: [...good().log, { seq: 22, at: 1, by: "server", type: "exploded" }] })],
    ["the nesting of a well", () => ({ ...good(), options: [deep()] })],
    ["a hidden prototype", () => JSON.parse(`{"format":"evenboard","version":1,"__proto__":{"notes":[]}}`)],
  ]
  test.each(lies)("%s is told with sentences, not thrown", (_, lie) => {
    const read = readImport(lie())
    expect(read).toMatchObject({ ok: false, reason: "bad-import" })
    if (read.ok) return
    expect(read.fields.length).toBeGreaterThan(0)
    expect(read.fields.length).toBeLessThanOrEqual(20)
    for (const { message } of read.fields) expect(message).toMatch(/^[A-Z].*[.”]$/)
  })
  test("sentences come in the reader's language", () => {
    const read = readImport({}, wordsIn("ar"))
    expect(read.ok ? "" : read.fields[0]?.message).toBe("هذا الملف ليس من Evenboard.")
  })
  test("anything at all is answered, never thrown", () => {
    fc.assert(fc.property(fc.anything(), (value) => void readImport(value)))
    fc.assert(fc.property(fc.string(), (value) => void readImport(value)))
    const broken = fc.tuple(fc.nat(20_000), fc.string({ maxLength: 5 }))
    const whole = exportAs("json", workshop()).body
    fc.assert(fc.property(broken, ([at, junk]) => void readImport(whole.slice(0, at) + junk + whole.slice(at + 1))))
  })
})

describe("CSV", () => {
  const boardOf = (source: string) => {
    const content = contentOf(source)
    const doc = new Y.Doc()
    fillBoard(doc, content.plan)
    return { content, board: readBoard(doc), doc }
  }
  test("rows become notes with authors and themes, in their order, any order of columns", () => {
    const { content, board } = boardOf(
      'author,extra,Kind,text,theme\nRosa,x,need,The bus stops at six,Getting there\nSam,y,Offer,"I can drive, Tuesdays",Getting there\nRosa,,WORRY,Nobody comes,\n,,,No kind,\n',
    )
    const notes = [...board.notes.values()]
    expect(notes.map(({ kind, canvas, text }) => [kind, canvas, text])).toEqual([
      ["need", "needs", "The bus stops at six"],
      ["offer", "needs", "I can drive, Tuesdays"],
      ["risk", "matrix", "Nobody comes"],
      ["need", "needs", "No kind"],
    ])
    expect(new Set(notes.slice(0, 2).map((note) => note.themeId)).size).toBe(1)
    expect([...board.themes.values()].map((theme) => theme.title)).toEqual(["Getting there"])
    expect(content.seats.map(({ name, guest, device }) => [name, guest, device])).toEqual([
      ["Rosa", 1, false],
      ["Sam", 2, false],
      [null, 3, false],
    ])
    expect(content.facts.map(({ number, author }) => [number, content.seats.find((seat) => seat.id === author)?.name])).toEqual([
      [1, "Rosa"],
      [2, "Sam"],
      [3, "Rosa"],
      [4, null],
    ])
  })
  test("kinds are known in all four languages", () => {
    const rows = ["esperanza", "Preocupação", "خيار", "أمل", "need"].map((kind) => `x,${kind}`)
    expect([...boardOf(`text,kind\n${rows.join("\n")}`).board.notes.values()].map((note) => note.kind)).toEqual([
      "opportunity",
      "risk",
      "option",
      "opportunity",
      "need",
    ])
  })
  test("semicolons, tabs, a byte order mark and Windows line ends are read as well", () => {
    for (const text of ["\uFEFFtext;kind\r\nHello;need\r\n", "text\tkind\nHello\tneed\n"])
      expect([...boardOf(text).board.notes.values()].map((note) => note.text)).toEqual(["Hello"])
  })
  test("rows that say the same lie in one stack again, in their own theme only", () => {
    const { board } = boardOf("text,theme,stack\nBus,Road,7\nEar,,7\nTram,Road,7\nLight,Road,")
    const [road] = themesOn(board, "needs")
    const shown = (theme: typeof road | null) =>
      facesInTheme(board, theme?.id ?? null, "needs").map(({ members }) => members.map(({ text }) => text).join("+"))
    expect([shown(road), shown(null)]).toEqual([["Bus+Tram", "Light"], ["Ear"]])
  })
  test("words about ourselves come back apart from the needs", () => {
    const { board } = boardOf("text,kind,theme\nI came by bus,about-us,Us\nThe bus stops at six,need,Buses\nI walked,Sobre nós,Us")
    expect(needsNobodyAnswers(board).map(({ text }) => text)).toEqual(["The bus stops at six"])
    expect([...board.notes.values()].map((note) => shownKind(board, note)).sort()).toEqual(["about-us", "about-us", "need"])
  })

  test("our own CSV reads back: every note, its words, kind, theme and author", () => {
    const handout = workshop()
    const { board } = boardOf(exportAs("csv", handout).body)
    expect([...board.notes.values()].map(({ kind, text }) => `${kind} ${text}`).sort()).toEqual(
      [...handout.board.notes.values()].map(({ kind, text }) => `${kind} ${text}`).sort(),
    )
  })
  test("ranks are those of the rows, for thousands of them", () => {
    const many = `text\n${Array.from({ length: 5000 }, (_, index) => `note ${index}`).join("\n")}`
    const notes = contentOf(many).plan.notes ?? []
    expect(notes.every((note, index) => index === 0 || (notes[index - 1]?.rank ?? "") < note.rank)).toBe(true)
  })
  test.each([
    ["no text column", "kind,author\nneed,Rosa"],
    ["no rows", "text,kind\n"],
    ["an unknown kind", "text,kind\nHello,pain"],
    ["a quote that never closes", 'text\n"Hello'],
    ["words too long", `text\n${"x".repeat(20_001)}`],
    ["too many rows", `text\n${"x\n".repeat(10_001)}`],
    ["nothing", ""],
  ])("%s is told", (_, source) => {
    expect(readImport(source)).toMatchObject({ ok: false, reason: "bad-import" })
  })
  test("the description of nothing stays nothing", () => {
    expect(descriptionTree(boardOf("text,kind\nAn option,option").doc, "csvNote000000001")).toEqual([])
  })
})
