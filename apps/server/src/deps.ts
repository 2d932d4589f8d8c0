// What the routes are given. Every dependency is an argument, so that tests need no port, no clock and no network.
import type { Board, Canvas, NoteKind } from "@evenboard/board"
import type {
  AskBack,
  DecidedIntent,
  ForWhom,
  GoAlong,
  HistoryPage,
  MentionPlaces,
  OpenSeat,
  OrganiserSafe,
  OwnDraft,
  OwnDrafts,
  PrivateView,
  PutDraft,
  Reason,
  SayConcern,
} from "@evenboard/api"
import type { Actor, Counted, Session, SessionEventBody } from "@evenboard/session"
import type { SeatRow, Store } from "@evenboard/storage"
import type { Fact, Wire } from "@evenboard/sync"
import type { Words, Locale } from "@evenboard/words"
import type { Config } from "./config.ts"

export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A workshop as it stands now, from memory where it is open. */
export type Now = {
  session: Session
  board: Board
  facts: ReadonlyMap<string, Fact>
  seats: ReadonlyMap<string, SeatRow>
  here: ReadonlySet<string>
  /** How many go along with each pledge. */
  counted: readonly Counted[]
}
export type Result<T> = { ok: true; value: T } | { ok: false; reason: Reason }

/** A browser without a seat that only looks; `maker`: the seat whose link it came by, null for the organiser's. */
export type Screen = { maker: string | null }

/** One socket's way in. */
export type Visit = { receive(frame: Uint8Array): void; leave(): void }

/** What only one seat, or only the organiser, is told of a workshop. Implemented in live/safe.ts. */
export type Safe = {
  viewOf(seat: string): Promise<PrivateView>
  forOrganiser(): OrganiserSafe
  say(seat: string, concern: SayConcern): Promise<Result<null>>
  takeBack(seat: string, concernId: string): Promise<Result<null>>
  /** `hearer` null: the organiser. */
  read(hearer: string | null, concernId: string): Promise<Result<null>>
  askBack(seat: string, asked: AskBack): Promise<Result<null>>
  askRemoval(by: string, seatId: string, confirmer: string): Promise<Result<null>>
  dropRemoval(by: string): Promise<Result<null>>
  answerRemoval(seat: string, isYes: boolean): Promise<Result<null>>
  remove(seatId: string): Promise<Result<null>>
  bringBack(seatId: string): Promise<Result<null>>
  setQuiet(seat: string, isQuiet: boolean): Promise<Result<null>>
  /** Whether `supporter` may write for this seat. */
  setSupporter(seat: string, supporter: string, may: boolean): Promise<Result<null>>
}

/** Running workshops: rooms, session, people. The only writer of board and session. Implemented in live/. */
export type Live = {
  now(workshopId: string): Promise<Now>
  /** Lets a socket into its workshop's room: a seat's, or a screen's. */
  visit(workshopId: string, who: string | Screen, speaksEvenboard: boolean, wire: Wire): Promise<Visit>
  /** Rules, commit, push to every phone; a repeated intent id answers ok and does nothing. */
  intent(workshopId: string, by: Actor, intent: DecidedIntent): Promise<Result<null>>
  /** Events that come from a call of its own rather than an intent (link-rotated, exported, ended, door by the organiser, host-changed by the organiser). */
  record(workshopId: string, by: Actor, body: SessionEventBody): Promise<Result<null>>
  /** A whole note by HTTP. Author is `for` or the sender. */
  addNote(
    workshopId: string,
    by: string,
    note: { text: string; kind: NoteKind; canvas: Canvas; aboutUs?: boolean; for?: ForWhom },
  ): Promise<Result<{ noteId: string; number: number }>>
  /** This seat, or one without a device, goes along with a pledge that says these words, or does not any more. Never told who. */
  goAlong(workshopId: string, seat: string, pledgeId: string, said: GoAlong): Promise<Result<null>>
  /** What this seat wrote alone and nobody else has seen. */
  drafts(workshopId: string, seat: string): Promise<OwnDrafts>
  /** Durable when it answers. One that comes as its round is shown: whichever was decided first wins; later, it stays its writer's. */
  putDraft(workshopId: string, seat: string, draftId: string, draft: PutDraft): Promise<Result<OwnDraft>>
  throwAwayDraft(workshopId: string, seat: string, draftId: string): Promise<Result<null>>
  /** Makes a note of one that was not shown with its round. */
  showDraft(workshopId: string, seat: string, draftId: string): Promise<Result<{ noteId: string; number: number }>>
  /** A place for somebody without a device; `returnHash` of the words that lead to it. A repeated intent id finds the same place. */
  openSeat(workshopId: string, by: string, intent: OpenSeat, returnHash: string): Promise<Result<{ seatId: string }>>
  /** Other words for a place that nobody has come to: by who opened it, or while they are not seen here by whoever hosts. */
  renewWords(workshopId: string, by: string, seatId: string, returnHash: string): Promise<Result<null>>
  /** Somebody came to this seat with a device: where it had none, nobody else writes as it from now on. */
  claimSeat(workshopId: string, seatId: string): Promise<void>
  /** What only one seat, or only the organiser, is told. */
  safe(workshopId: string): Promise<Safe>
  /** Forgets a person: name and keys, and with `words` what they wrote. The device with the kept key goes on. Answers when that was. */
  erase(workshopId: string, wish: { id: string; seat: string; words: boolean }, keepKeyHash: string | null): Promise<number>
  /** Where these words stand in what everybody may read. `by` null: the organiser; else whoever hosts. */
  findMentions(workshopId: string, by: string | null, words: string): Promise<Result<MentionPlaces>>
  /** They are taken out of everything but the things of these ids. Answers from how many places. A repeated id does it again, and is told once. */
  takeMentionOut(workshopId: string, wish: { id: string; seat: string | null; words: string; except: string[] }): Promise<Result<number>>
  /** Seats changed in the store: tell the phones. */
  seatChanged(workshopId: string, seatId: string): Promise<void>
  /** Ends the sockets of screens without a seat: their key no longer fits. */
  closeScreens(workshopId: string): void
  /** Closes every socket of it and forgets it. Until `andThen` (deleting it) is done nobody opens it: who comes is told that it is gone. */
  drop(workshopId: string, andThen?: () => Promise<void>): Promise<void>
  history(
    workshopId: string,
    options: { before?: number; target?: string; kinds?: readonly string[]; until?: number; limit: number },
  ): Promise<HistoryPage>
  /** Stop accepting, commit, acknowledge, close with 1012. */
  close(): Promise<void>
}

export type Deps = {
  config: Config
  store: Store
  live: Live
  log: Log
  now: () => number
  /** Random bytes; `crypto.randomBytes` outside tests. */
  random: (bytes: number) => Uint8Array
  words: (locale: Locale) => Words
  /** The instance secret, 32 bytes kept beside the database; join keys are made from it. */
  secret: Uint8Array
}
