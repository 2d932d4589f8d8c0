// One value that many may watch. The smallest store that useSyncExternalStore can read.

export type Value<T> = { get(): T; subscribe(listener: () => void): () => void }
export type OwnValue<T> = Value<T> & { set(next: T): void }

/** Setting the same value (`Object.is`) tells nobody. */
export function valueOf<T>(first: T): OwnValue<T> {
  let now = first
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set(next) {
      if (Object.is(now, next)) return
      now = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * A reader of part of a snapshot: while the snapshot is the same, so is the answer; and an answer that is equal one level deep keeps
 * its identity, so that a selector may build lists.
 */
export function remembered<S, T>(get: () => S, select: (snapshot: S) => T): () => T {
  let seen: { snapshot: S; value: T } | null = null
  return () => {
    const snapshot = get()
    if (seen?.snapshot === snapshot) return seen.value
    const next = select(snapshot)
    seen = { snapshot, value: seen && isAlike(seen.value, next) ? seen.value : next }
    return seen.value
  }
}

function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
