// The organiser's key on this device: read from the fragment of the address, which never reaches a server, then kept for this tab only
// and taken out of the address bar, so that it is not on a screen by accident.

const nameOf = (workshopId: string): string => `evenboard-organiser-${workshopId}`

/** Null when this tab was opened without the private link. */
export function takeOrganiserKey(workshopId: string): string | null {
  const inAddress = location.hash.slice(1)
  if (inAddress) {
    keepOrganiserKey(workshopId, inAddress)
    history.replaceState(history.state, "", location.pathname)
    return inAddress
  }
  return kept(workshopId)
}

export function keepOrganiserKey(workshopId: string, key: string): void {
  memory.set(workshopId, key)
  try {
    sessionStorage.setItem(nameOf(workshopId), key)
  } catch {
    // A browser that keeps nothing: the key lives as long as the page.
  }
}

export function forgetOrganiserKey(workshopId: string): void {
  memory.delete(workshopId)
  try {
    sessionStorage.removeItem(nameOf(workshopId))
  } catch {
    // Nothing was kept.
  }
}

const memory = new Map<string, string>()
function kept(workshopId: string): string | null {
  try {
    return memory.get(workshopId) ?? sessionStorage.getItem(nameOf(workshopId))
  } catch {
    return memory.get(workshopId) ?? null
  }
}
