// What a person sees and changes about their own seat.
import { type OwnCounts, SeatDetails } from "@evenboard/api"
import { Hono } from "hono"
import { isSecure, seatCookieHeader } from "../asking.ts"
import { seatOf } from "../auth.ts"
import { readJson } from "../body.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { countsOf, WHOLE } from "../live/balance.ts"
import { fail } from "../problem.ts"
import { changeSeat, ownSeat, renewReturnCode } from "../taking-part.ts"

export const meRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get("/api/workshops/:id/me", async (c) => {
      const caller = await seatOf(c, deps)
      return caller.ok ? c.json(ownSeat(caller.value.seat)) : fail(c, caller.reason)
    })
    .get("/api/workshops/:id/me/counts", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat } = caller.value
      const { facts } = await deps.live.now(workshop.id)
      return c.json(countsOf(seat.id, await deps.store.ledger(workshop.id, WHOLE), facts) satisfies OwnCounts)
    })
    .patch("/api/workshops/:id/me", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, SeatDetails)
      if (!body.ok) return fail(c, body.reason, body)
      return c.json(ownSeat(await changeSeat(deps, caller.value.seat, body.value)))
    })
    .post("/api/workshops/:id/me/return-code", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      return c.json({ returnCode: await renewReturnCode(deps, caller.value.seat) })
    })
    // This browser forgets the seat; the seat itself, its notes and its other devices stay.
    .post("/api/workshops/:id/me/leave", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { id } = caller.value.workshop
      c.header("Set-Cookie", seatCookieHeader({ workshopId: id, seatKey: "", seconds: 0, secure: isSecure(headerOf(c), deps.config) }))
      // What the browser itself kept of these pages, so that going back shows nothing. The page clears its own copy and its waiting
      // words: "storage" would take those of other workshops, too.
      c.header("Clear-Site-Data", '"cache"')
      return c.json({ ok: true })
    })
