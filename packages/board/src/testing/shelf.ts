// Grouping as anybody would do it with paper on a table: plain arrays, no ranks, no labels. What the board must show after the same acts,
// told by the slowest and most obvious means. For tests only.

/** Notes of one stack, the first on top; those set aside keep their place. */
export type Pile = string[]
/** Piles by theme, "" for those not grouped yet. A theme taken apart or joined is not there. */
export type Shelf = { readonly piles: Map<string, Pile[]>; readonly aside: Set<string> }

export const emptyShelf = (): Shelf => ({ piles: new Map([["", []]]), aside: new Set() })
export const copyOf = ({ piles, aside }: Shelf): Shelf => ({ piles: structuredClone(piles), aside: new Set(aside) })

const listOf = (shelf: Shelf, theme: string): Pile[] => shelf.piles.get(theme) ?? []

/** Where a note lies. */
export function find(shelf: Shelf, note: string): { theme: string; pile: Pile; at: number } {
  for (const [theme, piles] of shelf.piles) {
    const at = piles.findIndex((pile) => pile.includes(note))
    const pile = piles[at]
    if (pile) return { theme, pile, at }
  }
  throw new Error(`${note} is lost`)
}

const faceOf = (shelf: Shelf, pile: Pile): string | undefined => pile.find((note) => !shelf.aside.has(note))

/** Takes a pile off the table: the whole of it by its face, else that one note. */
function lift(shelf: Shelf, note: string): Pile {
  const { theme, pile } = find(shelf, note)
  const lifted = faceOf(shelf, pile) === note ? [...pile] : [note]
  pile.splice(0, pile.length, ...pile.filter((one) => !lifted.includes(one)))
  if (pile.length === 0)
    shelf.piles.set(
      theme,
      listOf(shelf, theme).filter((one) => one !== pile),
    )
  return lifted
}

const liftAll = (shelf: Shelf, notes: readonly string[]): Pile[] => {
  // By their faces first, so that a note named beside its face stays with it.
  const faces = notes.filter((note) => faceOf(shelf, find(shelf, note).pile) === note)
  const along = new Set(faces.flatMap((face) => find(shelf, face).pile))
  return notes.filter((note) => faces.includes(note) || !along.has(note)).map((note) => lift(shelf, note))
}

export const add = (shelf: Shelf, note: string): void => void listOf(shelf, "").push([note])

export function putTogether(shelf: Shelf, theme: string, notes: readonly string[]): void {
  const lifted = liftAll(shelf, notes)
  shelf.piles.set(theme, lifted)
}

export function move(shelf: Shelf, note: string, theme: string, beside: { before?: string; after?: string }): void {
  const anchor = beside.before ?? beside.after
  const own = find(shelf, note).pile
  if (anchor !== undefined && own.includes(anchor) && faceOf(shelf, own) === note) return
  const lifted = lift(shelf, note)
  const list = listOf(shelf, theme)
  const at = anchor === undefined ? -1 : list.findIndex((pile) => pile.includes(anchor))
  list.splice(at === -1 ? list.length : beside.before === undefined ? at + 1 : at, 0, lifted)
}

export function stack(shelf: Shelf, on: string, notes: readonly string[]): void {
  const under = find(shelf, on).pile
  const others = notes.filter((note) => !under.includes(note))
  under.push(...liftAll(shelf, others).flat())
}

export function leave(shelf: Shelf, note: string): void {
  const { theme, pile, at } = find(shelf, note)
  if (pile.length === 1) return
  pile.splice(pile.indexOf(note), 1)
  listOf(shelf, theme).splice(at + 1, 0, [note])
}

export function apart(shelf: Shelf, note: string): void {
  const { theme, pile, at } = find(shelf, note)
  listOf(shelf, theme).splice(at, 1, ...pile.map((one) => [one]))
}

export function join(shelf: Shelf, theme: string, into: string): void {
  listOf(shelf, into).push(...listOf(shelf, theme))
  shelf.piles.delete(theme)
}

/** Its piles lie ungrouped, after the others. */
export const takeApart = (shelf: Shelf, theme: string): void => join(shelf, theme, "")

/** As people see it: without what is set aside. */
export function seen(shelf: Shelf): Record<string, Pile[]> {
  const piles = [...shelf.piles].map(([theme, piles]): [string, Pile[]] => [
    theme,
    piles.map((pile) => pile.filter((note) => !shelf.aside.has(note))).filter((pile) => pile.length > 0),
  ])
  return Object.fromEntries(piles)
}
