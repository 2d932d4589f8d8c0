// A workshop on this phone: opens it once, and shows the page of the address. Stage moves never take the page away.
import { useEffect, useState } from "react"
import type { Boot } from "@evenboard/api"
import { openWorkshop, type Workshop } from "../../connect/open-workshop.ts"
import { WorkshopContext } from "../../workshop-context.ts"
import { WorkshopPages } from "./workshop-pages.tsx"

export function WorkshopApp({ boot }: { boot: Boot }) {
  const [workshop, setWorkshop] = useState<Workshop | null>(null)
  useEffect(() => {
    const opened = openWorkshop(boot)
    setWorkshop(opened)
    return () => opened.close()
  }, [boot])
  if (!workshop) return null
  return (
    <WorkshopContext value={workshop}>
      <WorkshopPages />
    </WorkshopContext>
  )
}
