// The queue behind the live region: who is heard, and when. Timers are arguments, so that tests need no waiting.

/** A region that changes faster than this loses lines in some readers. */
const LINE_MS = 400

export type Voice = {
  say(line: string): void
  sayLater(kind: string, line: () => string | null): void
  /** Others' turn: everything gathered, as one line. */
  turn(): void
}

export function makeVoice(show: (line: string) => void, after: (ms: number, work: () => void) => void): Voice {
  const queue: string[] = []
  const others = new Map<string, () => string | null>()
  let isSpeaking = false
  const next = () => {
    const line = queue.shift()
    isSpeaking = line !== undefined
    if (line === undefined) return
    show(line)
    after(LINE_MS, next)
  }
  const say = (line: string) => {
    queue.push(line)
    if (!isSpeaking) next()
  }
  return {
    say,
    sayLater: (kind, line) => void others.set(kind, line),
    turn() {
      const lines = [...others.values()].map((make) => make()).filter((line) => line !== null)
      others.clear()
      if (lines.length > 0) say(lines.join(" "))
    },
  }
}
