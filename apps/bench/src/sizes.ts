// How big each scenario is: in full, and small enough to see in a minute that everything works.
const full = {
  rounds: Number(process.env["BENCH_ROUNDS"] ?? 3),
  /** Time for servers that store later, or compact, to come to rest; and for what a server sends after its step 2. */
  restMs: 3_000,
  tailMs: 1_500,
  typing: { perSecond: 5, warmSeconds: 4, seconds: 12, phones: (asked: number) => asked },
  presence: { perSecond: 10, warmSeconds: 3, seconds: 10, phones: (asked: number) => asked },
  hall: { writers: 40, notesEach: 50, pieces: 9, joiners: 200 },
  many: { rooms: 1000, seats: 3, warmSeconds: 3, seconds: 10 },
  kill: { writers: 20, perSecond: 5, after: [5, 13] },
  stuck: { phones: 600, writers: 10, noteBytes: 10_000, notes: 1_300, seconds: 45, pairs: 2 },
  cut: { phones: 1000, writers: 20, perSecond: 2, notesEach: 25, pieces: 2 },
}
const quick: typeof full = {
  rounds: 1,
  restMs: 300,
  tailMs: 300,
  typing: { perSecond: 5, warmSeconds: 0.3, seconds: 0.8, phones: (asked) => asked / 10 },
  presence: { perSecond: 10, warmSeconds: 0.3, seconds: 0.8, phones: (asked) => asked / 10 },
  hall: { writers: 5, notesEach: 10, pieces: 4, joiners: 20 },
  many: { rooms: 10, seats: 3, warmSeconds: 0.3, seconds: 0.8 },
  kill: { writers: 3, perSecond: 5, after: [0.5, 1] },
  stuck: { phones: 10, writers: 2, noteBytes: 10_000, notes: 40, seconds: 1, pairs: 1 },
  cut: { phones: 30, writers: 3, perSecond: 2, notesEach: 5, pieces: 2 },
}

export const isQuick = process.env["BENCH"] === "quick"
export const SIZES = isQuick ? quick : full
