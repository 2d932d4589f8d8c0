// The session log: everything the server decided about the process, in order, for every seat to read.
// Folded by reduce.ts on both ends; written only by rules.ts (through the server). Knows no Yjs and no I/O.
import type { HelpKind, Locale, RoundKind, Stage, StageKind } from "@evenboard/api"

/** Who did it: a seat, the organiser's link, or the server itself. */
export type Actor = { seat: string } | "organiser" | "server"

/** What people do that balance speaks of: add a note, change words, put notes together, place them. */
export type BalanceKind = "notes" | "changes" | "groupings" | "placings"
/** How many people of a group took part: none up to a third, up to two thirds, more; or, where that would tell too much, by halves. */
export type Heard = "few" | "some" | "most" | "under-half" | "half-or-more"
/** A group in a step of the workshop. Null where nothing can be said without telling on somebody. */
export type BalanceRow = { group: string } & Record<BalanceKind, Heard | null>

export type SessionEventBody =
  | { type: "opened"; title: string; purpose: string; language: Locale; groups: string[]; stages: Stage[] }
  | { type: "plan-edited"; title?: string; purpose?: string; stage?: { kind: StageKind; prompt?: string; minutes?: number } }
  | { type: "stage-moved"; to: StageKind }
  | { type: "timer-started"; endsAt: number; minutes: number }
  | { type: "timer-lengthened"; endsAt: number; minutes: number }
  | { type: "timer-stopped" }
  /** `to` hosts from now on; `how` says why it could. */
  | { type: "host-changed"; from: string | null; to: string; how: "first" | "passed" | "taken-over" | "organiser"; confirmedBy?: string }
  | { type: "host-asked"; seat: string }
  | { type: "door-opened" }
  | { type: "door-shut" }
  | { type: "link-rotated" }
  /** `by` is the host, or the server where two participants agreed. */
  | { type: "note-hidden"; noteId: string; number: number; kind: string; canvas: string; reason: string }
  | { type: "note-restored"; noteId: string }
  /** Somebody would take a note out of sight: `by` is always the server, since a proposal that named people would tell groups apart. */
  | { type: "hide-proposed"; noteId: string; number: number; reason: string }
  /** It stays in sight after all. */
  | { type: "hide-dropped"; noteId: string }
  | { type: "paused" }
  | { type: "resumed" }
  /** "Is there anyone we have not heard?", to the whole room. */
  | { type: "quiet-asked" }
  /** Never who: `by` is always the server. */
  | { type: "help-asked"; what: HelpKind; word: string }
  /** Never who. */
  | { type: "person-removed"; withYes: boolean }
  | { type: "person-returned" }
  /** A hand on an agreement: raised for, worried, or taken down (null). */
  | { type: "hand-raised"; agreementId: string; seat: string; stance: "for" | "worried" | null }
  /** One person counted the room; replaces an earlier count. */
  | { type: "hands-counted"; agreementId: string; for: number; worried: number }
  /** `seat` is whose worry it is; `scribe` typed it when it was another. */
  | { type: "worry-said"; worryId: string; agreementId: string; seat: string; scribe: string | null; words: string }
  | { type: "worry-withdrawn"; worryId: string }
  /** Everybody writes alone about `question`; whatever is written stays with the server until the round is shown. */
  | { type: "round-started"; roundId: string; kind: RoundKind; stage: StageKind; question: string }
  /** The host would show the notes now, and waits for one yes from another table. */
  | { type: "reveal-asked"; roundId: string }
  /** Not yet: the host, or somebody at another table, says so. */
  | { type: "reveal-put-off"; roundId: string }
  /** All that was written for it, and not kept back, became notes. `confirmedBy` is null for a host who was alone. Never who wrote. */
  | { type: "round-revealed"; roundId: string; askedBy: string; confirmedBy: string | null; notes: number }
  /** A place for somebody without a device, by who opened it. Never a name. */
  | { type: "seat-opened"; seat: string }
  /** That person has a phone of their own from now on. */
  | { type: "seat-claimed"; seat: string }
  /** How the groups were heard in `stage`, which had begun at `from` (ms): written once when it ends, and never added to.
   * Who came after `counted` (ms) is one of everybody else. */
  | { type: "balance-told"; stage: StageKind; from: number; counted: number; rows: BalanceRow[] }
  /** A host called what came of it agreed: then every note had an outcome or a reason. */
  | { type: "design-agreed" }
  | { type: "design-unagreed" }
  | { type: "imported"; from: string; notes: number }
  /** A file of this format, or a page to print (PAPERS). */
  | { type: "exported"; format: string }
  /** From now on somebody reads what people need so that they can take part, or (false) nobody does. Never who. */
  | { type: "access-contact"; named: boolean }
  /** The contact has another link to read it with, and the one before opens nothing. */
  | { type: "access-link" }
  /** The contact read it: `by` is always the server. Never what, whose or how much: an empty list is read like a full one. */
  | { type: "access-read" }
  /** The last day comes sooner. */
  | { type: "kept-until"; until: number }
  /** Somebody had their name, or their words too, deleted everywhere. Never who. */
  | { type: "erased"; words: boolean }
  /** What was said of somebody went from so many places. Never what, or of whom. */
  | { type: "name-taken-out"; places: number }
  | { type: "ended" }

export type BalanceTold = Extract<SessionEventBody, { type: "balance-told" }>

/** What was told of the groups, oldest first. */
export const balanceTold = (events: readonly SessionEvent[]): BalanceTold[] => events.filter((event) => event.type === "balance-told")

/** `seq` counts from 1 without gaps; `at` is the server's clock, ms since 1970. */
export type SessionEvent = { seq: number; at: number; by: Actor } & SessionEventBody

/**
 * Session frame (type 122). The first of a connection has `whole: true`. `now` is the server's clock when sent. `written` is how many
 * people have written in the running round; absent where no round runs, or the number is as it was. `counted` is how many go along
 * with each sentence of how people want to work together; absent where nobody does, or the numbers are as they were.
 */
export type SessionFrame = { whole: boolean; now: number; events: SessionEvent[]; written?: number; counted?: Counted[] }
/** How many go along with a pledge that says just this: with other words nobody does yet. Never who. */
export type Counted = { id: string; words: string; count: number }

/** What `exported` calls the pages to print that hold people's words: everybody's, and those of people without a phone. */
const PAPERS = ["paper", "paper-people"] as const
export const isPaper = (format: string): format is (typeof PAPERS)[number] => PAPERS.some((paper) => paper === format)
