// People's words inside a sentence of ours. Words that run the other way than the sentence are set apart from it (Unicode isolates), so
// that an Arabic name does not turn an English sentence round; words that run with it are left as they are. Pure.

const RUNS_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const RUNS_RIGHT = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\d/u
const FIRST_STRONG_ISOLATE = "\u2068"
const POP = "\u2069"

export function apart(text: string, dir: "ltr" | "rtl"): string {
  const runsAgainst = dir === "ltr" ? RUNS_LEFT : RUNS_RIGHT
  return runsAgainst.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP}` : text
}
