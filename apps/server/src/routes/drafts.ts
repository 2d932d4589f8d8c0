// What a seat writes alone in a round. Only that seat's key opens any of it: a host is a seat like any other, and the organiser's is none.
import { Id, PutDraft } from "@evenboard/api"
import { Hono } from "hono"
import * as z from "zod/mini"
import { seatOf, type SeatCall } from "../auth.ts"
import { readJson } from "../body.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { fail } from "../problem.ts"

type DraftCall = SeatCall & { draftId: string }

export const draftRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get("/api/workshops/:id/drafts", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      return c.json(await deps.live.drafts(caller.value.workshop.id, caller.value.seat.id))
    })
    .put("/api/workshops/:id/drafts/:draftId", async (c) => {
      const caller = await draftOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, PutDraft)
      if (!body.ok) return fail(c, body.reason, body)
      const { workshop, seat, draftId } = caller.value
      const put = await deps.live.putDraft(workshop.id, seat.id, draftId, body.value)
      return put.ok ? c.json(put.value) : fail(c, put.reason)
    })
    .delete("/api/workshops/:id/drafts/:draftId", async (c) => {
      const caller = await draftOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat, draftId } = caller.value
      const gone = await deps.live.throwAwayDraft(workshop.id, seat.id, draftId)
      return gone.ok ? c.json({ ok: true }) : fail(c, gone.reason)
    })
    .post("/api/workshops/:id/drafts/:draftId/show", async (c) => {
      const caller = await draftOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat, draftId } = caller.value
      const shown = await deps.live.showDraft(workshop.id, seat.id, draftId)
      return shown.ok ? c.json(shown.value) : fail(c, shown.reason)
    })

async function draftOf(c: Ctx, deps: Deps): Promise<Result<DraftCall>> {
  const caller = await seatOf(c, deps)
  if (!caller.ok) return caller
  const id = z.safeParse(Id, c.req.param("draftId"))
  return id.success ? { ok: true, value: { ...caller.value, draftId: id.data } } : { ok: false, reason: "unknown-draft" }
}
