// What this device does for a workshop once its board is on the screen, and not before: keeps the copy, registers the service worker
// that opens pages without internet, and notices that the machine slept. On plain http no page opens without the server, so no copy
// is kept there.
import type { Workshop } from "../connect/open-workshop.ts"
import { isPhoneShared } from "../connect/shared-phone.ts"
import { hereOf, namesLeftTo } from "../people-here/here.ts"
import { copiesInBrowser } from "./copies.ts"
import { forgetHere, hearLeaving, isForgotten } from "./forget.ts"
import { keepCopy } from "./keep-copy.ts"

const TICK_MS = 2000
/** A tick that comes this late has slept. */
const SLEPT_MS = 3000

const started = new WeakSet<Workshop>()

/** Once for each workshop, however often it is asked. */
export function startDevice(workshop: Workshop): void {
  if (started.has(workshop)) return
  started.add(workshop)
  watchForSleep(workshop)
  leaveNames(workshop)
  void import("./let-go.ts").then(({ letGoOf }) => letGoOf(workshop)).catch(() => {})
  hearLeaving(workshop.id, () => location.assign("/"))
  if (isSecureContext && "serviceWorker" in navigator) void keepPages(workshop)
}

/** The names of people on this phone who have one of their own by now are theirs to say. */
function leaveNames({ id, people }: Workshop): void {
  const here = hereOf(id)
  const look = () => {
    const left = namesLeftTo(here.get().people, people.get().seats)
    if (left !== here.get().people) here.set({ ...here.get(), people: left })
  }
  people.subscribe(look)
  look()
}

async function keepPages(workshop: Workshop): Promise<void> {
  await ready(workshop)
  await idle()
  keep(workshop)
  if (!isPhoneShared()) await registerWorker()
}

const ready = ({ isReady }: Workshop) =>
  new Promise<void>((resolve) => {
    const look = () => isReady.get() && resolve()
    isReady.subscribe(look)
    look()
  })

const idle = () =>
  new Promise<void>((resolve) => {
    // Safari has none.
    const whenIdle = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined
    if (whenIdle) whenIdle(() => resolve(), { timeout: 3000 })
    else setTimeout(resolve, 500)
  })

function keep(workshop: Workshop): void {
  const copies = copiesInBrowser()
  const keeping = keepCopy(workshop, {
    copies,
    isShared: () => isPhoneShared() || isForgotten(workshop.id),
    now: Date.now,
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  document.addEventListener("visibilitychange", () => document.hidden && void keeping.keepNow())
  addEventListener("pagehide", () => void keeping.keepNow())
  void copies.sweep(Date.now()).catch(() => {})
  forgetWhenNotMine(workshop)
}

/**
 * A seat that was erased or left elsewhere opens no line any more, which looks like no internet. So when the line does not come, the
 * server is asked once over http: what is nobody's seat, or gone, is forgotten here too, but for words that were never sent.
 */
function forgetWhenNotMine(workshop: Workshop): void {
  let isAsking = false
  workshop.line.subscribe(() => {
    if (workshop.line.get().at !== "waiting" || isAsking) return
    isAsking = true
    void fetch(`/api/workshops/${workshop.id}/me`, { credentials: "same-origin" })
      .then(({ status }) => {
        if (![401, 403, 404].includes(status)) return
        return workshop.pending().length > 0 ? copiesInBrowser().forget(workshop.id) : forgetHere(workshop.id)
      })
      .catch(() => {})
      .finally(() => setTimeout(() => (isAsking = false), 30_000))
  })
}

/** The worker keeps the files of this app. What this page loaded before there was a worker, its language above all, it is told of. */
async function registerWorker(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" })
    const { active } = await navigator.serviceWorker.ready
    await (await import("./words-to-keep.ts")).bringWordsToKeep(document.documentElement.lang.slice(0, 2))
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)
    active?.postMessage({ keep: loaded.filter((path) => path.startsWith("/assets/")) })
  } catch {
    // A browser that wants no worker opens its pages from the server, as before.
  }
}

/** Laptops sleep with their page in sight: no event tells, but the clock has jumped. */
function watchForSleep(workshop: Workshop): void {
  let last = Date.now()
  setInterval(() => {
    const now = Date.now()
    if (now - last > TICK_MS + SLEPT_MS && !document.hidden) workshop.wake()
    last = now
  }, TICK_MS)
}
