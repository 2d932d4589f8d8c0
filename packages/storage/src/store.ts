// What the server needs kept. One interface, one contract suite (testing/), SQLite first. Knows no HTTP, no Yjs and no rules.
// Every promise resolves only when the write is durable; a rejected promise changed nothing.
import type { Commit, Committed, Fact, Head, LedgerRow, StoredDoc } from "@evenboard/sync"
import type { SessionEvent } from "@evenboard/session"

/** Keys never stand here: only SHA-256 of them (hex). The join key is made from the instance secret and `joinGeneration`. */
export type WorkshopRow = {
  id: string
  joinHash: string
  joinGeneration: number
  /** Six digits while the door is open, else null. Unique among open doors. */
  joinCode: string | null
  organiserHash: string
  language: string
  createdAt: number
  endedAt: number | null
  /** From this moment the purge job removes it whole (ms). */
  keepUntil: number
  /** The workshop this one is a rehearsal of; null for a real one. */
  rehearsalOf: string | null
}
export type SeatRow = {
  id: string
  workshopId: string
  guest: number
  name: string
  /** `name`, `initials`, `group` or `none`: opaque to the store. */
  credit: "name" | "initials" | "group" | "none"
  quotable: boolean
  group: string | null
  table: string | null
  language: string
  device: boolean
  createdAt: number
  returnHash: string | null
}
/** What stood in the board when a note was taken out of sight; opaque to the store. */
/** `kinds`: only acts of these kinds; `until`: only those done by then (ms); `before`: a ledger id, for paging. */
export type LedgerQuery = { target?: string; kinds?: readonly string[]; until?: number; before?: number; limit?: number }

export type HiddenRow = { noteId: string; content: string; hiddenAt: number }

/** What one seat typed in a round before it is shown: for that seat's eyes only. `id` is the note's, once there is one. */
export type DraftRow = {
  id: string
  seat: string
  roundId: string
  kind: string
  text: string
  /** Whose words they are when not the seat's: opaque to the store. */
  forWhom: string | null
  /** Not shown with its round: only its writer shows it. */
  keptBack: boolean
  writtenAt: number
}

/** Something said privately. `hearer` is a seat, or null for the organiser. */
export type ConcernRow = {
  id: string
  seat: string
  hearer: string | null
  isNamed: boolean
  words: string
  at: number
  readAt: number | null
}
/**
 * `hide`: who proposed to take a note out of sight · `back`: its author would have it back · `name`: its author is told that a name was
 * taken out of it. One of each a note.
 */
export type AskRow = { kind: "hide" | "back" | "name"; noteId: string; seat: string; words: string; at: number }
/**
 * Who reads what people need so that they can take part, by a link of their own, of which only the hash stands here: null for one who has
 * none yet. Gone, with everything that was said, at `deleteAt` (ms). `readAt`: when this contact read it last.
 */
export type AccessContactRow = { name: string; reach: string; deleteAt: number; keyHash: string | null; readAt: number | null }
/** What one person needs. Its own by a seat, or by a key of which only the hash stands here. Gone at `deleteAt` (ms). */
export type AccessNeedRow = {
  id: string
  seat: string | null
  keyHash: string | null
  words: string
  language: string
  /** Somebody comes along to support them. */
  supporter: boolean
  reach: string
  at: number
  deleteAt: number
}
/** `supporter` may write for `seat`, by that seat's own yes. */
export type SupporterRow = { seat: string; supporter: string }
/** A seat goes along with a pledge; `wording` tells for which words: opaque to the store. */
export type GoesAlongRow = { pledgeId: string; seat: string; wording: string }
/** A person's wish to be forgotten. `doneAt` null: some of it is still to be done. Holds opaque ids only. */
export type ErasureRow = { id: string; seat: string; words: boolean; at: number; doneAt: number | null }
/** What of a workshop's stored words goes: whole rows, or only the words in them. Opaque to the store. */
export type Forgotten = {
  /** Whose concerns and asks go, and with what they went along. */
  seat: string
  /** Ledger rows that keep who and what, and lose the words. */
  ledger: number[]
  /** Notes whose first wording goes. */
  facts: string[]
  /** Copies of hidden notes. */
  hidden: string[]
  /** With what nobody goes along any more. */
  pledges: string[]
  /** Events told otherwise from now on, each by its seq. */
  events: SessionEvent[]
}

/**
 * Words about a person that are to be taken out. `words` null: they are gone from every table, and so from here; what is left is clearing
 * up. `seat` null: the organiser asked. `except`: ids of things that stay as they are.
 */
export type MentionRow = { id: string; seat: string | null; words: string | null; except: string[]; places: number; at: number }
/** What is told otherwise from now on, each by its id. Opaque to the store. */
export type Rewritten = {
  /** `was`: as it was read. A row that has gone on since is read anew. */
  ledger: (Pick<LedgerRow, "id" | "before" | "after"> & { was: Pick<LedgerRow, "before" | "after"> })[]
  facts: Pick<Fact, "noteId" | "firstWording">[]
  hidden: Pick<HiddenRow, "noteId" | "content">[]
  drafts: Pick<DraftRow, "id" | "text">[]
  events: SessionEvent[]
}

/** What a workshop begins with when it is made from an export: the board as one update, and who said what in it. */
export type FirstContent = { update: Uint8Array; seats: SeatRow[]; facts: Fact[] }

export type WorkshopChange = Partial<Omit<WorkshopRow, "id" | "createdAt">>
export type SeatChange = Partial<Pick<SeatRow, "name" | "credit" | "quotable" | "group" | "table" | "language" | "returnHash" | "device">>

export interface Store {
  // workshops
  /** One transaction; `first` is what an import brings. */
  createWorkshop(row: WorkshopRow, events: SessionEvent[], first?: FirstContent): Promise<void>
  workshop(id: string): Promise<WorkshopRow | null>
  workshopByJoinHash(hash: string): Promise<WorkshopRow | null>
  workshopByJoinCode(code: string): Promise<WorkshopRow | null>
  /** The rehearsals of a workshop that are not thrown away. */
  rehearsalsOf(id: string): Promise<WorkshopRow[]>
  updateWorkshop(id: string, change: WorkshopChange): Promise<void>
  /** Removes every row of it. */
  deleteWorkshop(id: string): Promise<void>
  /** Ids whose `keepUntil` has passed. */
  workshopsToPurge(now: number): Promise<string[]>
  /** Ids of those with a join code now: when too many guesses come, every code is drawn anew. */
  workshopsWithCode(): Promise<string[]>

  // seats
  /** Gives the next guest number and leases `leaseCount` client ids, in one transaction. */
  createSeat(
    seat: Omit<SeatRow, "guest">,
    keyHash: string | null,
    leaseCount: number,
  ): Promise<{ seat: SeatRow; clientIds: { from: number; count: number } | null }>
  seat(workshopId: string, seatId: string): Promise<SeatRow | null>
  seats(workshopId: string): Promise<SeatRow[]>
  /** Null for a seat that was removed, too. */
  seatByKeyHash(workshopId: string, keyHash: string): Promise<SeatRow | null>
  updateSeat(workshopId: string, seatId: string, change: SeatChange): Promise<void>
  /** One more device of the same seat, by words that still lead there (`returnHash`); false, and nothing is kept, where they do not. */
  addSeatKey(workshopId: string, seatId: string, keyHash: string, returnHash: string | null): Promise<boolean>
  /** From then on no key of it opens anything, and no commit takes its words. `at` null: it is back, with the keys it had. */
  removeSeat(workshopId: string, seatId: string, at: number | null): Promise<void>
  removedSeats(workshopId: string): Promise<string[]>
  /** Whose key this was, if that seat is removed now. */
  removedByKeyHash(workshopId: string, keyHash: string): Promise<string | null>
  /** How often this seat had itself deleted; null for one that is not there, or was asked to leave. */
  timesErased(workshopId: string, seatId: string): Promise<number | null>
  setQuiet(workshopId: string, seatId: string, isQuiet: boolean): Promise<void>
  quietSeats(workshopId: string): Promise<string[]>
  leaseClientIds(workshopId: string, seatId: string, count: number): Promise<{ from: number; count: number }>

  // the board doc: the six calls sync needs
  loadDoc(workshopId: string): Promise<StoredDoc>
  /** Log row, client heads (compare-and-set), ledger rows, note facts and head in one transaction. */
  commit(workshopId: string, commit: Commit): Promise<Committed>
  /** All of the board, or one seat's: those leased and those bound by use. */
  clientHeads(workshopId: string, seat?: string): Promise<Head[]>
  /** Replaces log rows up to `uptoSeq` by one snapshot. With `forget`, clears these notes' wordings from ledger and facts too. */
  compact(workshopId: string, uptoSeq: number, snapshot: Uint8Array, forget?: string[]): Promise<void>
  facts(workshopId: string): Promise<Fact[]>
  /** Newest first; `before` a ledger id, for paging. */
  ledger(workshopId: string, options?: LedgerQuery): Promise<LedgerRow[]>
  setAuthor(workshopId: string, noteId: string, author: string, scribe: string | null): Promise<void>

  // hidden notes
  hideNote(workshopId: string, row: HiddenRow): Promise<void>
  hiddenNote(workshopId: string, noteId: string): Promise<HiddenRow | null>
  hiddenNotes(workshopId: string): Promise<HiddenRow[]>
  forgetHidden(workshopId: string, noteId: string): Promise<void>
  /** Of every workshop: what was hidden, said privately or asked before this moment is gone, also from beside the file; answers how much. */
  forgetPrivateBefore(moment: number): Promise<number>

  // what one person says to one other
  /** Writes it, or writes it anew. */
  putConcern(workshopId: string, row: ConcernRow): Promise<void>
  /** Oldest first. */
  concerns(workshopId: string): Promise<ConcernRow[]>
  deleteConcern(workshopId: string, id: string): Promise<void>
  putAsk(workshopId: string, row: AskRow): Promise<void>
  asks(workshopId: string): Promise<AskRow[]>
  deleteAsk(workshopId: string, kind: AskRow["kind"], noteId: string): Promise<void>

  // what people need so that they can take part
  accessContact(workshopId: string): Promise<AccessContactRow | null>
  /**
   * What was said before goes no later than it would have gone. Whoever has this name already goes on with the link they have: then it
   * answers false, and `keyHash` is nobody's.
   */
  setAccessContact(workshopId: string, row: Pick<AccessContactRow, "name" | "reach" | "deleteAt">, keyHash: string): Promise<boolean>
  /** The link that was before opens nothing from then on. */
  renewAccessLink(workshopId: string, keyHash: string): Promise<void>
  /** The contact reads it now; false, and nothing is written, where this is not their link, or not any more. */
  accessRead(workshopId: string, keyHash: string, at: number): Promise<boolean>
  /** Nobody reads it any more, and all of it goes. */
  forgetAccessContact(workshopId: string): Promise<void>
  /** Oldest first. */
  accessNeeds(workshopId: string): Promise<AccessNeedRow[]>
  /** Writes it, or writes it anew: then what stood there before is gone from the file once it is scrubbed. */
  putAccessNeed(workshopId: string, row: AccessNeedRow): Promise<void>
  deleteAccessNeed(workshopId: string, id: string): Promise<void>
  /** Of every workshop, those whose date has come; answers how many rows went. */
  forgetAccess(now: number): Promise<number>

  supporters(workshopId: string): Promise<SupporterRow[]>
  setSupporter(workshopId: string, row: SupporterRow, may: boolean): Promise<void>

  // pledges
  /** `goes` false: not any more. */
  setGoesAlong(workshopId: string, row: GoesAlongRow, goes: boolean): Promise<void>
  goesAlong(workshopId: string): Promise<GoesAlongRow[]>

  // drafts
  /** Writes it, or writes it anew. */
  putDraft(workshopId: string, row: DraftRow): Promise<void>
  drafts(workshopId: string): Promise<DraftRow[]>
  /** Leaves none of their words in the file or beside it. Those not there are passed over. */
  deleteDrafts(workshopId: string, ids: string[]): Promise<void>

  // erasing
  /** In one transaction: the wish is kept, and the seat has no name, group, table, return words, access need, supporters or keys, but the key of this hash. */
  beginErasure(workshopId: string, row: ErasureRow, keepKeyHash: string | null): Promise<void>
  /** Those begun and not done, oldest first. */
  erasuresToFinish(workshopId: string): Promise<ErasureRow[]>
  forgetWords(workshopId: string, forgotten: Forgotten): Promise<void>
  finishErasure(workshopId: string, id: string, doneAt: number): Promise<void>

  // taking out what was said of somebody
  /** Keeps it, or keeps it anew, as still to be done. */
  beginMention(workshopId: string, row: MentionRow): Promise<void>
  /** Oldest first. */
  mentionsToFinish(workshopId: string): Promise<MentionRow[]>
  /**
   * In one transaction: all of it, and the mention of this id holds no words any more. False, and nothing is written, where a ledger row
   * is not as it was read.
   */
  rewriteWords(workshopId: string, mentionId: string, rewritten: Rewritten): Promise<boolean>
  finishMention(workshopId: string, id: string): Promise<void>

  /**
   * Goes over a part of what is kept, from 0 on, and leaves nothing there of what was deleted before, nor beside it. Answers where to go
   * on, or null when all is done; others' calls come in between.
   */
  scrub(from: number): Promise<number | null>

  // the session log
  /** False when `intentId` was written before (nothing is written then). `events` carry their seq; a gap or repeat rejects. */
  appendEvents(workshopId: string, events: SessionEvent[], intentId: string | null): Promise<boolean>
  events(workshopId: string): Promise<SessionEvent[]>

  /** True while a write would succeed. */
  healthy(): Promise<boolean>
  close(): Promise<void>
}
