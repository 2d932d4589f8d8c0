// Tells the author of a note, alone and once on each phone, that a name was taken out of it.
import { useState } from "react"
import { recall, remember } from "../note/remember.ts"
import { useMentionWords } from "../screens/mention/use-mention-words.ts"
import { Button } from "../ui/button.tsx"
import { usePeople, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./safe.module.css"

export default function NameTakenOut({ notes }: { notes: readonly string[] }) {
  return notes.map((noteId) => <One key={noteId} noteId={noteId} />)
}

function One({ noteId }: { noteId: string }) {
  const words = useMentionWords()
  const common = useWords()
  const workshopId = useWorkshopId()
  const fact = usePeople().facts.get(noteId)
  const key = `name-out-${noteId}`
  const [isRead, setRead] = useState(() => recall<boolean>(workshopId, key) ?? false)
  if (isRead || !fact) return null
  const read = () => {
    remember(workshopId, key, true)
    setRead(true)
  }
  return (
    <div className={styles.notice}>
      <p className={styles.what}>{words.say("mention.taken-out", { number: fact.number })}</p>
      <div className={styles.answers}>
        <Button onClick={read}>{common.say("safe.well")}</Button>
      </div>
    </div>
  )
}
