// A clock on the screen that renders only when what it shows changes.
import { useCallback, useSyncExternalStore } from "react"
import type { Timer } from "@evenboard/session"
import { minutesLeft } from "./minutes-left.ts"
import { useServerNow } from "./use-session.ts"

/** Looks once a second: cheap, and right at once after the phone has slept. */
export const everySecond = (look: () => void) => {
  const tick = setInterval(look, 1000)
  return () => clearInterval(tick)
}
export const never = () => () => {}

/** Null while no timer runs. By the server's clock, so that it is right on a phone whose own is wrong. */
export function useMinutesLeft(timer: Timer | null): number | null {
  const serverNow = useServerNow()
  const read = useCallback(() => (timer ? minutesLeft(timer, serverNow()) : null), [timer, serverNow])
  return useSyncExternalStore(timer ? everySecond : never, read)
}
