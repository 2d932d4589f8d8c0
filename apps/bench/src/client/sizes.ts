// How much is measured: in full, and small enough to see in a minute or two that everything works.
const full = {
  rounds: Number(process.env["BENCH_ROUNDS"] ?? 3),
  notes: (asked: number) => asked,
  /** Of each gesture, and of others' moves. */
  seconds: 3,
  movesPerSecond: 500,
  restMs: 1_500,
}
const quick: typeof full = { rounds: 1, notes: (asked) => Math.ceil(asked / 20), seconds: 0.8, movesPerSecond: 100, restMs: 300 }

export const isQuick = process.env["BENCH"] === "quick"
export const SIZES = isQuick ? quick : full

/** CPU slowed, round trip and line of a phone. */
export const PHONE = { width: 390, height: 844 }
/** The Board view stands on screens of 900 px and more: there all three are panned and zoomed. */
export const WIDE = { width: 1024, height: 768 }
export const CPU_SLOWED = 4
export const LINE = { latency: 400, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 }
