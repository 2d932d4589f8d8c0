// Which notes this phone is asked about. Every phone works out the whole deal alone, by rendezvous hashing of note and seat with
// bounded loads: round after round each seat gets the free note that suits it best, and no note is on more decks than its share. So
// phones begin with different notes, and each note is on about as many decks as any other. Pure; knows no board.

/** Notes a hand holds: few enough to finish between two talks. */
export const HAND = 8

/** FNV-1a over UTF-16 units, then mixed until every bit depends on all (murmur3's end); 32 bits, the same on every phone. */
function hash(words: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < words.length; at++) h = Math.imul(h ^ words.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** `here`: the seats with a live connection; `me` counts as here. `passed`: notes I was not sure about. */
type Table<Id extends string> = { notes: readonly Id[]; here: Iterable<string>; me: string; passed?: ReadonlySet<Id> }

/** At most `HAND` notes, in the order in which this seat is asked about them. Fewer only when there are no more. */
export function dealt<Id extends string>({ notes, here, me, passed = new Set() }: Table<Id>): Id[] {
  const seats = [...new Set([...here, me])].sort()
  const pairs = scored(notes, seats)
  const load = new Map<Id, number>(notes.map((id) => [id, 0]))
  const loadOf = (id: Id): number => load.get(id) ?? 0
  const given = new Set<Pair<Id>>()
  const mine: Id[] = []
  for (let round = 1; round <= Math.min(HAND + passed.size, notes.length); round++) {
    const share = Math.ceil((seats.length * round) / notes.length)
    const waiting = new Set(seats)
    const give = (pair: Pair<Id>): void => {
      waiting.delete(pair.seat)
      given.add(pair)
      load.set(pair.id, loadOf(pair.id) + 1)
      if (pair.seat === me) mine.push(pair.id)
    }
    // Notes that are behind go first.
    for (const most of [share - 1, share])
      for (const pair of pairs) if (waiting.has(pair.seat) && loadOf(pair.id) < most && !given.has(pair)) give(pair)
    // Who has all of the free notes already gets the one that is on the fewest decks.
    for (const seat of waiting) {
      const left = pairs.filter((pair) => pair.seat === seat && !given.has(pair))
      const [first, ...others] = left
      if (first) give(others.reduce((best, pair) => (loadOf(pair.id) < loadOf(best.id) ? pair : best), first))
    }
  }
  return mine.filter((id) => !passed.has(id)).slice(0, HAND)
}

type Pair<Id> = { id: Id; seat: string; score: number }

/** Every note with every seat, what suits best first; ties by seat and note, so that all phones agree. */
function scored<Id extends string>(notes: readonly Id[], seats: readonly string[]): Pair<Id>[] {
  const pairs = notes.flatMap((id) => seats.map((seat) => ({ id, seat, score: hash(`${id} ${seat}`) })))
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return pairs.sort((a, b) => b.score - a.score || compare(a.seat, b.seat) || compare(a.id, b.id))
}
