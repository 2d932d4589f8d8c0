// How a round runs: everybody writes alone, then all is shown together. Pure, as rules.ts is; what people write never comes here.
//
//   host: start-round ──▶ host: ask-reveal ──▶ somebody at another table: confirm-reveal ──▶ shown
//                              │    └──▶ nobody else here: shown at once
//                              └──▶ "not yet" (put-off-reveal) ──▶ the host asks again
//
// Another table: where others sit at tables the host does not sit at, one of those people; where nobody does, any other person here.
import type { Intent } from "@evenboard/api"
import { no, yes, type Moment, type Ruling } from "./moment.ts"
import type { Session } from "./state.ts"

/** `by` may guide: the caller has asked. One round at a time. */
export function startRound(session: Session, intent: Extract<Intent, { type: "start-round" }>, moment: Moment): Ruling {
  if (session.round) return no("round-runs")
  const { kind, stage, question } = intent
  if (!session.stages.some((one) => one.kind === stage)) return no("unknown-stage")
  return yes({ type: "round-started", roundId: moment.newId(), kind, stage, question })
}

/** Only the host, who has a seat: the organiser's link sits at no table. Asking again says nothing new. */
export function askReveal({ round, host }: Session, seat: string, moment: Moment): Ruling {
  if (!round) return no("no-round")
  if (seat !== host) return no("not-host")
  if (!othersHere(seat, moment))
    return yes({ type: "round-revealed", roundId: round.id, askedBy: seat, confirmedBy: null, notes: moment.toShow })
  return round.asked ? yes() : yes({ type: "reveal-asked", roundId: round.id })
}

/** `roundId` is what the person saw when they said yes: a yes to an earlier round shows nothing of a later one. */
export function confirmReveal({ round }: Session, seat: string, roundId: string, moment: Moment): Ruling {
  if (!round || round.id !== roundId) return no("no-round")
  if (!round.asked) return no("not-asked")
  const refusal = whyNotConfirm(round.asked.seat, seat, moment)
  if (refusal) return no(refusal)
  return yes({ type: "round-revealed", roundId, askedBy: round.asked.seat, confirmedBy: seat, notes: moment.toShow })
}

/** The asker takes it back, or whoever could have said yes says not yet. */
export function putOffReveal({ round }: Session, seat: string, moment: Moment): Ruling {
  if (!round) return no("no-round")
  if (!round.asked) return yes()
  const refusal = seat === round.asked.seat ? null : whyNotConfirm(round.asked.seat, seat, moment)
  return refusal ? no(refusal) : yes({ type: "reveal-put-off", roundId: round.id })
}

/** May this seat answer the host who asked? The screen asks the same, so that nobody is shown a button that would refuse. */
export const mayConfirmReveal = (asker: string, seat: string, moment: Pick<Moment, "here" | "tableOf">): boolean =>
  whyNotConfirm(asker, seat, moment) === null

/** Does somebody here sit at another table than the asker? Then the yes comes from there. */
export const needsAnotherTable = (asker: string, { here, tableOf }: Pick<Moment, "here" | "tableOf">): boolean =>
  [...here].some((seat) => isElsewhere(asker, seat, tableOf))

function isElsewhere(asker: string, seat: string, tableOf: Moment["tableOf"]): boolean {
  const table = sameTable(tableOf(seat))
  return seat !== asker && table !== "" && table !== sameTable(tableOf(asker))
}

function whyNotConfirm(
  asker: string,
  seat: string,
  { here, tableOf }: Pick<Moment, "here" | "tableOf">,
): "not-allowed" | "another-table" | null {
  if (seat === asker || !here.has(seat)) return "not-allowed"
  return isElsewhere(asker, seat, tableOf) || !needsAnotherTable(asker, { here, tableOf }) ? null : "another-table"
}

/** People type "Table 2", "table 2 ". */
const sameTable = (table: string | null): string => (table ?? "").trim().toLowerCase()

const othersHere = (seat: string, { here }: Pick<Moment, "here">): boolean => here.size > (here.has(seat) ? 1 : 0)
