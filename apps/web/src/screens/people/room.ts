// Who is where, as the quiet list shows it: tables in counting order, online, no table named; somebody without a phone sits at their
// table with the others. Then people without one whose place nobody here opened (from an import), and those who joined and are not
// connected. Within each by name. Never by how much anybody wrote. Pure.
import type { PublicSeat } from "@evenboard/api"

/** What a seat's `table` holds when somebody takes part from elsewhere. */
export const ONLINE = "online"

export type Place = { kind: "table"; table: string } | { kind: "online" } | { kind: "none" }
export type Room = { places: { place: Place; seats: PublicSeat[] }[]; withoutDevice: PublicSeat[]; away: PublicSeat[] }

type RoomFacts = {
  seats: Iterable<PublicSeat>
  here: ReadonlySet<string>
  /** Seats whose place somebody opened for them in this workshop. */
  opened: { has(seat: string): boolean }
  nameOf: (seat: string) => string
  language: string
}

export function roomOf({ seats, here, opened, nameOf, language }: RoomFacts): Room {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" })
  // Each name is made once: in a hall of 400 guests, sorting would put "Guest 7" into words 7,000 times.
  const everyone = [...seats]
    .map((seat) => ({ seat, name: nameOf(seat.id) }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.seat.guest - b.seat.guest)
    .map(({ seat }) => seat)
  const present = everyone.filter((seat) => (seat.device ? here.has(seat.id) : opened.has(seat.id)))
  const tables = [...new Set(present.map(tableOf))].sort((a, b) => orderOf(a) - orderOf(b) || collator.compare(a, b))
  return {
    places: tables.map((table) => ({ place: placeOf(table), seats: present.filter((seat) => tableOf(seat) === table) })),
    withoutDevice: everyone.filter((seat) => !seat.device && !opened.has(seat.id)),
    away: everyone.filter((seat) => seat.device && !here.has(seat.id)),
  }
}

/** The tables that people named, in counting order; not online. */
export function tablesOf(seats: Iterable<PublicSeat>, language: string): string[] {
  const tables = new Set([...seats].map(tableOf).filter((table) => table !== "" && table !== ONLINE))
  return [...tables].sort(new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare)
}

const tableOf = ({ table }: PublicSeat): string => table?.trim() ?? ""
const orderOf = (table: string): number => (table === "" ? 2 : table === ONLINE ? 1 : 0)
const placeOf = (table: string): Place =>
  table === "" ? { kind: "none" } : table === ONLINE ? { kind: "online" } : { kind: "table", table }
