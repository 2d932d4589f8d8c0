// A promise that React's `use` reads without waiting once it has come. `use` waits a turn even for what is here already, and then shows
// it late (docs/decisions/0029), unless the promise says so in the two fields that React itself writes and looks for. Asking for it must
// not depend on whether it is here: a component that was waiting is run again from where it stopped, and finds other hooks.
export function readable<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: "fulfilled", value }),
    () => {},
  )
  return promise
}

/** Loads each once, readable; a line that was gone for a moment is no answer: the next look tries again. */
export function onceEach<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const loaded = new Map<K, Promise<V>>()
  return (key) => {
    const known = loaded.get(key)
    if (known) return known
    const value = readable(load(key))
    loaded.set(key, value)
    value.catch(() => loaded.delete(key))
    return value
  }
}
