// The room screen for whoever sets up the hall: a link for the projector's computer. The organiser need not have a seat for it.
import { useWords } from "../../words.tsx"
import { Hint, Section } from "../paper/paper.tsx"
import { ScreenLinkMaker } from "../paper/screen-link.tsx"
import type { Organiser } from "./use-organiser.ts"

export function ScreenPart({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  return (
    <Section title={words.say("screen.title")} hint={words.say("screen.what")}>
      <Hint>{words.say("screen.keys")}</Hint>
      <div>
        <ScreenLinkMaker workshopId={view.workshopId} organiserKey={key} />
      </div>
    </Section>
  )
}
