import { expect, test } from "vitest"
import * as Y from "yjs"
import { fillBoard, mentionOf, readBoard, takeMentionOut } from "./index.ts"
import { descriptionOf } from "./doc.ts"
import type { ActionId, AgreementId, NoteId, Plan, SuggestionId, ThemeId } from "./index.ts"

const MARK = "[name taken out]"
const without = (words: string, text: string): string => mentionOf(words, MARK).without(text)

test.each([
  ["Sam", "Sam, sam and SAM's dog", `${MARK}, ${MARK} and ${MARK}'s dog`],
  ["Sam", "Samantha, balsam and Sam9 are others", "Samantha, balsam and Sam9 are others"],
  ["Sam Rivers", "Sam  Rivers came. Sam came. Rivers run.", `${MARK} came. Sam came. Rivers run.`],
  ["Sam\nRivers", "Sam\nRivers", "Sam\nRivers"],
  ["José", "Jose\u0301 e José", `${MARK} e ${MARK}`],
  ["12 Mill Lane (2nd)", "At 12 mill lane (2nd).", `At ${MARK}.`],
  ["سامي", "قال سامي وسامي لسامي، والسامية", `قال ${MARK} و${MARK} ل${MARK}، والسامية`],
  ["李华", "我和李华一起", `我和${MARK}一起`],
  ["$1", "costs $1", `costs ${MARK}`],
])("%s is found as a whole, in any case and coding", (words, text, after) => expect(without(words, text)).toBe(after))

const [one, two] = ["one" as NoteId, "two" as NoteId]
const note = {
  kind: "option",
  canvas: "options",
  themeId: null,
  rank: "a3",
  place: null,
  lang: null,
  forWhom: "for SECRET",
  stack: null,
  aside: { reason: "SECRET aside" },
  notThisTime: { reason: "SECRET not now" },
  answer: "SECRET answer",
  text: "Ask SECRET for 👍 a bus",
  sheet: { who: "SECRET who", pays: "SECRET pays", leftOut: "SECRET out" },
  description: [{ name: "paragraph", nodes: [{ runs: [{ text: "Long SEC" }, { text: "RET words", marks: { bold: {} } }] }] }],
} as const
const plan: Plan = {
  notes: [
    { ...note, id: one },
    { ...note, id: two },
  ],
  themes: [
    {
      id: "t" as ThemeId,
      canvas: "needs",
      title: "SECRET theme",
      rank: "a0",
      gone: false,
      aboutUs: false,
      notThisTime: { reason: "SECRET whole" },
    },
  ],
  agreements: [{ id: "a" as AgreementId, text: "SECRET agreement", rank: "a0", aside: { reason: "SECRET why" } }],
  actions: [{ id: "x" as ActionId, agreementId: null, text: "SECRET action", who: "SECRET", by: "", rank: "a0", aside: null }],
  suggestions: [{ id: "s" as SuggestionId, noteId: one, text: "SECRET suggestion", state: "open" }],
}
const bytes = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("latin1")

test("everywhere: no byte of the name is left in the doc, words around it stay, and twice is once", () => {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  expect(bytes(doc)).toContain("SECRET")
  const mention = mentionOf("Secret", MARK)
  takeMentionOut(doc, mention, () => true)
  const after = bytes(doc)
  for (const part of ["SECRET", "Long SEC", "RET words"]) expect(after).not.toContain(part)
  const board = readBoard(doc)
  expect(board.notes.get(one)).toMatchObject({
    text: `Ask ${MARK} for 👍 a bus`,
    forWhom: `for ${MARK}`,
    aside: { reason: `${MARK} aside` },
  })
  expect(board.notes.get(one)?.sheet).toEqual({
    description: `Long ${MARK} words`,
    who: `${MARK} who`,
    pays: `${MARK} pays`,
    leftOut: `${MARK} out`,
  })
  takeMentionOut(doc, mention, () => true)
  expect(bytes(doc)).toBe(after)
})

test("only where it was chosen, and what somebody else types beside it at the same moment stays", () => {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  const phone = new Y.Doc()
  Y.applyUpdate(phone, Y.encodeStateAsUpdate(doc))
  const text = phone.getMap<Y.Map<Y.Text>>("notes").get(one)?.get("text")
  text?.insert(text.length, ", soon")
  takeMentionOut(doc, mentionOf("SECRET", MARK), (id) => id === one)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(phone))
  const board = readBoard(doc)
  expect(board.notes.get(one)?.text).toBe(`Ask ${MARK} for 👍 a bus, soon`)
  expect(board.suggestions.get("s" as SuggestionId)?.text).toBe(`${MARK} suggestion`)
  expect(board.notes.get(two)?.text).toContain("SECRET")
  expect(board.themes.get("t" as ThemeId)?.title).toContain("SECRET")
})

test("a name behind a picture is cut out where it stands", () => {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  const paragraph = descriptionOf(doc, one)?.get(0) as Y.XmlElement
  const text = paragraph.get(0) as Y.XmlText
  text.insertEmbed(0, { image: "x" })
  takeMentionOut(doc, mentionOf("SECRET", MARK), () => true)
  expect(readBoard(doc).notes.get(one)?.sheet?.description).toBe(`Long ${MARK} words`)
})
