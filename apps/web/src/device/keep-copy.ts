// Keeps the copy of an open workshop up to date while it is live: in idle moments, when the line goes, and when the page is left.
// Written whole each time: a log of updates would keep the words of notes that were taken out of sight. Never says what is live.
import * as Y from "yjs"
import type { Workshop } from "../connect/open-workshop.ts"
import type { Copies } from "./copies.ts"

/** Between two writes while people write; a page that is left writes at once. */
const EVERY_MS = 10_000
/** A board larger than this is not kept: phones have little room, and writing it takes long. */
const LARGEST_BYTES = 8_000_000

type KeepDeps = {
  copies: Copies
  isShared: () => boolean
  /** This device's clock. */
  now: () => number
  after: (ms: number, work: () => void) => () => void
}
export type Keeping = {
  /** The page may go at any moment: keep what there is. Resolves when it is kept, or nothing can be. */
  keepNow(): Promise<void>
  stop(): void
}

export function keepCopy(workshop: Workshop, { copies, isShared, now, after }: KeepDeps): Keeping {
  let [isDirty, isLive, isGone] = [true, false, false]
  let cancel: (() => void) | null = null

  const keep = async () => {
    cancel?.()
    cancel = null
    if (!isDirty || isGone || isShared()) return
    isDirty = false
    const update = Y.encodeStateAsUpdate(workshop.doc)
    const { events, written } = workshop.session.get()
    const { me, seats, facts } = workshop.people.get()
    const boot = { ...workshop.boot, seat: me, language: me.language, clientId: 0, now: workshop.now() }
    const copy = { key: workshop.id, at: now(), boot, update, events, written, seats: [...seats.values()], facts: [...facts.values()] }
    // A disk that is full keeps the older copy, which says from when it is.
    await (update.length > LARGEST_BYTES ? copies.forget(workshop.id) : copies.put(copy)).catch(() => {})
  }
  const forget = async () => {
    isGone = true
    await copies.forget(workshop.id).catch(() => {})
  }
  const changed = () => {
    isDirty = true
    if (isLive) cancel ??= after(EVERY_MS, () => void keep())
  }
  /** Only what the server says goes into the copy: what I write without it waits in the outbox. */
  const lineChanged = () => {
    const line = workshop.line.get()
    const wasLive = isLive
    isLive = line.at === "open" && workshop.copyFrom.get() === null && workshop.isReady.get()
    if (line.at === "closed" && line.code >= 4400) void forget()
    else if (wasLive && !isLive) void keep()
    else if (!wasLive && isLive) changed()
  }
  workshop.doc.on("update", changed)
  const stops = [workshop.session, workshop.people].map((value) => value.subscribe(changed))
  for (const value of [workshop.line, workshop.copyFrom, workshop.isReady]) stops.push(value.subscribe(lineChanged))
  lineChanged()
  if (isLive) void keep()
  return {
    keepNow: () => (isLive ? keep() : Promise.resolve()),
    stop: () => {
      cancel?.()
      workshop.doc.off("update", changed)
      for (const stop of stops) stop()
    },
  }
}
