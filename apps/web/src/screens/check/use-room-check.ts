// Keeps the room's check open while its page is, and hears how it stands. The last answer stays while the line is gone.
import { useCallback, useEffect, useState } from "react"
import type { RoomCheck } from "@evenboard/api"
import { newId } from "@evenboard/board"
import { ask, type Answer } from "../paper/ask.ts"
import { minutesWrong } from "./minutes-wrong.ts"

const EVERY_MS = 2000

export type WayIn = { workshopId: string; /** The organiser's; without it the browser's cookie speaks. */ organiserKey?: string }
type RoomCheckNow = {
  check: RoomCheck | null
  /** How wrong this device's clock is. */
  minutesWrong: number
  /** The last question was not answered, or answered no. */
  isLost: boolean
  /** Asks now rather than in a moment. */
  again(): Promise<void>
}

const pathOf = ({ workshopId }: Pick<WayIn, "workshopId">, what: string) => `/api/workshops/${encodeURIComponent(workshopId)}/${what}`
const keyed = (key: string | undefined) => (key ? { key } : {})

export const askRehearsal = (way: WayIn, method: "POST" | "DELETE"): Promise<Answer<unknown>> =>
  ask(pathOf(way, "rehearsal"), { method, ...keyed(way.organiserKey) })

export function useRoomCheck({ workshopId, organiserKey = "" }: WayIn): RoomCheckNow {
  const [heard, setHeard] = useState<Omit<RoomCheckNow, "again">>({ check: null, minutesWrong: 0, isLost: false })
  const hear = useCallback((answer: Answer<RoomCheck>) => {
    if (!answer.ok) return setHeard((before) => ({ ...before, isLost: true }))
    setHeard({ check: answer.value, minutesWrong: minutesWrong(Date.now(), answer.value.now), isLost: false })
  }, [])
  const [page] = useState(newId)
  const tell = useCallback(
    (method: "POST" | "DELETE", outlivesPage = false) =>
      ask<RoomCheck>(pathOf({ workshopId }, "check"), { method, body: { page }, ...keyed(organiserKey), outlivesPage }),
    [workshopId, organiserKey, page],
  )
  useEffect(() => {
    const next = () => void tell("POST").then(hear)
    next()
    const timer = setInterval(next, EVERY_MS)
    const leave = () => void tell("DELETE", true)
    addEventListener("pagehide", leave)
    return () => {
      clearInterval(timer)
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [tell, hear])
  return { ...heard, again: useCallback(async () => hear(await tell("POST")), [tell, hear]) }
}
