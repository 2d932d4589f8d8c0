// The whole credit of an opened note: "Rosa · Table 2 · spoken, typed by Sam". The table stands only beside a name its owner shows.
import { useCreditOf } from "../credit.ts"
import { usePlaceName } from "../people-here/place-name.ts"
import { usePeople } from "../use-session.ts"
import { useWords } from "../words.tsx"

export function useCreditLine(noteId: string): string {
  const words = useWords()
  const placeName = usePlaceName()
  const { facts, seats } = usePeople()
  const { author, scribe, line } = useCreditOf()(noteId)
  const seat = seats.get(facts.get(noteId)?.author ?? "")
  const place = seat?.name && seat.table?.trim() ? placeName(seat.table.trim()) : null
  if (place === null) return scribe === null ? line : words.say("several.spoken", { author, scribe })
  return scribe === null ? words.say("several.credit", { author, place }) : words.say("several.credit-spoken", { author, place, scribe })
}
