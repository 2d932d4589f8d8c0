// What is being written and not added yet: kept on the device at every letter, under one key a person, so that changing whose turn it
// is changes the words with it. A browser that keeps nothing still has them for as long as the sheet is open.
import { useState } from "react"
import { recall, remember } from "../note/remember.ts"
import { useWorkshopId } from "../use-session.ts"

/** `set` writes it whole; `change` a part of it. */
export function useKept<T extends object>(key: string, empty: T): { kept: T; change: (part: Partial<T>) => void; set: (next: T) => void } {
  const workshopId = useWorkshopId()
  const [held, setHeld] = useState<Readonly<Record<string, T>>>({})
  const kept = held[key] ?? { ...empty, ...recall<T>(workshopId, key) }
  const set = (value: T): void => {
    setHeld({ ...held, [key]: value })
    remember(workshopId, key, value)
  }
  return { kept, set, change: (part) => set({ ...kept, ...part }) }
}
