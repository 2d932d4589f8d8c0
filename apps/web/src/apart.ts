// People's words inside a sentence of ours. Words that run the other way than the sentence are set apart from it (Unicode isolates), so
// that an Arabic name does not turn an English sentence round; words that run with it are left as they are. Pure.
import type { Words } from "@evenboard/words"

const RUNS_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const RUNS_RIGHT = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\d/u
const FIRST_STRONG_ISOLATE = "\u2068"
const POP = "\u2069"

/** Set apart already, it stays as it is. */
export function apart(text: string, dir: "ltr" | "rtl"): string {
  if (text.startsWith(FIRST_STRONG_ISOLATE)) return text
  const runsAgainst = dir === "ltr" ? RUNS_LEFT : RUNS_RIGHT
  return runsAgainst.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP}` : text
}

/** The same words, with people's own set apart in every sentence: nobody has to think of it at each one. */
export const settingApart = (words: Words): Words => ({
  ...words,
  list: (items) => words.list(items.map((item) => apart(item, words.dir))),
  say: (id, ...values) => words.say(id, ...(values.map((value) => value && eachApart(value, words.dir)) as typeof values)),
})
const eachApart = (values: object, dir: Words["dir"]): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? apart(value, dir) : (value as unknown)]),
  )
