// A screen without a seat: a projector's computer that shows the room screen, counts as nobody and writes nothing. Its key is made like the
// join key, so any host can show the link again though no table holds it; a new join link ends every screen of the old one.
import { createHmac } from "node:crypto"
import type { WorkshopRow } from "@evenboard/storage"
import { isSecure, screenCookie, screenCookieHeader, type Header } from "./asking.ts"
import type { Deps } from "./deps.ts"
import { base62Key, hashKey, sameHash } from "./keys.ts"

type Workshop = Pick<WorkshopRow, "id" | "joinGeneration">
type ScreenDeps = Pick<Deps, "secret" | "config">

/** `{workshop id}-{128 bits}`: the id finds the workshop, and the rest is made again to be compared. */
export function screenKey(secret: Uint8Array, { id, joinGeneration }: Workshop): string {
  const mac = createHmac("sha256", secret).update(`screen.${id}.${joinGeneration}`).digest()
  return `${id}-${base62Key(mac)}`
}

export const workshopOfScreenKey = (key: string): string | null => /^([0-9A-Za-z]{8,32})-[0-9A-Za-z]{22}$/.exec(key)?.[1] ?? null

export const isScreenKey = (secret: Uint8Array, workshop: Workshop, key: string | null): boolean =>
  key !== null && sameHash(hashKey(key), hashKey(screenKey(secret, workshop)))

/** Is this browser a screen of the workshop, by its cookie? */
export const isScreenOf = ({ secret, config }: ScreenDeps, workshop: Workshop, header: Header): boolean =>
  isScreenKey(secret, workshop, screenCookie(header, config, workshop.id))

/** A Set-Cookie value that lasts as long as the workshop is kept. */
export function screenPass(deps: ScreenDeps & Pick<Deps, "now">, workshop: WorkshopRow, header: Header): string {
  return screenCookieHeader({
    workshopId: workshop.id,
    key: screenKey(deps.secret, workshop),
    seconds: (workshop.keepUntil - deps.now()) / 1000,
    secure: isSecure(header, deps.config),
  })
}
