// The key of a private link on this device, the organiser's or the contact's: read from the fragment of the address, which never reaches a
// server, then kept for this tab only and taken out of the address bar, so that it is not on a screen by accident.

/** Whose link it is. */
type Whose = "organiser" | "contact"
const nameOf = (whose: Whose, workshopId: string): string => `evenboard-${whose}-${workshopId}`

/** Null when this tab was opened without the private link. */
export function takeLinkKey(whose: Whose, workshopId: string): string | null {
  const inAddress = location.hash.slice(1)
  if (inAddress) {
    keepLinkKey(whose, workshopId, inAddress)
    history.replaceState(history.state, "", location.pathname)
    return inAddress
  }
  return kept(nameOf(whose, workshopId))
}

export function keepLinkKey(whose: Whose, workshopId: string, key: string): void {
  const name = nameOf(whose, workshopId)
  memory.set(name, key)
  try {
    sessionStorage.setItem(name, key)
  } catch {
    // A browser that keeps nothing: the key lives as long as the page.
  }
}

export function forgetLinkKey(whose: Whose, workshopId: string): void {
  const name = nameOf(whose, workshopId)
  memory.delete(name)
  try {
    sessionStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}

const memory = new Map<string, string>()
function kept(name: string): string | null {
  try {
    return memory.get(name) ?? sessionStorage.getItem(name)
  } catch {
    return memory.get(name) ?? null
  }
}
