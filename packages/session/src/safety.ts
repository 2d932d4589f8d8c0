// How a room looks after people: a note goes out of sight, the board is paused, somebody asks for more time. Pure, as rules.ts is.
//
//   host: hide-note ──▶ out of sight
//   anybody: propose-hide ──▶ proposed, namelessly ──▶ somebody of another group: confirm-hide ──▶ out of sight
//                                    └──▶ the proposer or a host: drop-hide ──▶ it stays
//
// Events of a proposal name nobody: of two who agreed everybody would know that they are not of one group.
import type { Intent } from "@evenboard/api"
import type { Actor } from "./events.ts"
import { no, yes, type Moment, type Ruling } from "./moment.ts"
import type { Session } from "./state.ts"

type IntentOf<T extends Intent["type"]> = Extract<Intent, { type: T }>
export type SafetyIntent = IntentOf<
  "hide-note" | "propose-hide" | "confirm-hide" | "drop-hide" | "restore-note" | "pause" | "resume" | "ask-help"
>

/** Intents whose events say of nobody that they did it. */
const NAMELESS: ReadonlySet<Intent["type"]> = new Set(["propose-hide", "confirm-hide", "drop-hide", "ask-help"])
/** Whom the log names for what `by` asked: nobody where a name would say too much. */
export const actorOf = (by: Actor, intent: Intent): Actor => (NAMELESS.has(intent.type) ? "server" : by)

/** Host or organiser: they guide the process, and have no more rights over content than anyone. */
export const mayGuide = (session: Session, by: Actor): boolean => by === "organiser" || (by !== "server" && by.seat === session.host)

/** What changes the board or what people said of it: not while the room is paused. */
const CHANGES: ReadonlySet<Intent["type"]> = new Set<Intent["type"]>([
  "raise-hand",
  "count-hands",
  "say-worry",
  "withdraw-worry",
  "written-for",
  "start-round",
  "ask-reveal",
  "put-off-reveal",
  "confirm-reveal",
  "agree-design",
])
export const waitsForPause = (session: Session, intent: Intent): boolean => session.paused && CHANGES.has(intent.type)

export function ruleSafety(session: Session, by: Actor, intent: SafetyIntent, moment: Moment): Ruling {
  const isGuide = mayGuide(session, by)
  const seat = typeof by === "object" && moment.isSeat(by.seat) ? by.seat : null
  switch (intent.type) {
    case "hide-note":
      return isGuide ? hideNote(session, intent, moment) : no("not-host")
    case "restore-note":
      if (!isGuide) return no("not-host")
      return session.hidden.has(intent.noteId) ? yes({ type: "note-restored", noteId: intent.noteId }) : no("unknown-note")
    case "pause":
      if (!isGuide) return no("not-host")
      return session.paused ? yes() : yes({ type: "paused" })
    case "resume":
      if (!isGuide) return no("not-host")
      return session.paused ? yes({ type: "resumed" }) : yes()
    case "drop-hide":
      return dropHide(session, isGuide || (seat !== null && moment.proposerOf(intent.noteId) === seat), intent.noteId)
    default:
      return seat === null ? no("not-allowed") : ruleAnybody(session, seat, intent, moment)
  }
}

type AnybodyIntent = IntentOf<"propose-hide" | "confirm-hide" | "ask-help">
function ruleAnybody(session: Session, seat: string, intent: AnybodyIntent, moment: Moment): Ruling {
  switch (intent.type) {
    case "propose-hide":
      return proposeHide(session, seat, intent, moment)
    case "confirm-hide":
      return confirmHide(session, seat, intent.noteId, moment)
    case "ask-help":
      return yes({ type: "help-asked", what: intent.what, word: intent.what === "word" ? (intent.word ?? "") : "" })
  }
}

function hideNote(session: Session, { noteId, reason }: Pick<IntentOf<"hide-note">, "noteId" | "reason">, moment: Moment): Ruling {
  if (session.hidden.has(noteId)) return yes()
  const note = moment.noteOf(noteId)
  if (!note) return no("unknown-note")
  const { number, kind, canvas } = note
  return yes({ type: "note-hidden", noteId, number, kind, canvas, reason })
}

/** Proposing what somebody has proposed is agreeing with it; the first reason stands. */
function proposeHide(session: Session, seat: string, { noteId, reason }: IntentOf<"propose-hide">, moment: Moment): Ruling {
  if (session.hidden.has(noteId)) return yes()
  const note = moment.noteOf(noteId)
  if (!note) return no("unknown-note")
  if (!session.proposals.has(noteId)) return yes({ type: "hide-proposed", noteId, number: note.number, reason })
  return moment.proposerOf(noteId) === seat ? yes() : confirmHide(session, seat, noteId, moment)
}

/** Whoever may not be the second is told only that one more person must agree: never why. */
function confirmHide(session: Session, seat: string, noteId: string, moment: Moment): Ruling {
  if (session.hidden.has(noteId)) return yes()
  const proposal = session.proposals.get(noteId)
  if (!proposal) return no("unknown-note")
  const proposer = moment.proposerOf(noteId)
  if (proposer === null || proposer === seat || moment.isSameGroup(proposer, seat) || moment.cameSince(seat, noteId)) return no("one-more")
  return hideNote(session, proposal, moment)
}

function dropHide(session: Session, isAllowed: boolean, noteId: string): Ruling {
  if (!session.proposals.has(noteId)) return yes()
  return isAllowed ? yes({ type: "hide-dropped", noteId }) : no("not-allowed")
}
