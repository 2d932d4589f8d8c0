// "Ana changed your words. Keep · Put back": under my own note, until I say which. Loaded when somebody first does.
import { useState } from "react"
import type { NoteFact } from "@evenboard/api"
import type { Note } from "@evenboard/board"
import { useNameOf } from "../credit.ts"
import { Button } from "../ui/button.tsx"
import { useRun } from "../use-run.ts"
import { useMayWrite, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { recall, remember } from "./remember.ts"
import styles from "./changed.module.css"

/** Whether somebody else's change of my words still waits for me: `agreedTo` is the number of changes I have said "Keep" to. */
export function waitsForMe(fact: NoteFact | undefined, text: string, me: string, agreedTo: number): boolean {
  if (!fact || fact.author !== me || fact.changedBy === null || fact.changedBy === me) return false
  return fact.changes > agreedTo && (fact.firstWording ?? "").trim() !== "" && fact.firstWording !== text
}

export default function Changed({ note, fact }: { note: Note; fact: NoteFact }) {
  const words = useWords()
  const workshopId = useWorkshopId()
  const nameOf = useNameOf()
  const run = useRun()
  const what = `kept-${note.id}`
  const [agreedTo, setAgreedTo] = useState(() => recall<number>(workshopId, what) ?? 0)
  const mayWrite = useMayWrite()
  if (!mayWrite || !fact.changedBy || !fact.firstWording || !waitsForMe(fact, note.text, fact.author, agreedTo)) return null
  const { firstWording } = fact
  const keep = () => {
    remember(workshopId, what, fact.changes)
    setAgreedTo(fact.changes)
  }
  return (
    <div className={styles.changed}>
      <p>{words.say("board.yours-changed", { name: nameOf(fact.changedBy) })}</p>
      <p className={styles.before}>
        {words.say("board.yours-before")}: <q dir="auto">{firstWording}</q>
      </p>
      <div className={styles.answers}>
        <Button onClick={keep}>{words.say("board.yours-keep")}</Button>
        <Button onClick={() => run({ type: "change-words", id: note.id, text: firstWording }, { say: words.say("board.put-back") })}>
          {words.say("commands.put-back")}
        </Button>
      </div>
    </div>
  )
}
