// How safe my words are, in four honest states. Pure: the outbox says what is pending, this says what a person is told.

export type SaveState = "saved" | "saving" | "kept" | "not-kept"

/** One change of mine that the server has not said is durable. `kept` tells of the strict write on this device. */
export type Pending = { at: number; kept: "writing" | "written" | "failed"; update: Uint8Array }

export type SaveFacts = {
  pending: readonly Pending[]
  /** A change the server will never take (it said `refused` or `too-large`). */
  refused: boolean
  /** True while a socket is open and the server stores. */
  online: boolean
  /** The board on the screen is the copy on this device, and the server has not been heard yet. */
  isCopy: boolean
  now: number
}

/** For this long a change may be on its way before we say that it is only here. */
export const SAVING_MS = 10_000

/** Never "saved" before the server said durable; never "kept" before the strict write was done. */
export function saveState({ pending, refused, online, isCopy, now }: SaveFacts): SaveState {
  if (refused) return "not-kept"
  if (pending.length === 0) return isCopy ? "kept" : "saved"
  const isLate = pending.some((change) => now - change.at >= SAVING_MS)
  if (online && !isLate) return "saving"
  if (pending.every((change) => change.kept === "written")) return "kept"
  if (isLate || pending.some((change) => change.kept === "failed")) return "not-kept"
  return "saving"
}

/** Leaving now would lose, or might strand, somebody's words. */
export const warnsOnLeaving = (state: SaveState): boolean => state === "kept" || state === "not-kept"
