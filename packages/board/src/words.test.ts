import fc from "fast-check"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { wordsOf } from "./doc.ts"
import { fuzz, text as phrase } from "./testing/commands.ts"
import { cleaned, hunksBetween, merged, rewrite } from "./words.ts"

const textOf = (words: string): Y.Text => {
  const text = new Y.Doc().getText("t")
  text.insert(0, words)
  return text
}
/** Characters that share a high or a low surrogate, so that a careless cut would part them. */
const hard = fc.array(fc.constantFrom("😀", "😁", "🀀", "𐏿", "a", " ", "é", "👩‍👩‍👧"), { maxLength: 12 }).map((parts) => parts.join(""))

test("a text says what it should, and a phone that hears of it reads the same, surrogate pairs whole", () => {
  fc.assert(
    fc.property(hard, hard, (old, now) => {
      const text = textOf(old)
      expect(rewrite(text, now)).toEqual({ before: old, after: now })
      const other = new Y.Doc()
      if (text.doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(text.doc))
      expect(wordsOf(other.getText("t"))).toBe(now)
    }),
    fuzz(500),
  )
})

test("words between two changes are not touched", () => {
  expect(hunksBetween("one bus goes home now", "one tram goes there now")).toEqual([
    { at: 4, gone: 3, put: "tram" },
    { at: 13, gone: 3, put: "ther" },
  ])
})

test("two wordings made out of one are merged; alone, each is itself", () => {
  fc.assert(
    fc.property(phrase.map(cleaned), phrase.map(cleaned), (from, to) => {
      expect(merged(from, to, from)).toBe(to)
      const kept = merged(from, from, to)
      expect(kept).toBe(to || from)
    }),
    fuzz(200),
  )
})

test("what one takes away and the other keeps is gone, what either puts in is there", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 9 }), { maxLength: 8 }),
      fc.array(fc.nat({ max: 9 }), { maxLength: 8 }),
      fc.nat({ max: 9 }),
      fc.nat({ max: 9 }),
      (mine, theirs, m, t) => {
        const all = Array.from({ length: 10 }, (_, n) => `w${n}`)
        const made = (drop: number[], at: number, word: string): string =>
          all.flatMap((w, n) => [...(n === at ? [word] : []), ...(drop.includes(n) ? [] : [w])]).join(" ")
        const words = merged(all.join(" "), made(mine, m, "MINE"), made(theirs, t, "THEIRS"))
        expect(words).toContain("MINE")
        expect(words).toContain("THEIRS")
        for (const n of all.keys()) if (mine.includes(n) || theirs.includes(n)) expect(words).not.toContain(`w${n}`)
      },
    ),
    fuzz(300),
  )
})

test("what was typed loses controls, half characters and outer space", () => {
  expect(cleaned(" a\u0000b\r\nc\uD800 ")).toBe("ab\nc\uFFFD")
})
