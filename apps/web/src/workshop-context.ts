// The one workshop this page has open, for the hooks below it. Screens use the hooks, never this.
import { createContext, useContext } from "react"
import type { Workshop } from "./connect/open-workshop.ts"

export const WorkshopContext = createContext<Workshop | null>(null)

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext)
  if (!workshop) throw new Error("this hook needs an open workshop above it")
  return workshop
}
