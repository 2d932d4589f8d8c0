// Joining as JSON: by the join key, by three return words, or by the six digits.
import { JoinByCode, JoinByKey, LIMITS, type SeatDetails } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import { Hono } from "hono"
import { isSecure, seatCookieHeader } from "../asking.ts"
import { workshopOf } from "../auth.ts"
import { anyone, seatCalls } from "../calls.ts"
import { addressOfCall, askedLocale, headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { settleDoor } from "../door.ts"
import { hashKey, sameHash, tidyJoinCode } from "../keys.ts"
import type { Guesser, Limits } from "../limits.ts"
import { fail } from "../problem.ts"
import { LEASE_COUNT, localeOf, renewWordsFor, returnToSeat, takeSeat, type Taken } from "../taking-part.ts"
import { bringOwnNeed } from "./access.ts"

type Waits = { ok: false; reason: "too-many-tries"; waitSeconds: number }
const waits = (waitSeconds: number): Waits => ({ ok: false, reason: "too-many-tries", waitSeconds })

export const seatRoutes = (deps: Deps, limits: Limits) =>
  new Hono<Env>()
    .post(
      "/api/workshops/:id/seats",
      anyone.sends(JoinByKey, async (c, _, { key, returnCode, ...details }) => {
        const found = await workshopOf(c, deps)
        if (!found.ok) return found
        const workshop = found.value
        if (returnCode) {
          const back = await comeBack(c, deps, limits, { workshop, returnCode, lease: LEASE_COUNT })
          return back.ok ? seated(c, deps, workshop, back.value) : refused(c, back)
        }
        if (key === undefined || !sameHash(hashKey(key), workshop.joinHash)) return { ok: false, reason: "wrong-key" }
        const joined = await enter(c, deps, workshop, details, LEASE_COUNT)
        return joined.ok ? seated(c, deps, workshop, joined.value) : joined
      }),
    )
    // Words for somebody without a device yet.
    .post(
      "/api/workshops/:id/seats/:seatId/return-code",
      seatCalls(deps).asks(async (c, { seat }) => {
        const renewed = await renewWordsFor(deps, seat, c.req.param("seatId") ?? "")
        return renewed.ok ? c.json(renewed.value) : renewed
      }),
    )
    .post(
      "/api/seats",
      anyone.sends(JoinByCode, async (c, _, { code, ...details }) => {
        const found = await workshopByCode(c, deps, limits, code)
        if (!found.ok) return refused(c, found)
        const joined = await enter(c, deps, found.value, details, LEASE_COUNT)
        return joined.ok ? seated(c, deps, found.value, joined.value) : joined
      }),
    )

/** A new seat through an open door. Forms lease no client ids here: the page they lead to does. */
export async function enter(c: Ctx, deps: Deps, workshop: WorkshopRow, details: SeatDetails, lease: number): Promise<Result<Taken>> {
  const { session, seats } = await deps.live.now(workshop.id)
  if (session.ended) return { ok: false, reason: "ended" }
  if (seats.size >= LIMITS.seats) return { ok: false, reason: "workshop-full" }
  const { open } = await settleDoor(deps, workshop)
  if (!open) return { ok: false, reason: "door-shut" }
  return { ok: true, value: await takeSeat(deps, workshop, details, { language: askedLocale(c) ?? localeOf(workshop.language), lease }) }
}

export async function comeBack(
  c: Ctx,
  deps: Deps,
  limits: Limits,
  { workshop, returnCode, lease }: { workshop: WorkshopRow; returnCode: string; lease: number },
): Promise<Result<Taken> | Waits> {
  const seats = await deps.store.seats(workshop.id)
  const attempt = await limits.returnCode(guesserOf(c, deps), workshop.id, seats.length)
  if (!attempt.ok) return waits(attempt.waitSeconds)
  const taken = await returnToSeat(deps, workshop.id, returnCode, lease)
  if (!taken) {
    await attempt.wrong()
    return { ok: false, reason: "wrong-return-code" }
  }
  await attempt.right()
  return { ok: true, value: taken }
}

export async function workshopByCode(c: Ctx, deps: Deps, limits: Limits, typed: string): Promise<Result<WorkshopRow> | Waits> {
  const attempt = await limits.code(guesserOf(c, deps))
  if (!attempt.ok) return waits(attempt.waitSeconds)
  const code = tidyJoinCode(typed)
  const workshop = /^\d{6}$/.test(code) ? await deps.store.workshopByJoinCode(code) : null
  await (workshop ? attempt.right() : attempt.wrong())
  return workshop ? { ok: true, value: workshop } : { ok: false, reason: "wrong-code" }
}

const guesserOf = (c: Ctx, { config }: Pick<Deps, "config">): Guesser => ({
  address: addressOfCall(c, config),
  device: `${c.req.header("user-agent") ?? ""} ${c.req.header("cookie") ?? ""}`,
})

export const refused = (c: Ctx, failure: Extract<Result<never>, { ok: false }> | Waits, back?: string) =>
  fail(c, failure.reason, {
    ...("waitSeconds" in failure ? { headers: { "Retry-After": String(failure.waitSeconds) } } : {}),
    ...(back ? { back } : {}),
  })

/** Gives the browser its cookie. */
export function remember(c: Ctx, deps: Pick<Deps, "config" | "now">, workshop: WorkshopRow, seatKey: string): void {
  const seconds = (workshop.keepUntil - deps.now()) / 1000
  c.header("Set-Cookie", seatCookieHeader({ workshopId: workshop.id, seatKey, seconds, secure: isSecure(headerOf(c), deps.config) }), {
    append: true,
  })
}

async function seated(c: Ctx, deps: Deps, workshop: WorkshopRow, { seat, joined }: Taken): Promise<Response> {
  remember(c, deps, workshop, joined.seatKey)
  await bringOwnNeed(c, deps, workshop, seat.id)
  return c.json({ ...joined, workshopId: workshop.id }, 201)
}
