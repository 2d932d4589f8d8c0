// Which messages source names, read as text: for what travels with which page, and for the check that each message is said somewhere (scripts/unused.ts).

/** Whether a text names a message: "save.saved" whole, or `save.${state}` by its beginning. */
export function namesMessages(texts: Iterable<string>): (id: string) => boolean {
  const [whole, beginnings] = [new Set<string>(), new Set<string>()]
  for (const text of texts) {
    for (const [, id = ""] of text.matchAll(/["`]([a-z]+\.[\w-]+)["`]/g)) whole.add(id)
    for (const [, start = ""] of text.matchAll(/`([a-z]+\.[\w-]*)\$\{/g)) beginnings.add(start)
  }
  return (id) => whole.has(id) || [...beginnings].some((start) => id.startsWith(start))
}
