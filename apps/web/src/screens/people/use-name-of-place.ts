// A place in the room as it is headed: "Table 2", "Online", "No table named".
import { useCallback } from "react"
import { useWords } from "../../words.tsx"
import type { Place } from "./room.ts"

export function useNameOfPlace(): (place: Place) => string {
  const words = useWords()
  return useCallback(
    (place) => {
      if (place.kind === "table") return words.say("common.table", { name: place.table })
      return words.say(place.kind === "online" ? "common.online" : "people.no-table")
    },
    [words],
  )
}
