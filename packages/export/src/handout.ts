// What an export is made from: everything about one workshop, as plain values. Owns the shapes; knows no store, no clock, no HTTP.
// The server fills it from what is durable; names stand here only as each person chose.
import type { Board, DescriptionTree, NoteId } from "@evenboard/board"
import type { Session, SessionEvent } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import type { Filenames } from "./filename.ts"

/** A seat as its owner chose to be credited (nobody's group comes into a file at all): `name` is null unless they show it; a nameless seat is "Guest 7". */
export type SeatCredit = {
  readonly id: string
  readonly guest: number
  readonly name: string | null
  readonly table: string | null
  /** False for somebody without a device whose notes others type. */
  readonly device: boolean
}

/** What the server knows of a note, in the shape in which sync and storage keep it. */
export type Fact = {
  readonly noteId: string
  readonly number: number
  readonly author: string
  readonly scribe: string | null
  readonly firstWording: string
  readonly settled: boolean
  readonly changes: number
  readonly changedBy: string | null
  readonly changedAt: number
}
/** The part of a fact that a file shows. */
export type NoteCredit = Pick<Fact, "number" | "author" | "scribe" | "firstWording" | "changes" | "changedBy">

export type Handout = {
  readonly workshopId: string
  readonly board: Board
  readonly session: Session
  /** The whole log, in order. */
  readonly events: readonly SessionEvent[]
  readonly seats: readonly SeatCredit[]
  readonly facts: ReadonlyMap<string, NoteCredit>
  /** Who said last that a note or a theme is not in the plan this time, by its id; absent where no ledger is at hand. */
  readonly outcomesBy?: ReadonlyMap<string, string>
  /** How many go along with each pledge, by its id; absent where nobody counted. Never who. */
  readonly goAlong?: ReadonlyMap<string, number>
  /** `descriptionTree(doc, id)` of every option that has one. */
  readonly descriptions: ReadonlyMap<NoteId, DescriptionTree>
  /** When the file is made, and until when the workshop is kept (ms since 1970). */
  readonly now: number
  readonly keepUntil: number
  /** IANA name; the machine's own zone when nobody said. */
  readonly timeZone?: string
  /** The document's language. */
  readonly words: Words
}

export const FORMATS = ["html", "md", "csv", "json"] as const
export type Format = (typeof FORMATS)[number]

export type Exported = Filenames & {
  readonly body: string
  /** Media type with charset. */
  readonly type: string
}
