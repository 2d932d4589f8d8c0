// What we hold (design: "Server: what we hold"): which figure, against whom, and how much at most or at least.

export type Target = {
  scenario: string
  figure: string
  /** In words, for the report. */
  says: string
  /** Compared as a share of this server's figure; absent: the figure itself. */
  against?: "hocuspocus"
} & ({ atMost: number } | { atLeast: number })

const saved = (figure: string, name: string, atMost: number): Target => ({
  scenario: "S1:300",
  figure,
  says: `"saved" ${name} at 300, ms`,
  atMost,
})

export const TARGETS: readonly Target[] = [
  {
    scenario: "S1:100",
    figure: "cpuMsPer1000",
    says: "S1:100 CPU per 1000 delivered, durable before relay",
    against: "hocuspocus",
    atMost: 0.8,
  },
  {
    scenario: "S1:300",
    figure: "cpuMsPer1000",
    says: "S1:300 CPU per 1000 delivered, durable before relay",
    against: "hocuspocus",
    atMost: 0.3,
  },
  { scenario: "S1:300", figure: "loopP99", says: "S1:300 event loop late, p99, ms", atMost: 20 },
  saved("savedP50", "p50", 15),
  saved("savedP95", "p95", 50),
  saved("savedP99", "p99", 150),
  { scenario: "S2:300", figure: "cpuPerSecond", says: "S2:300 CPU", against: "hocuspocus", atMost: 0.2 },
  { scenario: "S2:300", figure: "shownSoon", says: "S2:300 states shown within 500 ms, share", atLeast: 0.999 },
  { scenario: "S2:300", figure: "kBPerSecond", says: "S2:300 kB/s a phone", atMost: 20 },
  { scenario: "S3+S6", figure: "cpuMsPerJoin", says: "S3 CPU a join", against: "hocuspocus", atMost: 0.04 },
  { scenario: "S3+S6", figure: "allSyncedMs", says: "S3 all synced", against: "hocuspocus", atMost: 0.15 },
  { scenario: "S4", figure: "cpuPerSecond", says: "S4 CPU", against: "hocuspocus", atMost: 0.6 },
  { scenario: "S4", figure: "kBPerRoom", says: "S4 memory a room", against: "hocuspocus", atMost: 0.6 },
  { scenario: "S5", figure: "lost5", says: "S5 seen, then lost, killed after 5 s, share", atMost: 0 },
  { scenario: "S5", figure: "lost13", says: "S5 seen, then lost, killed after 13 s, share", atMost: 0 },
  { scenario: "S5", figure: "lostAcked", says: "S5 acked, then lost, keystrokes", atMost: 0 },
  { scenario: "S3+S6", figure: "firstMs", says: "S6 until all is there", against: "hocuspocus", atMost: 0.5 },
  { scenario: "S3+S6", figure: "firstCpu", says: "S6 CPU until then", against: "hocuspocus", atMost: 0.1 },
  { scenario: "stuck", figure: "dueMB", says: "300 of 600 stuck: MB due to each", atLeast: 10 },
  { scenario: "stuck", figure: "heapMoreMB", says: "300 of 600 stuck: heap more, MB", atMost: 64 },
  { scenario: "stuck", figure: "p99Ratio", says: "300 of 600 stuck: the healthy half's p99, times what it was", atMost: 1.1 },
  { scenario: "cut", figure: "backAllMs", says: "1,000 cut at once: all synced again, ms", atMost: 15_000 },
]
