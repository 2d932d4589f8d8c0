// Whether this phone is shared with people who should not read here what others wrote: then nothing of any workshop stays on it.
// A property of the phone, not of a seat: several people who take turns on one phone may well trust each other.

/** In localStorage, while it is. */
export const SHARED = "evenboard-shared"

export function isPhoneShared(): boolean {
  try {
    return localStorage.getItem(SHARED) !== null
  } catch {
    return false
  }
}
