// Words that several people write at once: cleaning what was typed, and changing a Y.Text by no more than what somebody changed.
// Knows no notes. Positions are UTF-16 units, as in Y.Text; no cut falls inside a surrogate pair, which Yjs would spoil.
import type * as Y from "yjs"
import { wordsOf } from "./doc.ts"

/** At `at` of the old words, `gone` units make way for `put`. */
type Hunk = { at: number; gone: number; put: string }

// oxlint-disable-next-line no-control-regex -- these are the characters to drop: all controls but tab and new line
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu

/** What a person typed, as it is kept: half surrogates (which would differ from phone to phone), controls and outer space removed. */
export const cleaned = (words: string): string => words.replace(/\r\n?/gu, "\n").replace(CONTROLS, "").toWellFormed().trim()

/**
 * Makes `text` say `to` by the smallest edits. With `from`, only what differs between `from` and `to` is changed, wherever it stands
 * now; words that somebody else has put in or taken away since stay put in or taken away. Answers what it said before and says now.
 */
export function rewrite(text: Y.Text, to: string, from: string = wordsOf(text)): { before: string; after: string } {
  const before = wordsOf(text)
  for (const { at, gone, put } of hunksBetween(before, merged(from, to, before)).toReversed()) {
    if (gone > 0) text.delete(at, gone)
    if (put !== "") text.insert(at, put)
  }
  return { before, after: wordsOf(text) }
}

/** My `to` and their `now`, both made out of `from`, in one. Where both together would leave no words, mine. */
export function merged(from: string, to: string, now: string): string {
  if (from === now) return to
  let words = now
  for (const { at, gone, put } of rebased(hunksBetween(from, to), hunksBetween(from, now)).toReversed()) {
    words = words.slice(0, at) + put + words.slice(at + gone)
  }
  return cleaned(words) || to
}

/** The smallest edits from one wording to another, in order: the words that both have stay, and the common letters of a changed word. */
export function hunksBetween(old: string, now: string): Hunk[] {
  const start = commonStart(old, now)
  const end = commonEnd(old, now, start)
  const whole = { at: start, gone: old.length - end - start, put: now.slice(start, now.length - end) }
  if (whole.gone === 0 && whole.put === "") return []
  if (whole.gone === 0 || whole.put === "") return [whole]
  // Words are compared whole, or a letter in common would tear two words apart.
  const [from, to] = [backToSpace(old, start), onToSpace(old, old.length - end)]
  const tail = old.length - to
  const [gone, put] = [old.slice(from, to), now.slice(from, now.length - tail)]
  return wordHunks(gone.match(/\s+|\S+/gu) ?? [], put.match(/\s+|\S+/gu) ?? [], from).map((hunk) => trimmed(old, hunk))
}

const isSpace = (letter: string | undefined): boolean => letter === undefined || letter.trim() === ""

function backToSpace(words: string, at: number): number {
  while (at > 0 && !isSpace(words[at - 1])) at--
  return at
}

function onToSpace(words: string, at: number): number {
  while (!isSpace(words[at])) at++
  return at
}

/** Without the letters that both sides begin and end with. */
function trimmed(old: string, { at, gone, put }: Hunk): Hunk {
  const was = old.slice(at, at + gone)
  const start = commonStart(was, put)
  const end = commonEnd(was, put, start)
  return { at: at + start, gone: gone - start - end, put: put.slice(start, put.length - end) }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++
  return n > 0 && isHigh(a.charCodeAt(n - 1)) ? n - 1 : n
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let n = 0
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++
  return n > 0 && isLow(a.charCodeAt(a.length - n)) ? n - 1 : n
}

/** Above this many pairs of words the middle is replaced whole: 500 words against 500 take about a millisecond. */
const MOST_PAIRS = 250_000

/** Keeps the words that both have in order, as many as can be; neighbouring changes make one hunk. */
function wordHunks(old: string[], now: string[], start: number): Hunk[] {
  if (old.length * now.length > MOST_PAIRS) return [{ at: start, gone: old.join("").length, put: now.join("") }]
  const common = commonLengths(old, now)
  const hunks: Hunk[] = []
  let [i, j, at] = [0, 0, start]
  let open: Hunk | null = null
  while (i < old.length || j < now.length) {
    const [mine = "", theirs = ""] = [old[i], now[j]]
    if (i < old.length && j < now.length && mine === theirs) {
      open = null
      ;[i, j, at] = [i + 1, j + 1, at + mine.length]
      continue
    }
    if (open === null) hunks.push((open = { at, gone: 0, put: "" }))
    if (j >= now.length || (i < old.length && common(i + 1, j) >= common(i, j + 1))) {
      open.gone += mine.length
      ;[i, at] = [i + 1, at + mine.length]
    } else {
      open.put += theirs
      j++
    }
  }
  return hunks
}

/** A word kept is worth more than the spaces around it, or a note would be torn up to save its spaces. */
const worth = (token: string | undefined): number => (isSpace(token) ? 1 : 4)

/** Answers how much `a` from `i` and `b` from `j` have in common, in order. */
function commonLengths(a: string[], b: string[]): (i: number, j: number) => number {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const get = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? get(i + 1, j + 1) + worth(a[i]) : Math.max(get(i + 1, j), get(i, j + 1))
    }
  }
  return get
}

/** My edits of a wording as edits of what theirs made of it: what they put in stays, what both took away is gone once. */
function rebased(mine: Hunk[], theirs: Hunk[]): Hunk[] {
  const hunks: Hunk[] = []
  for (const { at, gone, put } of mine) {
    if (put !== "") hunks.push({ at: moved(at, theirs), gone: 0, put })
    for (const [from, to] of left(at, at + gone, theirs)) hunks.push({ at: moved(from, theirs), gone: to - from, put: "" })
  }
  // Edits are made from the last to the first; a deletion goes before an insertion at the same place, or it would hit the new words.
  return hunks.sort((a, b) => a.at - b.at || a.gone - b.gone)
}

/** Where a place of the old words lies now; inside what they replaced: after their words. */
function moved(place: number, theirs: Hunk[]): number {
  let shift = 0
  for (const { at, gone, put } of theirs) {
    if (at + gone <= place) shift += put.length - gone
    else if (at < place) return at + shift + put.length
    else break
  }
  return place + shift
}

/** The parts of old [from, to) that they have left standing. */
function left(from: number, to: number, theirs: Hunk[]): [number, number][] {
  const parts: [number, number][] = []
  let at = from
  for (const their of theirs) {
    if (their.at >= to) break
    if (their.at > at) parts.push([at, their.at])
    at = Math.max(at, their.at + their.gone)
  }
  if (at < to) parts.push([at, to])
  return parts
}
