// Leaving this phone: what is begun and not added, the people on it and what waits alone, of one workshop. See note/remember.ts.
export function forgetRemembered(workshopId: string, storage: () => Storage = () => localStorage): void {
  try {
    const kept = storage()
    for (const key of Object.keys(kept)) if (key.startsWith(`evenboard-${workshopId}-`)) kept.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
