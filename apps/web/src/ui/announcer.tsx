// What is said aloud to people who listen to the page: one queue, one polite region on the page and one in an open sheet (while a
// sheet is open the page behind it is silent). Own results are said at once; others' changes at most one line every 15 s, and never
// while somebody types.
import { createContext, useContext, useEffect, useState, type ReactNode } from "react"
import { makeVoice, type Voice } from "./voice.ts"

/** Others' changes are gathered for this long. */
const OTHERS_EVERY_MS = 15_000

/** `say`: my own result, at once. `sayLater`: what others did, as a line made when its turn comes; one line a kind. */
type Announcer = Pick<Voice, "say" | "sayLater">
type Line = { text: string; turn: number }
const VoiceContext = createContext<Voice | null>(null)
const LineContext = createContext<Line>({ text: "", turn: 0 })

const isTyping = () => {
  const focus = document.activeElement
  return (
    focus instanceof HTMLTextAreaElement ||
    (focus instanceof HTMLInputElement && focus.type === "text") ||
    (focus instanceof HTMLElement && focus.isContentEditable)
  )
}

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [line, setLine] = useState<Line>({ text: "", turn: 0 })
  const [voice] = useState(() =>
    makeVoice(
      (text) => setLine(({ turn }) => ({ text, turn: turn + 1 })),
      (ms, work) => void setTimeout(work, ms),
    ),
  )
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isTyping() && !document.hidden) voice.turn()
    }, OTHERS_EVERY_MS)
    return () => clearInterval(timer)
  }, [voice])
  return (
    <VoiceContext value={voice}>
      <LineContext value={line}>
        {children}
        <LiveRegion />
      </LineContext>
    </VoiceContext>
  )
}

/** A new element each time, so that the same words twice are said twice. */
export function LiveRegion() {
  const { text, turn } = useContext(LineContext)
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="unseen">
      <span key={turn}>{text}</span>
    </div>
  )
}

export function useAnnouncer(): Announcer {
  const voice = useContext(VoiceContext)
  if (!voice) throw new Error("nothing is said aloud without an <AnnouncerProvider> above")
  return voice
}
/** Says one line at once. */
export const useAnnounce = (): ((line: string) => void) => useAnnouncer().say
