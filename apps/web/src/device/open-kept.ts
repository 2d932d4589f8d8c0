// Opens a workshop from the copy on this device, when the page came without the server. The board is there to read and to write at
// once; the line is tried meanwhile, and what was written goes with the first answer. Loaded for that alone.
import { LOCALE_TAGS } from "@evenboard/words"
import * as Y from "yjs"
import { browserWorld, openWorkshop, type Workshop, type World } from "../connect/open-workshop.ts"
import { isPhoneShared } from "../connect/shared-phone.ts"
import { copiesInBrowser, type Copies } from "./copies.ts"

/** Null when this device keeps no copy that may still be read. */
export async function openKept(
  workshopId: string,
  world: World = browserWorld(workshopId),
  device: { copies: Copies; isShared: () => boolean; now: () => number; newClientId: () => number } = {
    copies: copiesInBrowser(),
    isShared: isPhoneShared,
    now: Date.now,
    newClientId: unownedClientId,
  },
): Promise<Workshop | null> {
  if (device.isShared()) return null
  const now = device.now()
  const copy = await device.copies.find(workshopId, now).catch(() => null)
  if (!copy) return null
  const { boot, at, update, events, written, seats, facts } = copy
  const left = await world.kept.changes(boot.seat.id).catch(() => [])
  const opened = { ...boot, clientId: device.newClientId(), now: boot.now + (now - at) }
  return openWorkshop(opened, world, ({ doc, outbox, session, people }) => {
    Y.applyUpdate(doc, update, "copy")
    outbox.restore(doc, left)
    session.take({ whole: true, now: opened.now, events: [...events], written })
    people.take({ whole: true, seats: [...seats], facts: [...facts], here: [boot.seat.id] })
    return at
  })
}

/** The workshop of this address; the page, which was nobody's, turns to its reader's language. */
export async function openKeptHere(): Promise<Workshop | null> {
  const workshop = await openKept(location.pathname.split("/")[2] ?? "")
  if (!workshop) return null
  const { language } = workshop.boot
  Object.assign(document.documentElement, { lang: LOCALE_TAGS[language], dir: language === "ar" ? "rtl" : "ltr" })
  return workshop
}

/**
 * A client id that nobody owns yet: it becomes this seat's with its first words. The one that the server leased for a page is used by
 * that page alone. 53 random bits: nobody draws the same.
 */
function unownedClientId(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (high & 0x1f_ffff) * 2 ** 32 + low
}
