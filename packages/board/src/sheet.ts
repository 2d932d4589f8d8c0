// What an option's sheet says, field by field. Runs inside one transaction of `run`.
import { entryOf, sheetText } from "./doc.ts"
import { checked, done, no, nothingChanged, type Act } from "./outcome.ts"
import { kindAndCanvas, oneOf } from "./read.ts"
import { SHEET_FIELDS, TEXT_LIMITS } from "./types.ts"
import { rewrite } from "./words.ts"

export const fillSheet: Act<"fill-sheet"> = (doc, { id, field, text, from }) => {
  const words = checked(text, TEXT_LIMITS.short, 0)
  if (!words.ok) return words
  const note = entryOf(doc, "notes", id)
  if (note === null) return no("gone")
  const sheet = kindAndCanvas(note).kind === "option" && oneOf(SHEET_FIELDS, field) !== null ? sheetText(doc, field, id) : null
  if (sheet === null) return no("wrong-kind")
  const { before, after } = rewrite(sheet, words.text, from)
  return before === after ? nothingChanged : done({ type: "fill-sheet", id, field, text: before, from: after })
}
