// How React reads a watched value, whole or in part.
import { useMemo, useSyncExternalStore } from "react"
import { remembered, type Value } from "./connect/value.ts"

/** Renders again only when what `select` answers has changed, one level deep; so a selector may build a list. */
export function useValue<S, T = S>(value: Value<S>, select?: (now: S) => T): T {
  const read = useMemo(() => remembered(value.get, select ?? ((now: S) => now as unknown as T)), [value, select])
  return useSyncExternalStore(value.subscribe, read)
}
