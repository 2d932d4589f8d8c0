// Where "Ana changed your words" stands: under each of my notes that somebody else has changed. What it says loads when there is one.
import { lazy, memo, useCallback } from "react"
import type { Note } from "@evenboard/board"
import type { People } from "../connect/people-store.ts"
import { Lazily } from "../screens/shell/lazily.tsx"
import { useValue } from "../use-value.ts"
import { useWorkshop } from "../workshop-context.ts"

const Changed = lazy(() => import("./changed.tsx"))

/** Stands under every note of a list, so it draws again only when the facts of its own note, written by me, have changed. */
export const ChangedWords = memo(function ChangedWords({ note }: { note: Note }) {
  const { people } = useWorkshop()
  const ofMine = useCallback(
    ({ facts, me }: People) => {
      const fact = facts.get(note.id)
      return fact?.changedBy && fact.author === me.id ? fact : null
    },
    [note.id],
  )
  const fact = useValue(people, ofMine)
  return fact ? (
    <Lazily isQuiet>
      <Changed note={note} fact={fact} />
    </Lazily>
  ) : null
})
