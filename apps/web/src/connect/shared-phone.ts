// Whether this phone is shared with people who should not read here what others wrote: then nothing of any workshop stays on it.
// A property of the phone, not of a seat: several people who take turns on one phone may well trust each other.

const NAME = "evenboard-shared"

export function isPhoneShared(): boolean {
  try {
    return localStorage.getItem(NAME) !== null
  } catch {
    return false
  }
}

/** False where the browser does not remember it. */
export function setPhoneShared(isShared: boolean): boolean {
  try {
    if (isShared) localStorage.setItem(NAME, "yes")
    else localStorage.removeItem(NAME)
    return true
  } catch {
    return false
  }
}
