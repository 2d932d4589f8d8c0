// Everything that is one person's, for that person alone: what they said of themselves, what they wrote and every change they made.
// Nobody else's name stands in it: other people are seat ids, which lead to nobody outside the workshop. Pure; what is read where is the
// server's to say.
import { type Board, type Note, type NoteId, shownKind } from "@evenboard/board"
import type { Session, SessionEvent } from "@evenboard/session"
import type { NoteCredit } from "./handout.ts"

/** A row of the ledger that this person wrote. */
export type OwnChange = {
  readonly at: number
  readonly kind: string
  readonly target: string
  readonly chars: number
  readonly after: unknown
}
export type OwnNote = {
  readonly id: string
  readonly number: number
  readonly kind: string
  /** Null where it is on no page now. */
  readonly words: string | null
  readonly firstWording: string
  readonly changes: number
  /** Somebody else typed it for me. */
  readonly typedByAnother: boolean
  readonly place: "board" | "set-aside" | "out-of-sight"
}
type OwnDraftRow = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly writtenAt: number
  readonly forSomebody: boolean
}
type OwnSeatRow = {
  readonly id: string
  readonly guest: number
  readonly name: string
  readonly credit: "name" | "initials" | "group" | "none"
  readonly quotable: boolean
  readonly group: string | null
  readonly table: string | null
  readonly language: string
  readonly createdAt: number
}

/** What this person said they need so that they can take part. */
type OwnAccessNeed = {
  readonly at: number
  readonly words: string
  readonly language: string
  readonly supporter: boolean
  readonly reach: string
  /** Until when it is kept (ms). */
  readonly deleteAt: number
}

export type MyDataSource = {
  readonly workshopId: string
  readonly session: Session
  readonly events: readonly SessionEvent[]
  readonly board: Board
  readonly facts: ReadonlyMap<string, NoteCredit>
  readonly seat: OwnSeatRow
  /** Oldest first; of this seat only. */
  readonly rows: readonly { at: number; kind: string; target: string; chars: number; before: string | null; after: string | null }[]
  readonly drafts: readonly OwnDraftRow[]
  /** What this seat said privately, to whoever hosted or to the organiser. */
  readonly concerns: readonly { at: number; words: string; isNamed: boolean }[]
  readonly access: OwnAccessNeed | null
  /** Seats that may write for this one, by its own yes. */
  readonly supporters: readonly string[]
  /** The sentences of how people want to work together that this seat goes along with, as they stand. */
  readonly goesAlong: readonly string[]
  /** The words of this seat's notes that are out of sight, by note id. */
  readonly hidden: ReadonlyMap<string, { kind: string; words: string; firstWording: string }>
  readonly now: number
  readonly keepUntil: number
}

export type MyData = {
  readonly format: "evenboard-my-data"
  readonly version: 1
  readonly madeAt: number
  readonly keptUntil: number
  readonly workshop: { readonly id: string; readonly title: string }
  readonly me: OwnSeatRow
  readonly notes: readonly OwnNote[]
  readonly drafts: readonly OwnDraftRow[]
  readonly worries: readonly { readonly at: number; readonly agreementId: string; readonly words: string }[]
  readonly concerns: readonly { readonly at: number; readonly words: string; readonly isNamed: boolean }[]
  readonly access: OwnAccessNeed | null
  readonly supporters: readonly string[]
  readonly hands: readonly { readonly agreementId: string; readonly stance: "for" | "worried" }[]
  /** How we want to work together: what I go along with. */
  readonly goesAlong: readonly string[]
  readonly changes: readonly OwnChange[]
  /** What I did to the process: moved a step, opened the door, took a file. */
  readonly acts: readonly SessionEvent[]
}

export function myData(source: MyDataSource): MyData {
  const { workshopId, session, events, seat, rows, drafts, now, keepUntil } = source
  const { id } = seat
  return {
    format: "evenboard-my-data",
    version: 1,
    madeAt: now,
    keptUntil: keepUntil,
    workshop: { id: workshopId, title: session.title },
    me: seat,
    notes: notesOf(source),
    drafts,
    worries: session.worries.filter((worry) => worry.seat === id).map(({ at, agreementId, words }) => ({ at, agreementId, words })),
    concerns: source.concerns,
    access: source.access,
    supporters: source.supporters,
    hands: [...session.hands].flatMap(([agreementId, { raised }]) => {
      const stance = raised.get(id)
      return stance === undefined ? [] : [{ agreementId, stance }]
    }),
    goesAlong: source.goesAlong,
    changes: rows.map(({ at, kind, target, chars, before, after }) => ({ at, kind, target, chars, after: ownPart(kind, before, after) })),
    acts: events.filter(({ by }) => typeof by === "object" && by.seat === id).map((event) => withoutOthersWords(event, id)),
  }
}

function notesOf({ board, facts, seat, hidden }: MyDataSource): OwnNote[] {
  return [...facts]
    .filter(([, { author }]) => author === seat.id)
    .map(([id, fact]): OwnNote => {
      const [note, out] = [board.notes.get(id as NoteId), hidden.get(id)]
      return {
        id,
        number: fact.number,
        kind: note ? shownKind(board, note) : (out?.kind ?? ""),
        words: note?.text ?? out?.words ?? null,
        firstWording: fact.firstWording || (out?.firstWording ?? ""),
        changes: fact.changes,
        typedByAnother: fact.scribe !== null && fact.scribe !== seat.id,
        place: placeOf(note),
      }
    })
    .toSorted((a, b) => a.number - b.number)
}

const placeOf = (note: Note | undefined): OwnNote["place"] => (!note ? "out-of-sight" : note.aside ? "set-aside" : "board")

/** What I left there. Of an action, who does it only where I said so: it may be a name that somebody else typed. */
function ownPart(kind: string, before: string | null, after: string | null): unknown {
  const [was, is] = [before, after].map((json): unknown => (json === null ? null : JSON.parse(json)))
  if (kind !== "action-changed" || !isObject(was) || !isObject(is) || was.who !== is.who) return is
  const { who: _theirs, ...mine } = is
  return mine
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

/** A worry that I typed for somebody is theirs. */
const withoutOthersWords = (event: SessionEvent, seat: string): SessionEvent =>
  event.type === "worry-said" && event.seat !== seat ? { ...event, words: "" } : event
