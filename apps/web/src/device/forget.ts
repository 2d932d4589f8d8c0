// Forgetting on this device: one workshop when its person leaves, and every copy when the phone turns out to be shared. Other tabs
// that have the workshop open are told, so that none writes its copy again.
import { keptInBrowser } from "../connect/kept.ts"
import { copiesInBrowser } from "./copies.ts"

const CHANNEL = "evenboard-left"
const left = new Set<string>()

/** True once this tab's workshop was left: nothing of it may be kept again. */
export const isForgotten = (workshopId: string): boolean => left.has(workshopId)

/** Nothing of the workshop stays. A browser that keeps nothing has nothing to forget. */
export async function forgetHere(workshopId: string): Promise<void> {
  left.add(workshopId)
  tellOtherTabs(workshopId)
  const both = [copiesInBrowser().forget(workshopId), keptInBrowser(workshopId).forget()]
  forgetSmallThings(workshopId)
  await Promise.all(both.map((one) => one.catch(() => {})))
}

/** Drafts, the person last written for: what pages put into localStorage under the workshop's name. */
function forgetSmallThings(workshopId: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`evenboard-${workshopId}-`)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

export const forgetCopies = (): Promise<void> =>
  copiesInBrowser()
    .forgetAll()
    .catch(() => {})

function tellOtherTabs(workshopId: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(workshopId)
  channel.close()
}

/** `gone` runs when another tab left the workshop. */
export function hearLeaving(workshopId: string, gone: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data !== workshopId || left.has(workshopId)) return // this tab hears itself, too, and has its own way out
    left.add(workshopId)
    gone()
  })
}
