// One honest change of a board as a phone makes it: words, formats, notes, places. Knows no network.
import * as Y from "yjs"
import type { Random } from "./random.ts"

export function honestEdit(doc: Y.Doc, random: Random): void {
  const text = doc.getText("text")
  const notes = doc.getMap<unknown>("notes")
  const pick = random.below(7)
  if (pick === 0) text.insert(random.below(text.length + 1), "word ".repeat(1 + random.below(3)))
  else if (pick === 1 && text.length > 2) text.delete(random.below(text.length - 1), 1)
  else if (pick === 2)
    notes.set(`n${random.below(5)}`, new Y.Map<unknown>(Object.entries({ kind: "need", text: new Y.Text("hello"), rank: "a0" })))
  else if (pick === 3) notes.set(`v${random.below(5)}`, { likely: 3, effect: -1 })
  else if (pick === 4) notes.delete(`n${random.below(5)}`)
  else if (pick === 5) writeInside(notes.get(`n${random.below(5)}`), random)
  else doc.transact(() => text.format(0, Math.min(2, text.length), { bold: random.chance(0.5) ? true : null }))
}

function writeInside(note: unknown, random: Random): void {
  if (!(note instanceof Y.Map)) return
  const words: unknown = note.get("text")
  if (words instanceof Y.Text && random.chance(0.6)) words.insert(random.below(words.length + 1), "x")
  else note.set("rank", `a${random.below(9)}`)
}
