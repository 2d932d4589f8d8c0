// A screen without a seat: a projector's computer that shows the room screen, counts as nobody and writes nothing. Its key is made like the
// join key, so whoever made the link can show it again though no table holds it. It is its maker's: it ends when they are asked to leave
// or have themselves deleted, and a new join link ends every screen of the old one.
import { createHmac } from "node:crypto"
import type { WorkshopRow } from "@evenboard/storage"
import { isSecure, screenCookie, screenCookieHeader, type Header } from "./asking.ts"
import type { Deps, Screen } from "./deps.ts"
import { base62Key, hashKey, sameHash } from "./keys.ts"

type Workshop = Pick<WorkshopRow, "id" | "joinGeneration">
type ScreenDeps = Pick<Deps, "secret" | "config" | "store">
/** Who made a link, and how often they had themselves deleted since they came. */
type Maker = { id: string; erased: number }

/** No seat's id is as short. */
const ORGANISER = "organiser"

/** `{workshop id}-{maker's id}-{128 bits}`: the ids find workshop and maker, and the rest is made again to be compared. */
export function screenKey(secret: Uint8Array, { id, joinGeneration }: Workshop, maker: Maker): string {
  const mac = createHmac("sha256", secret).update(`screen.${id}.${joinGeneration}.${maker.id}.${maker.erased}`).digest()
  return `${id}-${maker.id}-${base62Key(mac)}`
}

export function partsOfScreenKey(key: string): { workshopId: string; maker: string } | null {
  const [, workshopId, maker] = /^([0-9A-Za-z]{8,32})-([0-9A-Za-z]{8,32})-[0-9A-Za-z]{22}$/.exec(key) ?? []
  return workshopId === undefined || maker === undefined ? null : { workshopId, maker }
}

/** The key of whoever is in now; null for who is not. `seatId` null: the organiser. */
export async function screenKeyFor({ secret, store }: ScreenDeps, workshop: Workshop, seatId: string | null): Promise<string | null> {
  const erased = seatId === null ? 0 : await store.timesErased(workshop.id, seatId)
  return erased === null ? null : screenKey(secret, workshop, { id: seatId ?? ORGANISER, erased })
}

/** Whose screen this key opens; null when it opens none. */
export async function screenOfKey(deps: ScreenDeps, workshop: Workshop, key: string | null): Promise<Screen | null> {
  const parts = key === null ? null : partsOfScreenKey(key)
  if (key === null || parts?.workshopId !== workshop.id) return null
  const maker = parts.maker === ORGANISER ? null : parts.maker
  const right = await screenKeyFor(deps, workshop, maker)
  return right !== null && sameHash(hashKey(key), hashKey(right)) ? { maker } : null
}

/** The screen that this browser shows of the workshop, by its cookie, or null. */
export const screenOfBrowser = (deps: ScreenDeps, workshop: Workshop, header: Header): Promise<Screen | null> =>
  screenOfKey(deps, workshop, screenCookie(header, deps.config, workshop.id))

/** A Set-Cookie value that lasts as long as the workshop is kept. */
export function screenPass({ config, now }: Pick<Deps, "config" | "now">, workshop: WorkshopRow, key: string, header: Header): string {
  return screenCookieHeader({
    workshopId: workshop.id,
    key,
    seconds: (workshop.keepUntil - now()) / 1000,
    secure: isSecure(header, config),
  })
}
