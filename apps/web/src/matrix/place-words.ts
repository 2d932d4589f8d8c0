// A place on the matrix in words: the one wording for sheet, table, picture, drag and result line.
import type { Place } from "@evenboard/board"
import type { Words } from "@evenboard/words"

export const LIKELY = [1, 2, 3, 4, 5] as const satisfies readonly Place["likely"][]
/** From "could go very wrong" to "could go very well": the order people read them in, whichever way their writing runs. */
export const EFFECTS = [-2, -1, 0, 1, 2] as const satisfies readonly Place["effect"][]

const LIKELY_IDS = { 1: "matrix.likely-1", 2: "matrix.likely-2", 3: "matrix.likely-3", 4: "matrix.likely-4", 5: "matrix.likely-5" } as const
const EFFECT_IDS = {
  "-2": "matrix.effect-1",
  "-1": "matrix.effect-2",
  "0": "matrix.effect-3",
  "1": "matrix.effect-4",
  "2": "matrix.effect-5",
} as const

export const likelyInWords = (words: Words, likely: Place["likely"]): string => words.say(LIKELY_IDS[likely])
export const effectInWords = (words: Words, effect: Place["effect"]): string => words.say(EFFECT_IDS[`${effect}`])

/** "quite likely · could go very wrong"; without a place: "Not placed yet". */
export function placeInWords(words: Words, place: Place | null): string {
  if (!place) return words.say("matrix.unplaced")
  return words.say("matrix.place", { likely: likelyInWords(words, place.likely), effect: effectInWords(words, place.effect) })
}
