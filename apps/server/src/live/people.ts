// Seats and facts as other people may see them, and the people frames that carry them. Pure.
import { initialsOf, type NoteFact, type PeopleFrame, type PublicSeat } from "@evenboard/api"
import { SMALLEST_GROUP } from "@evenboard/export"
import type { SeatRow } from "@evenboard/storage"
import type { Fact } from "@evenboard/sync"
import { LOCALES } from "@evenboard/words"
import { wordsOf } from "../words.ts"

const NONE: ReadonlySet<string> = new Set()

/**
 * The one place where a seat becomes what others read: pages, frames and exports all ask here. A name leaves the server only as its owner
 * chose. "Someone at table 2" is no name: each reader gets it in their language. `groups`: those that may be named (`groupsToName`).
 */
export function publicSeat(seat: SeatRow, groups: ReadonlySet<string> = NONE): PublicSeat {
  const someoneAt = tableOfSomeone(seat)
  const shown = someoneAt === null ? shownName(seat, groups) : ""
  const { id, guest, table, device } = seat
  return { id, guest, name: shown === "" ? null : shown, table, device, ...(someoneAt === null ? {} : { someoneAt }) }
}

function shownName({ credit, name, group }: SeatRow, groups: ReadonlySet<string>): string {
  if (credit === "name") return name
  if (credit === "initials") return initialsOf(name)
  return credit === "group" && group !== null && groups.has(keyOf(group)) ? group : ""
}

/** People type "Staff", "staff ". */
const keyOf = (group: string): string => group.trim().toLowerCase()

/**
 * Groups that may stand in the place of a name: three people or more chose so. Nobody else counts, or three sham seats that vanish when
 * somebody of their group comes in silence would say whose group that is; how many are of a group is told to nobody (decision 0034).
 */
export function groupsToName(seats: Iterable<SeatRow>): ReadonlySet<string> {
  const chose = new Map<string, number>()
  for (const { group, credit } of seats)
    if (group !== null && credit === "group") chose.set(keyOf(group), (chose.get(keyOf(group)) ?? 0) + 1)
  return new Set([...chose].flatMap(([group, count]) => (count >= SMALLEST_GROUP ? [group] : [])))
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
