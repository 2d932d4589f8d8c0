// May this seat do this now? Pure: (session, who, intent, facts of the moment) → the events to write, or one reason why not.
// An intent that asks for what already is answers ok with no event. How hosting goes round stands in hosting.ts, how a round
// runs in rounds.ts, how it looks after people in safety.ts.
import type { Intent } from "@evenboard/api"
import type { Actor } from "./events.ts"
import { askToHost, confirmHost, passHost } from "./hosting.ts"
import { no, yes, type Moment, type Ruling } from "./moment.ts"
import { askReveal, confirmReveal, putOffReveal, startRound } from "./rounds.ts"
import { mayGuide, ruleSafety, waitsForPause, type SafetyIntent } from "./safety.ts"
import type { Session } from "./state.ts"

export { actorOf, mayGuide } from "./safety.ts"

/** Places that one seat opens for others: whoever types in the cards of a whole hall opens one for each person. */
export const MOST_OPENED = 400

const MINUTE_MS = 60_000

/** `written-for` and `say-worry`'s `for` are resolved to seats by the server before this is asked. */
export function rule(session: Session, by: Actor, intent: Intent, moment: Moment): Ruling {
  if (session.ended) return no("ended")
  if (waitsForPause(session, intent)) return no("paused")
  switch (intent.type) {
    case "move-stage":
    case "start-timer":
    case "lengthen-timer":
    case "stop-timer":
    case "edit-plan":
    case "open-door":
    case "shut-door":
    case "start-round":
    case "agree-design":
    case "ask-quiet":
      return mayGuide(session, by) ? ruleGuiding(session, intent, moment) : no("not-host")
    case "pass-host":
      return mayGuide(session, by) ? passHost(session, by, intent.to, moment) : no("not-host")
    case "hide-note":
    case "propose-hide":
    case "confirm-hide":
    case "drop-hide":
    case "restore-note":
    case "pause":
    case "resume":
    case "ask-help":
      return ruleSafety(session, by, intent, moment)
    default:
      return typeof by === "object" && moment.isSeat(by.seat) ? ruleSeat(session, by.seat, intent, moment) : no("not-allowed")
  }
}

type IntentOf<T extends Intent["type"]> = Extract<Intent, { type: T }>
type RevealType = "ask-reveal" | "put-off-reveal" | "confirm-reveal"
type SeatIntent = IntentOf<
  "ask-to-host" | "confirm-host" | "raise-hand" | "count-hands" | "say-worry" | "withdraw-worry" | "open-seat" | "written-for" | RevealType
>
type Guiding = Exclude<Intent, SeatIntent | SafetyIntent | IntentOf<"pass-host">>

function ruleGuiding(session: Session, intent: Guiding, moment: Moment): Ruling {
  switch (intent.type) {
    case "move-stage":
      return moveStage(session, intent)
    case "start-timer":
      return yes({ type: "timer-started", endsAt: moment.now + intent.minutes * MINUTE_MS, minutes: intent.minutes })
    case "lengthen-timer":
      return lengthenTimer(session, intent, moment)
    case "stop-timer":
      return session.timer ? yes({ type: "timer-stopped" }) : yes()
    case "edit-plan":
      return editPlan(session, intent)
    case "open-door":
      return session.doorOpen ? yes() : yes({ type: "door-opened" })
    case "shut-door":
      return session.doorOpen ? yes({ type: "door-shut" }) : yes()
    case "start-round":
      return startRound(session, intent, moment)
    case "agree-design":
      return agreeDesign(session, intent, moment)
    case "ask-quiet":
      return yes({ type: "quiet-asked" })
  }
}

function moveStage(session: Session, { to }: IntentOf<"move-stage">): Ruling {
  if (!session.stages.some((stage) => stage.kind === to)) return no("unknown-stage")
  return to === session.stage ? yes() : yes({ type: "stage-moved", to })
}

/** A timer that has run out is lengthened from now: "five more minutes" means five minutes. */
function lengthenTimer({ timer }: Session, { minutes }: IntentOf<"lengthen-timer">, { now }: Moment): Ruling {
  if (!timer) return no("no-timer")
  return yes({ type: "timer-lengthened", endsAt: Math.max(timer.endsAt, now) + minutes * MINUTE_MS, minutes })
}

function editPlan(session: Session, { title, purpose, stage }: IntentOf<"edit-plan">): Ruling {
  const old = session.stages.find(({ kind }) => kind === stage?.kind)
  if (stage && !old) return no("unknown-stage")
  const newStage = { ...changed("prompt", stage?.prompt, old?.prompt), ...changed("minutes", stage?.minutes, old?.minutes) }
  const plan = {
    ...changed("title", title, session.title),
    ...changed("purpose", purpose, session.purpose),
    ...(stage && Object.keys(newStage).length > 0 ? { stage: { kind: stage.kind, ...newStage } } : {}),
  }
  return Object.keys(plan).length > 0 ? yes({ type: "plan-edited", ...plan }) : yes()
}

/** `{ [key]: asked }` when something else than `now` was asked for, so that the log tells only what changed. */
const changed = <K extends string, V>(key: K, asked: V | undefined, now: V | undefined): { [P in K]?: V } =>
  asked === undefined || asked === now ? {} : ({ [key]: asked } as { [P in K]?: V })

/** A draft can always be handed out; only "agreed" waits until nobody's note is left without an answer. */
function agreeDesign({ agreedAt }: Session, { is }: IntentOf<"agree-design">, moment: Moment): Ruling {
  if (!is) return agreedAt === null ? yes() : yes({ type: "design-unagreed" })
  if (moment.openNotes() > 0) return no("open-notes")
  return agreedAt === null ? yes({ type: "design-agreed" }) : yes()
}

function ruleSeat(session: Session, seat: string, intent: SeatIntent, moment: Moment): Ruling {
  switch (intent.type) {
    case "ask-to-host":
      return askToHost(session, seat, moment)
    case "confirm-host":
      return confirmHost(session, seat, intent.seatId, moment)
    case "raise-hand":
      return raiseHand(session, seat, intent, moment)
    case "count-hands":
      return countHands(session, intent, moment)
    case "say-worry":
      return sayWorry(seat, intent, moment)
    case "withdraw-worry":
      return withdrawWorry(session, seat, intent, moment)
    case "open-seat":
      return openSeat(session, seat, moment)
    case "ask-reveal":
      return askReveal(session, seat, moment)
    case "put-off-reveal":
      return putOffReveal(session, seat, moment)
    case "confirm-reveal":
      return confirmReveal(session, seat, intent.roundId, moment)
    case "written-for": // The server asks whether the note is the sender's, and writes the author: no event of the session.
      return yes()
  }
}

function raiseHand(session: Session, seat: string, { agreementId, stance }: IntentOf<"raise-hand">, moment: Moment): Ruling {
  if (!moment.isAgreement(agreementId)) return no("unknown-agreement")
  const standing = session.hands.get(agreementId)?.raised.get(seat) ?? null
  return standing === stance ? yes() : yes({ type: "hand-raised", agreementId, seat, stance })
}

function countHands(session: Session, intent: IntentOf<"count-hands">, moment: Moment): Ruling {
  const { agreementId, worried } = intent
  if (!moment.isAgreement(agreementId)) return no("unknown-agreement")
  const counted = session.hands.get(agreementId)?.counted
  const same = counted?.for === intent.for && counted.worried === worried
  return same ? yes() : yes({ type: "hands-counted", agreementId, for: intent.for, worried })
}

function sayWorry(scribe: string, intent: IntentOf<"say-worry">, moment: Moment): Ruling {
  const { agreementId, words } = intent
  if (!moment.isAgreement(agreementId)) return no("unknown-agreement")
  const seat = intent.for === undefined ? scribe : "seatId" in intent.for ? intent.for.seatId : null
  if (seat === null || !moment.isSeat(seat)) return no("unknown-seat")
  if (seat !== scribe && moment.hasDevice(seat)) return no("own-phone")
  return yes({ type: "worry-said", worryId: moment.newId(), agreementId, seat, scribe: seat === scribe ? null : scribe, words })
}

/** Whose worry it is may withdraw it, and so may who typed it, for as long as that person has no device. */
function withdrawWorry(session: Session, seat: string, { worryId }: IntentOf<"withdraw-worry">, moment: Moment): Ruling {
  const worry = session.worries.find(({ id }) => id === worryId)
  if (!worry) return no("unknown-worry")
  const mayScribe = worry.scribe === seat && !moment.hasDevice(worry.seat)
  return worry.seat === seat || mayScribe ? yes({ type: "worry-withdrawn", worryId }) : no("not-allowed")
}

/** The server makes the place itself; the log says who opened it. */
function openSeat({ opened }: Session, seat: string, { newId }: Moment): Ruling {
  const mine = [...opened.values()].filter((opener) => opener === seat).length
  return mine >= MOST_OPENED ? no("too-many-people") : yes({ type: "seat-opened", seat: newId() })
}
