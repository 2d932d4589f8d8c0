// Whose name stands where: a seat in the words of the document, exactly as its owner chose. Knows no layout.
import type { Words } from "@evenboard/words"
import type { Handout, SeatCredit } from "./handout.ts"

export type Credits = {
  /** "Rosa", or "Guest 7"; "someone" for a seat nobody knows. */
  seat(id: string | null | undefined): string
  /** "Rosa · typed by Sam" */
  note(noteId: string): string
}

/** `fenced`: names are isolated where they run the other way (for sentences); data files (CSV, JSON) want them bare. */
export function creditsOf(handout: Handout, fenced = true): Credits {
  const { words, facts } = handout
  const seats = new Map(handout.seats.map((seat) => [seat.id, seat]))
  const seat = (id: string | null | undefined): string => {
    const found = id == null ? undefined : seats.get(id)
    if (!found) return words.say("board.someone")
    const name = seatName(found, words)
    return fenced ? isolate(name, words) : name
  }
  return {
    seat,
    note: (noteId) => {
      const fact = facts.get(noteId)
      return typedBy(seat(fact?.author), fact?.scribe == null ? null : seat(fact.scribe), words)
    },
  }
}

export const seatName = (seat: SeatCredit, words: Words): string => seat.name?.trim() || words.say("common.guest", { number: seat.guest })

export const typedBy = (author: string, scribe: string | null, words: Words): string =>
  scribe === null ? author : words.say("common.written-by", { author, scribe })

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LEFT_TO_RIGHT = /[A-Za-z\u00C0-\u024F\u0370-\u052F]/

/** People's words inside a sentence of ours, fenced (FSI … PDI) where they run the other way, so that neither pulls the other about. */
export function isolate(text: string, words: Words): string {
  const other = words.dir === "rtl" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT
  return other.test(text) ? `\u2068${text}\u2069` : text
}
