// The room screen, for a projector and for what a call shares; on a phone, everything it shows as one page to read. As a picture it
// speaks the workshop's language, to read it speaks the reader's. Owns which of the two it is.
import { Suspense, useEffect, useSyncExternalStore } from "react"
import { isLocale } from "@evenboard/words"
import { useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"
import { Ready } from "../shell/ready.tsx"
import { RoomPicture } from "./picture.tsx"
import { RoomReading } from "./reading.tsx"
import { SpeechProvider } from "./speech.tsx"

/** A picture needs room beside its height: type is a part of the height. */
const wide = matchMedia("(min-width: 900px) and (min-aspect-ratio: 5/4)")
const subscribe = (listener: () => void) => {
  wide.addEventListener("change", listener)
  return () => wide.removeEventListener("change", listener)
}

export default function RoomScreen() {
  const words = useWords()
  const isPicture = useSyncExternalStore(subscribe, () => wide.matches)
  const spoken = useSession((session) => session.language)
  const own = isLocale(spoken) ? spoken : "en"
  const { boot } = useWorkshop()
  useEffect(() => {
    // It was read when the page began, and holds the name of whoever sits at this computer: nobody's name is in a room screen's page.
    document.querySelector("#boot")?.remove()
  }, [])
  return (
    <Suspense fallback={<p role="status">{words.say("shell.loading")}</p>}>
      <SpeechProvider own={own} otherwise={isPicture ? own : words.locale}>
        {isPicture ? <RoomPicture canLeave={!boot.isScreen} /> : <RoomReading canLeave={!boot.isScreen} />}
        <Ready />
      </SpeechProvider>
    </Suspense>
  )
}
