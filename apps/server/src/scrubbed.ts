// After something was deleted for good: nothing of it is left in the database's file or beside it. Part by part, so that nobody waits.
import type { Store } from "@evenboard/storage"

type Scrubs = Pick<Store, "scrub">

export async function scrubbed(store: Scrubs): Promise<void> {
  for (let at: number | null = 0; at !== null;) at = await store.scrub(at)
}

type Rounds = { last: Promise<void>; waiting: Promise<void> | null; isOwed: boolean }
const known = new WeakMap<object, Rounds>()
const roundsOf = (store: Scrubs): Rounds => {
  const rounds = known.get(store) ?? { last: Promise.resolve(), waiting: null, isOwed: false }
  known.set(store, rounds)
  return rounds
}

/** Many who delete at once share a round over the file: one that begins after all of them have deleted. One that fails is owed. */
export function cleared(store: Scrubs): Promise<void> {
  const rounds = roundsOf(store)
  rounds.waiting ??= rounds.last.then(async () => {
    rounds.waiting = null
    const round = scrubbed(store)
    rounds.last = round.catch(() => {
      rounds.isOwed = true
    })
    return round
  })
  return rounds.waiting
}

/** True once, where something was deleted and could not be cleared. */
export function wasOwed(store: Scrubs): boolean {
  const rounds = roundsOf(store)
  const { isOwed } = rounds
  rounds.isOwed = false
  return isOwed
}
