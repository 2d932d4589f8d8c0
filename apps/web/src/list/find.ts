// Finding a note by its words or its number. Case and accents do not matter, in any script.
import type { Note } from "@evenboard/board"

/** Without case and accents. */
export const plain = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/** Every word of what was asked must stand somewhere in the note; a lone number also finds the note of that number, first of all. */
export function findNotes(notes: readonly Note[], asked: string, numberOf: (note: Note) => number | null): Note[] {
  const wanted = plain(asked).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...notes]
  const number = /^#?([\p{Nd}]+)$/u.exec(asked.trim())?.[1]
  const asNumber = number === undefined ? null : westernNumber(number)
  const named = asNumber === null ? [] : notes.filter((note) => numberOf(note) === asNumber)
  const said = notes.filter((note) => {
    const words = plain(note.text)
    return !named.includes(note) && wanted.every((one) => words.includes(one))
  })
  return [...named, ...said]
}

/** Digits of any script: "١٢" is 12. Each script's ten digits stand in order, from a code point that is its zero. */
function westernNumber(digits: string): number {
  let value = 0
  for (const digit of digits) {
    const point = digit.codePointAt(0) ?? 0
    let zero = point
    while (zero > 0 && point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    value = value * 10 + (point - zero)
  }
  return value
}
