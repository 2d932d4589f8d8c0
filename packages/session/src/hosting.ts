// How hosting goes round: passed on, taken over while the host is away, or given back by the organiser. Pure, as rules.ts is.
//
//   host's last socket goes ── HOST_GONE_MS ──▶ ask-to-host ──▶ somebody else here: confirm-host ──▶ taken over
//                                                         └──▶ nobody else here: taken over at once
import type { Actor } from "./events.ts"
import { HOST_GONE_MS, no, yes, type Moment, type Ruling } from "./moment.ts"
import type { Session } from "./state.ts"

/** `by` may guide: the caller has asked. */
export function passHost(session: Session, by: Actor, to: string, moment: Moment): Ruling {
  if (!moment.isSeat(to)) return no("unknown-seat")
  if (to === session.host) return yes()
  return yes({ type: "host-changed", from: session.host, to, how: by === "organiser" ? "organiser" : "passed" })
}

/** Asking again says nothing new; of two who ask, the later one waits for the yes. */
export function askToHost(session: Session, seat: string, moment: Moment): Ruling {
  const { host } = session
  if (host === seat) return yes()
  if (host === null) return yes({ type: "host-changed", from: null, to: seat, how: "first" })
  if (!isAway(moment)) return no("host-is-here")
  if (isAlone(seat, moment)) return yes({ type: "host-changed", from: host, to: seat, how: "taken-over" })
  return standingAsk(session, moment) === seat ? yes() : yes({ type: "host-asked", seat })
}

export function confirmHost(session: Session, seat: string, asker: string, moment: Moment): Ruling {
  if (session.host !== null && !isAway(moment)) return no(session.asking ? "host-is-here" : "nobody-asked")
  if (standingAsk(session, moment) !== asker) return no("nobody-asked")
  if (seat === asker || !moment.here.has(seat)) return no("not-allowed")
  return yes({ type: "host-changed", from: session.host, to: asker, how: "taken-over", confirmedBy: seat })
}

const isAway = ({ now, hostGoneSince }: Moment): boolean => hostGoneSince !== null && now - hostGoneSince >= HOST_GONE_MS

const isAlone = (seat: string, { here }: Moment): boolean => here.size === 0 || (here.size === 1 && here.has(seat))

/** Who asks during this absence. An ask made before the host came back in between has lapsed. */
function standingAsk({ asking }: Session, { hostGoneSince }: Moment): string | null {
  if (!asking || hostGoneSince === null || asking.at < hostGoneSince) return null
  return asking.seat
}
