// Whether the room is being asked if there is anyone it has not heard: for five minutes, or until the step is over.
import { useCallback, useSyncExternalStore } from "react"
import { everySecond, never } from "../use-minutes.ts"
import { useServerNow, useSession } from "../use-session.ts"

const QUESTION_MS = 5 * 60_000

/** When it was asked, by the server's clock (ms); null while it is not. */
export function useQuietAsked(): number | null {
  const askedAt = useSession((session) => session.quietAskedAt)
  const serverNow = useServerNow()
  const read = useCallback(() => (askedAt !== null && serverNow() < askedAt + QUESTION_MS ? askedAt : null), [askedAt, serverNow])
  return useSyncExternalStore(askedAt === null ? never : everySecond, read)
}
