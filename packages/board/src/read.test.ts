import { expect, test } from "vitest"
import * as Y from "yjs"
import { isAllowedRoot, newId, readBoard, type NoteId } from "./index.ts"
import { plainTextOf } from "./doc.ts"

const noteFrom = (fields: Record<string, unknown>): unknown => {
  const doc = new Y.Doc()
  const entry = doc.getMap("notes").set("n", new Y.Map<unknown>())
  for (const [field, value] of Object.entries(fields)) entry.set(field, value)
  return readBoard(doc).notes.get("n" as NoteId)
}

test("an empty note is a need not grouped yet, without words", () => {
  expect(noteFrom({})).toEqual({
    id: "n",
    kind: "need",
    canvas: "needs",
    themeId: null,
    rank: "",
    stack: null,
    text: "",
    place: null,
    aside: null,
    notThisTime: null,
    answer: "",
    lang: null,
    forWhom: "",
    sheet: null,
  })
})

test("what is missing follows from what is there", () => {
  expect(noteFrom({ canvas: "matrix" })).toMatchObject({ kind: "risk" })
  expect(noteFrom({ kind: "option", canvas: 7 })).toMatchObject({ canvas: "options", sheet: { who: "" } })
})

test("values of another type are read as far as they make sense", () => {
  expect(noteFrom({ text: "plain", place: { likely: 9, effect: 0 }, aside: "said twice", lang: "<b>", rank: 3 })).toMatchObject({
    text: "plain",
    place: null,
    aside: { reason: "said twice" },
    lang: null,
    rank: "",
  })
  expect(noteFrom({ place: { likely: 3, effect: -2, more: 1 }, aside: true })).toMatchObject({
    place: { likely: 3, effect: -2 },
    aside: { reason: "" },
  })
  expect(noteFrom({ aside: JSON.parse('{"__proto__":{"reason":"inherited"}}') as unknown })).toMatchObject({ aside: { reason: "" } })
})

test("ids of 1 to 64 characters are read, all others left out, and no id reaches a prototype", () => {
  const doc = new Y.Doc()
  for (const id of ["a", "b".repeat(64), "", "c".repeat(65), "x>y", "__proto__"]) doc.getMap("notes").set(id, new Y.Map([["text", id]]))
  doc.getMap("notes").set("nothing", "text")
  expect([...readBoard(doc).notes.keys()].sort()).toEqual(["__proto__", "a", "b".repeat(64)])
  expect(Object.hasOwn(Object.prototype, "text")).toBe(false)
})

test("links with a key that says no link, or that were taken away, are left out", () => {
  const doc = new Y.Doc()
  for (const key of ["a>b>piece", "a>b>likes", "a>b", "a>>piece", "a>b>c>piece"]) doc.getMap("links").set(key, new Y.Map())
  doc.getMap("links").set("c>d>piece", new Y.Map([["off", true]]))
  expect([...readBoard(doc).links.keys()]).toEqual(["a>b>piece"])
})

test("a long text is read as lines of words, whatever its marks", () => {
  const fragment = new Y.Doc().getXmlFragment("description:n")
  const [heading, list, item] = [new Y.XmlElement("heading"), new Y.XmlElement("bulletList"), new Y.XmlElement("listItem")]
  const words = new Y.XmlText("A night bus")
  fragment.insert(0, [heading, list, new Y.XmlElement("paragraph")])
  heading.insert(0, [words])
  list.insert(0, [item])
  item.insert(0, [new Y.XmlText("every hour"), new Y.XmlElement("hardBreak"), new Y.XmlText("and free")])
  words.format(2, 5, { bold: {} })
  expect(plainTextOf(fragment)).toBe("A night bus\nevery hour\nand free")
})

test("an id has 16 characters of letters and digits, and none comes twice", () => {
  const ids = Array.from({ length: 1000 }, () => newId())
  expect(ids.every((id) => /^[0-9A-Za-z]{16}$/u.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(1000)
})

test("only the roots of the protocol may be written", () => {
  for (const root of [
    "notes",
    "themes",
    "links",
    "agreements",
    "actions",
    "suggestions",
    "who:Abc1",
    "pays:x",
    "leftOut:x",
    "description:x",
  ])
    expect(isAllowedRoot(root)).toBe(true)
  for (const root of [
    "",
    "note",
    "who:",
    "who",
    "title:x",
    "who:a b",
    "who:x\n",
    `who:${"x".repeat(65)}`,
    "constructor",
    "__proto__",
    "xwho:x",
  ])
    expect(isAllowedRoot(root)).toBe(false)
})
