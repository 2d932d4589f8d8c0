// How many of many are drawn: the first few with the key that asked for them, the others a few each picture, so that no key waits.
import { useEffect, useState } from "react"

const FIRST = 10
const EACH = 15

/** Begins anew for each `asked`. */
export function useGrowing(asked: string, count: number): number {
  const [grown, setGrown] = useState({ asked, drawn: FIRST })
  const drawn = grown.asked === asked ? grown.drawn : FIRST
  useEffect(() => {
    if (drawn >= count) return undefined
    const frame = requestAnimationFrame(() => setGrown({ asked, drawn: drawn + EACH }))
    return () => cancelAnimationFrame(frame)
  }, [asked, drawn, count])
  return drawn
}
