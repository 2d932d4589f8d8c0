// The workshop of this page, given to everything below. It opens before the first picture and lives as long as the page.
import type { Workshop } from "../../connect/open-workshop.ts"
import { WorkshopContext } from "../../workshop-context.ts"
import { WorkshopPages } from "./workshop-pages.tsx"

export function WorkshopApp({ workshop }: { workshop: Workshop }) {
  return (
    <WorkshopContext value={workshop}>
      <WorkshopPages />
    </WorkshopContext>
  )
}
