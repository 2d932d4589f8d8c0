// The session at one moment: what reduce.ts makes of the log.
import type { HelpKind, Locale, RoundKind, Stage, StageKind } from "@evenboard/api"

export type Timer = { endsAt: number; minutes: number }
export type Hands = {
  /** Seats with a hand up now, by stance. */
  raised: ReadonlyMap<string, "for" | "worried">
  /** What one scribe counted in the room; null while nobody counted. A count stands beside the raised hands, never added to them. */
  counted: { for: number; worried: number } | null
}
export type Worry = { id: string; agreementId: string; seat: string; scribe: string | null; words: string; at: number }
/** The numbered stub that stays where a note was taken out of sight. */
export type Stub = { noteId: string; number: number; kind: string; canvas: string; reason: string; at: number }

/** A note that somebody would take out of sight, waiting for one more person. Never who. */
export type Proposal = { noteId: string; number: number; reason: string; at: number }
/** Somebody would like something of the room. Never who. */
export type Help = { seq: number; what: HelpKind; word: string; at: number }

/** A round that runs. `asked`: the host who would show the notes now, waiting for one yes. */
type Round = {
  id: string
  kind: RoundKind
  stage: StageKind
  question: string
  startedAt: number
  asked: { seat: string; at: number } | null
}
/** A round that is over. `notes`: how many it showed. */
type ShownRound = Omit<Round, "asked"> & { shownAt: number; notes: number }

export type Session = {
  readonly seq: number
  readonly title: string
  readonly purpose: string
  readonly language: Locale
  readonly groups: readonly string[]
  readonly stages: readonly Stage[]
  readonly stage: StageKind
  readonly timer: Timer | null
  readonly host: string | null
  /** The seat that has asked to host while the host is away, waiting for one more person. */
  readonly asking: { seat: string; at: number } | null
  readonly doorOpen: boolean
  readonly hands: ReadonlyMap<string, Hands>
  readonly worries: readonly Worry[]
  readonly hidden: ReadonlyMap<string, Stub>
  readonly proposals: ReadonlyMap<string, Proposal>
  /** Nobody changes the board meanwhile. */
  readonly paused: boolean
  /** The last few, oldest first; those of an earlier step are over. */
  readonly helps: readonly Help[]
  /** When the room was last asked, in this step, whether there is anybody it has not heard (ms). */
  readonly quietAskedAt: number | null
  readonly round: Round | null
  /** Oldest first. */
  readonly shownRounds: readonly ShownRound[]
  /** From each seat that was opened for somebody without a device to the seat that opened it; also once they have one. */
  readonly opened: ReadonlyMap<string, string>
  /** Those of them that have none still: people in the room whom no connection tells of. */
  readonly withoutPhone: ReadonlySet<string>
  /** When it was called agreed (ms); null while it is a draft. Notes may have come since: ask the board whether any is open. */
  readonly agreedAt: number | null
  readonly ended: boolean
  readonly openedAt: number
}
