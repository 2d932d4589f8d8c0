// A table as people say it: "Table 2", or "Online".
import { useCallback } from "react"
import { ONLINE } from "../screens/people/room.ts"
import { useWords } from "../words.tsx"

export function usePlaceName(): (table: string) => string {
  const words = useWords()
  return useCallback((table) => (table === ONLINE ? words.say("common.online") : words.say("common.table", { name: table })), [words])
}
