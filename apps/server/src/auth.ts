// Whose call is this? A seat's or the organiser's key in `Authorization: Bearer`, or a seat's cookie sent by a page of our own.
import type { SeatRow, WorkshopRow } from "@evenboard/storage"
import { contactRow } from "./access.ts"
import { seatCookie, senderOf } from "./asking.ts"
import { headerOf, isUnsafe, type Ctx } from "./context.ts"
import type { Deps, Result } from "./deps.ts"
import { hashKey, sameHash } from "./keys.ts"
import { screenOfBrowser } from "./screens.ts"

type AuthDeps = Pick<Deps, "store" | "config" | "secret">
export type SeatCall = { workshop: WorkshopRow; seat: SeatRow }
type ContactCall = { workshop: WorkshopRow; keyHash: string }
export type Party = { workshop: WorkshopRow; seat: SeatRow | null }

const WORKSHOP_ID = /^[0-9A-Za-z]{8,32}$/
const BEARER = /^Bearer +([0-9A-Za-z_-]{20,64})$/i

/** The workshop a path names. */
export async function workshopOf(c: Ctx, deps: Pick<Deps, "store">): Promise<Result<WorkshopRow>> {
  const id = c.req.param("id") ?? ""
  const row = WORKSHOP_ID.test(id) ? await deps.store.workshop(id) : null
  return row ? { ok: true, value: row } : { ok: false, reason: "not-found" }
}

/** A seat, or the organiser (`seat: null`). */
export async function partyOf(c: Ctx, deps: AuthDeps): Promise<Result<Party>> {
  const found = await workshopOf(c, deps)
  if (!found.ok) return found
  const workshop = found.value
  const authorization = c.req.header("authorization")
  if (authorization !== undefined) {
    const key = BEARER.exec(authorization)?.[1]
    if (key === undefined) return { ok: false, reason: "wrong-key" }
    const hash = hashKey(key)
    if (sameHash(hash, workshop.organiserHash)) return { ok: true, value: { workshop, seat: null } }
    const seat = await deps.store.seatByKeyHash(workshop.id, hash)
    return seat ? { ok: true, value: { workshop, seat } } : { ok: false, reason: await whyNotKey(deps, workshop.id, hash) }
  }
  const seat = await seatOfCookie(c, deps, workshop.id)
  if (!seat) return { ok: false, reason: await whyNoSeat(c, deps, workshop) }
  // A browser sends its cookie for any page that asks, so what changes something must come from a page of ours.
  if (isUnsafe(c.req.method) && senderOf(headerOf(c), deps.config) !== "own") return { ok: false, reason: "foreign-origin" }
  return { ok: true, value: { workshop, seat } }
}

/** The workshop whose room screen this browser shows without a seat, or null. */
export async function screenOf(c: Ctx, deps: AuthDeps): Promise<WorkshopRow | null> {
  const found = await workshopOf(c, deps)
  return found.ok && (await screenOfBrowser(deps, found.value, headerOf(c))) ? found.value : null
}

export async function seatOf(c: Ctx, deps: AuthDeps): Promise<Result<SeatCall>> {
  const party = await partyOf(c, deps)
  if (!party.ok) return party
  const { workshop, seat } = party.value
  return seat ? { ok: true, value: { workshop, seat } } : { ok: false, reason: "not-allowed" }
}

export async function organiserOf(c: Ctx, deps: AuthDeps): Promise<Result<WorkshopRow>> {
  const party = await partyOf(c, deps)
  if (!party.ok) return party
  return party.value.seat === null ? { ok: true, value: party.value.workshop } : { ok: false, reason: "not-organiser" }
}

/**
 * Whoever has the link of the one who reads what people need. It opens that and nothing else, and nothing else opens it; not after its day.
 */
export async function contactOf(c: Ctx, deps: Pick<Deps, "store" | "now">): Promise<Result<ContactCall>> {
  const found = await workshopOf(c, deps)
  if (!found.ok) return found
  const key = BEARER.exec(c.req.header("authorization") ?? "")?.[1]
  const keyHash = (await contactRow(deps, found.value.id))?.keyHash ?? null
  if (key === undefined || keyHash === null || !sameHash(hashKey(key), keyHash)) return { ok: false, reason: "wrong-contact" }
  return { ok: true, value: { workshop: found.value, keyHash } }
}

/** Whoever hosts now, or the organiser: who guides, and may set the room up. */
export async function guideOf(c: Ctx, deps: AuthDeps & Pick<Deps, "live">): Promise<Result<Party>> {
  const party = await partyOf(c, deps)
  if (!party.ok || party.value.seat === null) return party
  const { session } = await deps.live.now(party.value.workshop.id)
  return session.host === party.value.seat.id ? party : { ok: false, reason: "not-host" }
}

/** Somebody who was removed is told so, kindly; any other key is no key. */
const whyNotKey = async ({ store }: AuthDeps, workshopId: string, hash: string): Promise<"removed" | "wrong-key"> =>
  (await store.removedByKeyHash(workshopId, hash)) === null ? "wrong-key" : "removed"

/** A browser without a seat here: one that was removed, a screen that is known and may do nothing but look, or nobody. */
async function whyNoSeat(c: Ctx, deps: AuthDeps, workshop: WorkshopRow): Promise<"removed" | "not-allowed" | "wrong-key"> {
  const key = seatCookie(headerOf(c), deps.config, workshop.id)
  if (key !== null && (await whyNotKey(deps, workshop.id, hashKey(key))) === "removed") return "removed"
  return (await screenOfBrowser(deps, workshop, headerOf(c))) ? "not-allowed" : "wrong-key"
}

/** The hash of the key a call was made with; null without one. */
export function keyHashOf(c: Ctx, { config }: Pick<AuthDeps, "config">, workshopId: string): string | null {
  const authorization = c.req.header("authorization")
  const key = authorization === undefined ? seatCookie(headerOf(c), config, workshopId) : BEARER.exec(authorization)?.[1]
  return key == null ? null : hashKey(key)
}

/** Who this browser is in a workshop, or null. Says nothing about who sent the request. */
export async function seatOfCookie(c: Ctx, deps: AuthDeps, workshopId: string): Promise<SeatRow | null> {
  const key = seatCookie(headerOf(c), deps.config, workshopId)
  return key === null ? null : deps.store.seatByKeyHash(workshopId, hashKey(key))
}
