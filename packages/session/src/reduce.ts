// Folds the session log into a Session, the same on server and phone. Pure; unknown event types change nothing but `seq`.
import type { SessionEvent } from "./events.ts"
import type { Hands, Session } from "./state.ts"

/** How many asks for help are remembered: what a host can take up before the next. */
const HELPS = 5
/** Nothing asks for anybody's care. */
const calm = { paused: false, proposals: new Map<string, never>(), helps: [], quietAskedAt: null }

/** The session before its first event. */
export const emptySession: Session = {
  seq: 0,
  title: "",
  purpose: "",
  language: "en",
  groups: [],
  stages: [],
  stage: "arrive",
  timer: null,
  host: null,
  asking: null,
  doorOpen: true,
  hands: new Map(),
  worries: [],
  hidden: new Map(),
  ...calm,
  round: null,
  shownRounds: [],
  opened: new Map(),
  withoutPhone: new Set(),
  agreedAt: null,
  ended: false,
  openedAt: 0,
}

/** One step; returns the same object when the event was seen already (`event.seq <= session.seq`). */
export function reduce(session: Session, event: SessionEvent): Session {
  if (event.seq <= session.seq) return session
  return { ...session, ...changeOf(session, event), seq: event.seq }
}

/** Many steps. Folding a log in parts gives what folding it whole gives. */
export const fold = (session: Session, events: Iterable<SessionEvent>): Session => {
  let next = session
  for (const event of events) next = reduce(next, event)
  return next
}

type Change = Partial<Session>
type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { type: T }>

function changeOf(session: Session, event: SessionEvent): Change {
  switch (event.type) {
    case "opened":
      return opened(event)
    case "plan-edited":
      return planEdited(session, event)
    case "stage-moved": // A timer belongs to the stage it was started in.
      return { stage: event.to, timer: null, helps: [], quietAskedAt: null }
    case "timer-started":
      return { timer: { endsAt: event.endsAt, minutes: event.minutes } }
    case "timer-lengthened":
      return { timer: { endsAt: event.endsAt, minutes: (session.timer?.minutes ?? 0) + event.minutes } }
    case "timer-stopped":
      return { timer: null }
    case "host-changed":
      return { host: event.to, asking: null, round: notAsked(session) }
    case "host-asked":
      return { asking: { seat: event.seat, at: event.at } }
    case "door-opened":
      return { doorOpen: true }
    case "door-shut":
      return { doorOpen: false }
    case "note-hidden": {
      const { noteId, number, kind, canvas, reason, at } = event
      return {
        hidden: new Map(session.hidden).set(noteId, { noteId, number, kind, canvas, reason, at }),
        proposals: without(session.proposals, noteId),
      }
    }
    case "hide-proposed":
      return { proposals: new Map(session.proposals).set(event.noteId, event) }
    case "hide-dropped":
      return { proposals: without(session.proposals, event.noteId) }
    case "paused":
    case "resumed":
      return { paused: event.type === "paused" }
    case "help-asked":
      return { helps: [...session.helps.slice(1 - HELPS), event] }
    case "quiet-asked":
      return { quietAskedAt: event.at }
    case "note-restored":
      return { hidden: without(session.hidden, event.noteId) }
    case "hand-raised":
      return withHands(session, event.agreementId, (hands) => ({ ...hands, raised: raised(hands.raised, event) }))
    case "hands-counted":
      return withHands(session, event.agreementId, (hands) => ({ ...hands, counted: { for: event.for, worried: event.worried } }))
    case "worry-said":
      return { worries: [...session.worries.filter((worry) => worry.id !== event.worryId), worryOf(event)] }
    case "worry-withdrawn":
      return { worries: session.worries.filter((worry) => worry.id !== event.worryId) }
    case "round-started": {
      const { roundId, kind, stage, question, at } = event
      return { round: { id: roundId, kind, stage, question, startedAt: at, asked: null } }
    }
    case "reveal-asked":
      return { round: session.round && { ...session.round, asked: askedBy(event) } }
    case "reveal-put-off":
      return { round: notAsked(session) }
    case "round-revealed":
      return roundRevealed(session, event)
    case "seat-opened":
      return typeof event.by === "object" ? seatOpened(session, event.seat, event.by.seat) : {}
    case "seat-claimed":
      return { withoutPhone: new Set([...session.withoutPhone].filter((seat) => seat !== event.seat)) }
    case "design-agreed":
      return { agreedAt: event.at }
    case "design-unagreed":
      return { agreedAt: null }
    case "ended":
      return { ended: true, timer: null, round: null, ...calm }
    case "imported": // What was begins anew here: nobody of the old log has a device, and an ended workshop can go on.
      return {
        ended: false,
        timer: null,
        host: null,
        asking: null,
        round: null,
        doorOpen: true,
        opened: new Map(),
        withoutPhone: new Set(),
        ...calm,
      }
    default: // access-contact, access-link, access-read, erased, name-taken-out, exported, kept-until, link-rotated, person-removed, balance-told, and whatever a newer server writes: only to be read in the log.
      return {}
  }
}

const seatOpened = (session: Session, seat: string, by: string): Change => ({
  opened: new Map(session.opened).set(seat, by),
  withoutPhone: new Set(session.withoutPhone).add(seat),
})

const opened = ({ title, purpose, language, groups, stages, at }: EventOf<"opened">): Change => {
  return { title, purpose, language, groups, stages, stage: stages[0]?.kind ?? "arrive", openedAt: at }
}

function planEdited(session: Session, { title, purpose, stage }: EventOf<"plan-edited">): Change {
  const { prompt, minutes } = stage ?? {}
  const edited = (old: Session["stages"][number]) => ({ ...old, prompt: prompt ?? old.prompt, minutes: minutes ?? old.minutes })
  return {
    title: title ?? session.title,
    purpose: purpose ?? session.purpose,
    stages: stage ? session.stages.map((old) => (old.kind === stage.kind ? edited(old) : old)) : session.stages,
  }
}

/** Who hosts anew, or hears "not yet", asks again. */
const notAsked = ({ round }: Session): Session["round"] => (round?.asked ? { ...round, asked: null } : round)

const askedBy = ({ by, at }: SessionEvent): { seat: string; at: number } | null => (typeof by === "object" ? { seat: by.seat, at } : null)

function roundRevealed({ round, shownRounds }: Session, { roundId, notes, at }: EventOf<"round-revealed">): Change {
  if (round?.id !== roundId) return {}
  const { id, kind, stage, question, startedAt } = round
  return { round: null, shownRounds: [...shownRounds, { id, kind, stage, question, startedAt, shownAt: at, notes }] }
}

const NO_HANDS: Hands = { raised: new Map(), counted: null }

const withHands = (session: Session, agreementId: string, change: (hands: Hands) => Hands): Change => ({
  hands: new Map(session.hands).set(agreementId, change(session.hands.get(agreementId) ?? NO_HANDS)),
})

const raised = (before: Hands["raised"], { seat, stance }: EventOf<"hand-raised">): Hands["raised"] =>
  stance === null ? without(before, seat) : new Map(before).set(seat, stance)

const worryOf = ({ worryId, agreementId, seat, scribe, words, at }: EventOf<"worry-said">) => ({
  id: worryId,
  agreementId,
  seat,
  scribe,
  words,
  at,
})

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
