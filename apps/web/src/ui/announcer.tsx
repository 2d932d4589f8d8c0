// What is said aloud to people who listen to the page: one polite region, one queue. Own results are said at once; others' changes
// at most one line every 15 s, and never while somebody types.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react"

/** Others' changes are gathered for this long. */
const OTHERS_EVERY_MS = 15_000
/** A region that changes faster than this loses lines in some readers. */
const LINE_MS = 400

export type Announcer = {
  /** My own result: next in the queue. */
  say(line: string): void
  /** What others did, as a line made when its turn comes; a later one of the same kind replaces it. */
  sayLater(kind: string, line: () => string | null): void
}
const AnnouncerContext = createContext<Announcer | null>(null)

const isTyping = () => {
  const focus = document.activeElement
  return (
    focus instanceof HTMLTextAreaElement ||
    (focus instanceof HTMLInputElement && focus.type === "text") ||
    (focus instanceof HTMLElement && focus.isContentEditable)
  )
}

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [line, setLine] = useState({ text: "", turn: 0 })
  const voice = useMemo(() => {
    const queue: string[] = []
    const others = new Map<string, () => string | null>()
    let speaking: ReturnType<typeof setTimeout> | undefined
    const next = () => {
      const text = queue.shift()
      speaking = text === undefined ? undefined : setTimeout(next, LINE_MS)
      if (text !== undefined) setLine(({ turn }) => ({ text, turn: turn + 1 }))
    }
    const say = (text: string) => {
      queue.push(text)
      if (speaking === undefined) next()
    }
    const sayOthers = () => {
      if (isTyping() || document.hidden) return
      const lines = [...others.values()].map((make) => make()).filter((text) => text !== null)
      others.clear()
      if (lines.length > 0) say(lines.join(" "))
    }
    return { say, sayLater: (kind: string, make: () => string | null) => void others.set(kind, make), sayOthers }
  }, [])
  useEffect(() => {
    const timer = setInterval(voice.sayOthers, OTHERS_EVERY_MS)
    return () => clearInterval(timer)
  }, [voice])
  return (
    <AnnouncerContext.Provider value={voice}>
      {children}
      <div role="status" aria-live="polite" aria-atomic="true" className="unseen">
        {/* A new element each time, so that the same words twice are said twice. */}
        <span key={line.turn}>{line.text}</span>
      </div>
    </AnnouncerContext.Provider>
  )
}

export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext)
  if (!announcer) throw new Error("nothing is said aloud without an <AnnouncerProvider> above")
  return announcer
}
/** Says one line at once. */
export const useAnnounce = (): ((line: string) => void) => useAnnouncer().say
