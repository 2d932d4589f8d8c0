// Small things this device remembers for a workshop (a draft, the person I write for, changes I have agreed to). A browser that
// keeps nothing loses only convenience; a shared phone remembers nothing.
import { isPhoneShared } from "../connect/shared-phone.ts"

const nameOf = (workshopId: string, what: string) => `evenboard-${workshopId}-${what}`

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it put there
export function recall<T>(workshopId: string, what: string): T | null {
  try {
    const text = localStorage.getItem(nameOf(workshopId, what))
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

export function remember(workshopId: string, what: string, value: unknown): void {
  try {
    if (value === null || isPhoneShared()) localStorage.removeItem(nameOf(workshopId, what))
    else localStorage.setItem(nameOf(workshopId, what), JSON.stringify(value))
  } catch {
    // It holds for as long as the page is open.
  }
}
