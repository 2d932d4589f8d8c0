// What a seat writes alone in a round. Only that seat's key opens any of it: a host is a seat like any other, and the organiser's is none.
import { Id, PutDraft } from "@evenboard/api"
import { Hono } from "hono"
import * as z from "zod/mini"
import { seatOf, type SeatCall } from "../auth.ts"
import { callsOf, seatCalls } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"

type DraftCall = SeatCall & { draftId: string }

export function draftRoutes(deps: Deps): Hono<Env> {
  const { live } = deps
  const draft = callsOf((c) => draftOf(c, deps))
  const path = "/api/workshops/:id/drafts"

  return new Hono<Env>()
    .get(
      path,
      seatCalls(deps).asks(async (c, { workshop, seat }) => c.json(await live.drafts(workshop.id, seat.id))),
    )
    .put(
      `${path}/:draftId`,
      draft.sends(PutDraft, async (c, { workshop, seat, draftId }, body) => {
        const put = await live.putDraft(workshop.id, seat.id, draftId, body)
        return put.ok ? c.json(put.value) : put
      }),
    )
    .delete(
      `${path}/:draftId`,
      draft.asks(async (c, { workshop, seat, draftId }) => {
        const gone = await live.throwAwayDraft(workshop.id, seat.id, draftId)
        return gone.ok ? c.json({ ok: true }) : gone
      }),
    )
    .post(
      `${path}/:draftId/show`,
      draft.asks(async (c, { workshop, seat, draftId }) => {
        const shown = await live.showDraft(workshop.id, seat.id, draftId)
        return shown.ok ? c.json(shown.value) : shown
      }),
    )
}

async function draftOf(c: Ctx, deps: Deps): Promise<Result<DraftCall>> {
  const caller = await seatOf(c, deps)
  if (!caller.ok) return caller
  const id = z.safeParse(Id, c.req.param("draftId"))
  return id.success ? { ok: true, value: { ...caller.value, draftId: id.data } } : { ok: false, reason: "unknown-draft" }
}
