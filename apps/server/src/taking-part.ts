// Taking a seat and coming back to it. Owns what happens between "this key fits" and "here is your seat"; knows no HTTP.
import type { Credit, Joined, OpenedSeat, OpenSeat, OwnSeat, SeatDetails } from "@evenboard/api"
import type { SeatRow, WorkshopRow } from "@evenboard/storage"
import { LOCALES, type Locale } from "@evenboard/words"
import type { Deps, Result } from "./deps.ts"
import { publicSeat } from "./live/people.ts"
import { hashKey, hashReturnCode, newId, newKey, newReturnCode, tidyReturnCode } from "./keys.ts"

/** Enough for a program and its restarts; a page gets one more each time it loads. */
export const LEASE_COUNT = 16

type Deps_ = Pick<Deps, "store" | "live" | "now" | "random" | "secret">
export type Taken = { seat: SeatRow; joined: Joined }

/** A new seat. The first one of a workshop hosts. `lease` 0 for a page, which leases when it loads. */
export async function takeSeat(
  deps: Deps_,
  workshop: WorkshopRow,
  details: SeatDetails,
  options: { language: Locale; lease: number },
): Promise<Taken> {
  const { store, random } = deps
  const seatKey = newKey(random)
  const { returnCode, returnHash } = await freshReturnCode(deps, workshop.id)
  const wanted = {
    id: newId(random),
    workshopId: workshop.id,
    name: tidy(details.name),
    credit: creditOf(details) ?? "none",
    quotable: details.quotable ?? true,
    group: tidy(details.group) || null,
    table: tidy(details.table) || null,
    language: details.language ?? options.language,
    device: true,
    createdAt: deps.now(),
    returnHash,
  }
  const { seat, clientIds } = await store.createSeat(wanted, hashKey(seatKey), options.lease)
  await deps.live.seatChanged(workshop.id, seat.id)
  await hostIfFirst(deps, workshop.id, seat.id)
  return { seat, joined: { seatId: seat.id, seatKey, returnCode, clientIds: clientIds ?? { from: 0, count: 0 } } }
}

/** Three words that lead to no other seat of the workshop. */
async function freshReturnCode({ store, random, secret }: Deps_, workshopId: string): Promise<{ returnCode: string; returnHash: string }> {
  const taken = new Set((await store.seats(workshopId)).map((other) => other.returnHash))
  for (;;) {
    const returnCode = newReturnCode(random)
    const returnHash = await hashReturnCode(secret, workshopId, returnCode)
    if (!taken.has(returnHash)) return { returnCode, returnHash }
  }
}

/** A place for somebody without a device, with the words to hand over. */
export async function openSeat(deps: Deps_, { id, workshopId }: SeatRow, intent: OpenSeat): Promise<Result<OpenedSeat>> {
  const { returnCode, returnHash } = await freshReturnCode(deps, workshopId)
  const opened = await deps.live.openSeat(workshopId, id, intent, returnHash)
  return opened.ok ? { ok: true, value: { seatId: opened.value.seatId, returnCode } } : opened
}

/** New words to hand over for a place that this seat opened, or as host for one whose opener is not here. */
export async function renewWordsFor(deps: Deps_, { id, workshopId }: SeatRow, seatId: string): Promise<Result<{ returnCode: string }>> {
  const { returnCode, returnHash } = await freshReturnCode(deps, workshopId)
  const renewed = await deps.live.renewWords(workshopId, id, seatId, returnHash)
  return renewed.ok ? { ok: true, value: { returnCode } } : renewed
}

/** The same seat on one more device; null when the words fit none. */
export async function returnToSeat(deps: Deps_, workshopId: string, typed: string, lease: number): Promise<Taken | null> {
  const returnCode = tidyReturnCode(typed)
  if (returnCode.split(" ").length !== 3) return null
  const hash = await hashReturnCode(deps.secret, workshopId, returnCode)
  const seat = (await deps.store.seats(workshopId)).find((one) => one.returnHash === hash)
  if (!seat || (await deps.store.removedSeats(workshopId)).includes(seat.id)) return null
  const seatKey = newKey(deps.random)
  if (!(await deps.store.addSeatKey(workshopId, seat.id, hashKey(seatKey), hash))) return null
  if (!seat.device) await deps.live.claimSeat(workshopId, seat.id)
  const clientIds = lease > 0 ? await deps.store.leaseClientIds(workshopId, seat.id, lease) : { from: 0, count: 0 }
  return { seat, joined: { seatId: seat.id, seatKey, returnCode, clientIds } }
}

/** New words; the older ones stop working. */
export async function renewReturnCode(deps: Deps_, seat: SeatRow): Promise<string> {
  const returnCode = newReturnCode(deps.random)
  await deps.store.updateSeat(seat.workshopId, seat.id, { returnHash: await hashReturnCode(deps.secret, seat.workshopId, returnCode) })
  return returnCode
}

/** What a person changed about themselves; absent fields stay. */
export async function changeSeat(deps: Pick<Deps, "store" | "live">, seat: SeatRow, details: SeatDetails): Promise<SeatRow> {
  const credit = creditOf(details)
  const change = {
    ...(details.name === undefined ? {} : { name: tidy(details.name) }),
    ...(credit === undefined ? {} : { credit }),
    ...(details.quotable === undefined ? {} : { quotable: details.quotable }),
    ...(details.group === undefined ? {} : { group: tidy(details.group) || null }),
    ...(details.table === undefined ? {} : { table: tidy(details.table) || null }),
    ...(details.language === undefined ? {} : { language: details.language }),
  }
  if (Object.keys(change).length > 0) {
    await deps.store.updateSeat(seat.workshopId, seat.id, change)
    await deps.live.seatChanged(seat.workshopId, seat.id)
  }
  return { ...seat, ...change }
}

const creditOf = ({ credit, showName }: SeatDetails): Credit | undefined =>
  credit ?? (showName === undefined ? undefined : showName ? "name" : "none")

/** One line, no spare spaces. */
const tidy = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim()

/** Two who join at once must not both be told they host: one asks at a time. */
const asking = new Map<string, Promise<unknown>>()
async function hostIfFirst({ live }: Pick<Deps, "live">, workshopId: string, seatId: string): Promise<void> {
  const before = asking.get(workshopId) ?? Promise.resolve()
  const mine = before.then(async () => {
    const { session } = await live.now(workshopId)
    if (session.host === null && !session.ended)
      await live.record(workshopId, "server", { type: "host-changed", from: null, to: seatId, how: "first" })
  })
  const settled = mine.catch(() => {})
  asking.set(workshopId, settled)
  await mine.finally(() => {
    if (asking.get(workshopId) === settled) asking.delete(workshopId)
  })
}

export const localeOf = (language: string): Locale => LOCALES.find((locale) => locale === language) ?? "en"

export const ownSeat = (seat: SeatRow): OwnSeat => ({
  ...publicSeat(seat),
  group: seat.group,
  ownName: seat.name,
  credit: seat.credit,
  quotable: seat.quotable,
  language: localeOf(seat.language),
})
