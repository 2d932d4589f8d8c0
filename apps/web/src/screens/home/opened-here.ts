// The workshop this tab has just opened, kept for this tab only, so that a reload does not lose the private link.
import type { OpenedWorkshop } from "@evenboard/api"

export type OpenedHere = OpenedWorkshop & { title: string }
const NAME = "evenboard-opened"
let memory: OpenedHere | null = null

export function keepOpened(opened: OpenedHere): void {
  memory = opened
  try {
    sessionStorage.setItem(NAME, JSON.stringify(opened))
  } catch {
    // A browser that keeps nothing: it lives as long as the page.
  }
}

export function openedBefore(): OpenedHere | null {
  try {
    const kept = sessionStorage.getItem(NAME)
    return kept ? (JSON.parse(kept) as OpenedHere) : memory
  } catch {
    return memory
  }
}
