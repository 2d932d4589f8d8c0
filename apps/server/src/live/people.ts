// Seats and facts as other people may see them, and the people frames that carry them. Pure.
import type { NoteFact, PeopleFrame, PublicSeat } from "@evenboard/api"
import type { SeatRow } from "@evenboard/storage"
import type { Fact } from "@evenboard/sync"
import { LOCALES } from "@evenboard/words"
import { wordsOf } from "../words.ts"

/** A name leaves the server only when its owner shows it. "Someone at table 2" is no name: each reader gets it in their language. */
export function publicSeat(seat: SeatRow): PublicSeat {
  const someoneAt = tableOfSomeone(seat)
  const isShown = seat.showName && seat.name !== "" && someoneAt === null
  const { id, guest, table, device } = seat
  return { id, guest, name: isShown ? seat.name : null, table, device, ...(someoneAt === null ? {} : { someoneAt }) }
}

/** The table of somebody without a device and without a name, whose seat is called so in the workshop's language; else null. */
export function tableOfSomeone({ device, name, table }: Pick<SeatRow, "device" | "name" | "table">): string | null {
  if (device || table === null) return null
  return LOCALES.some((locale) => wordsOf(locale).say("board.someone-at", { table }) === name) ? table : null
}

export const publicFact = ({ noteId, number, author, scribe, firstWording, changes, changedBy }: Fact): NoteFact => ({
  id: noteId,
  number,
  author,
  scribe,
  ...(changes > 0 ? { firstWording } : {}),
  changes,
  changedBy,
})

/** What a screen without a seat hears of people: how many are here, and the numbers of notes. No name, no seat, nobody's first words. */
export const forScreens = ({ whole, facts, here }: PeopleFrame): PeopleFrame => ({
  whole,
  seats: [],
  facts: facts.map(({ id, number }) => ({ id, number, author: "", scribe: null, firstWording: "", changes: 0, changedBy: null })),
  ...(here ? { here: here.map((_, i) => String(i)) } : {}),
})
