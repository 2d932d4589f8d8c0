// What we hold on the phone (design: "Client: what we hold"): which figure, against whom, and how much at most or at least.
import type { Target } from "../targets.ts"

const SOCKET =
  "The board comes last: the page (one round trip), the scripts (about 0.6 s of line and 0.2 s of slowed CPU), then the socket (one round trip), then what it brings and the List of 200 notes. A socket opened from the page would let it come while the scripts do; the page does not do that yet."
const SHARED_CORES =
  "A trace of such a pan over 3,000 notes, on another run, had no task above 66 ms: of 1.5 s in frames on the slowed thread, 0.32 s mounted notes, 0.24 s looked for what lies under the pointer, 0.13 s each were paint and what precedes it, 0.10 s layout. Longer ones come, likely, from other work on the two cores; a quiet machine has yet to tell."

const ZOOMING =
  "Before the surface had a layer of its own, 1.7 of 4 s of the thread were paint, 1.3 s scripts that mount what comes into sight, and 0.7 s of the other core raster. It has one now while the wheel turns; at rest all of it is drawn again, sharp. Not traced again since."
const MOVING =
  "Likely, not traced yet: a move to another column makes the note anew there, 500 a second, each an element with its listeners, and lays two columns out again. Notes keep their places in columns that flow, which lets words be of any length; places by coordinates would be lighter."

const REQUESTS = "The page, its script, style and words, the icon, the socket; then what the page asks for behind its first picture."

type Bound = { atMost: number } | { atLeast: number }
const itself = (scenario: string, figure: string, says: string, bound: Bound, ifMissed?: string): Target => ({
  scenario,
  figure,
  says,
  ...bound,
  ...(ifMissed ? { ifMissed } : {}),
})
const beside = (scenario: string, figure: string, says: string, bound: Bound, ifMissed?: string): Target => ({
  ...itself(scenario, figure, says, bound, ifMissed),
  against: "excalidraw",
})

export const TARGETS: readonly Target[] = [
  itself("open:0", "firstPaintMs", "first paint, empty, ms", { atMost: 800 }),
  beside("open:0", "firstPaintMs", "first paint, empty", { atMost: 0.25 }),
  itself("open:200", "readableMs", "notes readable, 200 notes, ms", { atMost: 1000 }),
  itself("open:200", "editMs", "would take an edit, synced, 200 notes, ms", { atMost: 2200 }, SOCKET),
  beside("open:200", "editMs", "would take an edit, 200 notes", { atMost: 0.4 }, SOCKET),
  itself("open:200", "kB", "kB until then", { atMost: 120 }),
  itself("open:200", "requests", "requests until then, the socket counted", { atMost: 6 }, REQUESTS),
  itself("open:200", "fonts", "fonts", { atMost: 0 }),
  itself("open:200", "richTextKB", "kB with rich text", { atMost: 260 }),
  beside("move:1000", "pan-fit", "pan, 1,000 notes, fit, frames", { atLeast: 3 }, SHARED_CORES),
  beside("move:1000", "pan-hundred", "pan, 1,000 notes, 100 %, frames", { atLeast: 1.4 }, SHARED_CORES),
  beside("move:1000", "zoom-fit", "zoom, 1,000 notes, fit, frames", { atLeast: 2.2 }, ZOOMING),
  beside("move:1000", "zoom-hundred", "zoom, 1,000 notes, 100 %, frames", { atLeast: 2.2 }, ZOOMING),
  itself("move:1000", "panTask-fit", "longest task of the pan, 1,000 notes, fit, ms", { atMost: 50 }, SHARED_CORES),
  itself("move:1000", "panTask-hundred", "longest task of the pan, 1,000 notes, 100 %, ms", { atMost: 50 }, SHARED_CORES),
  itself("move:1000", "zoomTask-fit", "longest task of the zoom, 1,000 notes, fit, ms", { atMost: 50 }, ZOOMING),
  itself("move:1000", "zoomTask-hundred", "longest task of the zoom, 1,000 notes, 100 %, ms", { atMost: 50 }, ZOOMING),
  itself("move:3000", "smooth", "pan, 3,000 notes at 100 %, as smooth as 200", { atLeast: 0.9 }, SHARED_CORES),
  itself("move:3000", "panTask-hundred", "longest task of the pan, 3,000 notes, 100 %, ms", { atMost: 50 }, SHARED_CORES),
  beside("live:200", "fps", "live, 500 moves/s, 200 notes, fit, frames", { atLeast: 7 }, MOVING),
  beside("live:1000", "fps", "live, 500 moves/s, 1,000 notes, fit, frames", { atLeast: 7 }, MOVING),
  itself("live:200", "applied", "every move applied, 200 notes, share", { atLeast: 1 }),
  itself("live:1000", "applied", "every move applied, 1,000 notes, share", { atLeast: 1 }),
  itself("memory:3000", "heapMB", "heap, 3,000 notes, MB", { atMost: 20 }),
  itself("memory:3000", "domNodes", "DOM nodes, 3,000 notes", { atMost: 1500 }),
  itself("memory:3000", "rendererMB", "renderer memory, 3,000 notes, MB", { atMost: 110 }),
  itself("read:50", "readable", "notes of 50 in the accessibility tree of the List, share", { atLeast: 1 }),
]
