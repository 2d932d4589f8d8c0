// Who does not want to be quoted: their words stand in no file, while number, kind, place and path do. On the board nothing changes.
// Owns that one rule, for every format at once: what is handed to them has lost the words already.
import type { Board, Note, NoteId } from "@evenboard/board"
import type { Handout } from "./handout.ts"

/** Everything that can be read of `kept` seats' notes and worries gives way to one sentence. Names stay as each person chose. */
export function withoutWordsOf(handout: Handout, kept: ReadonlySet<string>): Handout {
  const { board, facts, session, words } = handout
  if (kept.size === 0) return handout
  const instead = words.say("mydata.kept-to-room")
  const isKept = (noteId: string): boolean => kept.has(facts.get(noteId)?.author ?? "")
  const events = handout.events.map((event) => (event.type === "worry-said" && kept.has(event.seat) ? { ...event, words: instead } : event))
  return {
    ...handout,
    board: { ...board, notes: notesWithout(board, isKept, instead), suggestions: suggestionsWithout(board, isKept) },
    facts: new Map([...facts].map(([id, fact]) => [id, isKept(id) ? { ...fact, firstWording: "" } : fact])),
    session: { ...session, worries: session.worries.map((worry) => (kept.has(worry.seat) ? { ...worry, words: instead } : worry)) },
    events,
    descriptions: new Map([...handout.descriptions].filter(([id]) => !isKept(id))),
  }
}

const EMPTY_SHEET = { description: "", who: "", pays: "", leftOut: "" }

function notesWithout({ notes }: Board, isKept: (id: string) => boolean, instead: string): ReadonlyMap<NoteId, Note> {
  const without = (note: Note): Note => ({ ...note, text: instead, lang: null, forWhom: "", sheet: note.sheet && EMPTY_SHEET })
  return new Map([...notes].map(([id, note]) => [id, isKept(id) ? without(note) : note]))
}

/** A suggestion of other words repeats much of the words it is for. */
const suggestionsWithout = ({ suggestions }: Board, isKept: (id: string) => boolean): Board["suggestions"] =>
  new Map([...suggestions].filter(([, { noteId }]) => !isKept(noteId)))
