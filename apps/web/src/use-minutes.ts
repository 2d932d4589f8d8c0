// A clock on the screen that ticks only when what it shows would change.
import { useEffect, useState } from "react"
import type { Timer } from "@evenboard/session"
import { useServerNow } from "./use-session.ts"

const MINUTE_MS = 60_000

/** Whole minutes left, rounded up; 0 within the last minute; -1 once the time is up. */
export function minutesLeft(timer: Timer, now: number): number {
  const left = timer.endsAt - now
  if (left <= 0) return -1
  return left < MINUTE_MS ? 0 : Math.ceil(left / MINUTE_MS)
}

/** Null while no timer runs. By the server's clock, so that it is right on a phone whose own is wrong. */
export function useMinutesLeft(timer: Timer | null): number | null {
  const serverNow = useServerNow()
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!timer) return undefined
    setNow(serverNow())
    // Once a second is cheap, and right after the phone has slept; React renders only on a new minute.
    const tick = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(tick)
  }, [timer, serverNow])
  return timer ? minutesLeft(timer, now) : null
}
