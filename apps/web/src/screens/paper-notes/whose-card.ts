// Whose words a card holds, out of what somebody typed: a person by name, a table by its number, or nobody. And who to offer while they
// type. Nobody is guessed: only a whole name is that person. Pure; knows no React and no server.
import type { ForWhom } from "@evenboard/api"

/** Somebody to choose. `label` is told apart from every other; `whom` null: nobody types for them (it is me, or they have a phone). */
export type Choice = { label: string; name: string; whom: ForWhom | null; phone: "mine" | "theirs" | null }
export type Whose =
  | { type: "known" | "new" | "someone"; name: string; whom: ForWhom }
  | { type: "me" | "own-phone" | "twins"; name: string; whom: null }
/** How somebody without a name is called. */
export type SomeoneInWords = { someone: string; at: (table: string) => string }

/** Offered at once; more letters make it fewer. */
const OFFERED = 6

/** As the server compares names. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase()
/** As people look for one: without accents. */
const folded = (text: string): string => plain(text).normalize("NFKD").replace(/\p{M}/gu, "")

/** A number of up to three digits, in Latin digits whichever were typed; else null. */
export function numberIn(text: string): string | null {
  const digits = text.trim()
  if (!/^\p{Nd}{1,3}$/u.test(digits)) return null
  return digits.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

export function whoseCard(text: string, choices: readonly Choice[], words: SomeoneInWords): Whose {
  const wanted = plain(text)
  if (wanted === "") return { type: "someone", name: words.someone, whom: { name: words.someone } }
  const writable = choices.filter((choice) => choice.phone !== "theirs")
  const chosen = writable.find(({ label }) => plain(label) === wanted)
  if (chosen) return toWhose(chosen)
  const named = writable.filter(({ name }) => plain(name) === wanted)
  if (named[0]) return named.length > 1 ? { type: "twins", name: named[0].name, whom: null } : toWhose(named[0])
  const away = choices.find(({ name }) => plain(name) === wanted)
  if (away) return { type: "own-phone", name: away.name, whom: null }
  const table = numberIn(text)
  if (table !== null) return { type: "someone", name: words.at(table), whom: { table } }
  const name = text.replace(/\s+/g, " ").trim()
  return { type: "new", name, whom: { name } }
}

const toWhose = ({ name, whom }: Choice): Whose => (whom === null ? { type: "me", name, whom } : { type: "known", name, whom })

/** Whose name, or a word of it, begins so; those who can be written for come first, and everybody while nothing is typed. */
export function offered(text: string, choices: readonly Choice[]): Choice[] {
  const begin = folded(text)
  return choices
    .filter(({ label }) => folded(label).startsWith(begin) || folded(label).includes(` ${begin}`))
    .toSorted((a, b) => Number(a.phone === "theirs") - Number(b.phone === "theirs"))
    .slice(0, OFFERED)
}
