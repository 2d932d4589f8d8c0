// What only one seat, or only the organiser, is told and may say: concerns, notes asked back, people removed, being quiet; and a new
// link from the host. Answers are never kept by anything between. Works while the room is paused.
import { AnswerRemoval, AskBack, AskRemoval, GoAlong, Id, OrganiserPerson, Quiet, SayConcern } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import { Hono } from "hono"
import * as z from "zod/mini"
import type { SeatCall } from "../auth.ts"
import { organiserCalls, seatCalls } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result, Safe } from "../deps.ts"
import { rotateLink } from "../door.ts"

type Done = Promise<Result<unknown>>
const nothing: Result<null> = { ok: true, value: null }

export function safeRoutes(deps: Deps): Hono<Env> {
  const { live } = deps

  /** A seat's call: does it, and answers what this seat is told then. */
  const answer = async (c: Ctx, { workshop, seat }: SeatCall, act: (safe: Safe) => Done) => {
    const safe = await live.safe(workshop.id)
    const done = await act(safe)
    return done.ok ? c.json(await safe.viewOf(seat.id)) : done
  }
  const seat = (act: (c: Ctx, call: SeatCall, safe: Safe) => Done) =>
    seatCalls(deps).asks((c, call) => answer(c, call, (safe) => act(c, call, safe)))
  /** The same with a body. */
  const seatWith = <S extends z.core.$ZodType>(schema: S, act: (call: SeatCall, safe: Safe, body: z.core.output<S>, c: Ctx) => Done) =>
    seatCalls(deps).sends(schema, (c, call, body) => answer(c, call, (safe) => act(call, safe, body, c)))
  const tellOrganiser = async (c: Ctx, { id }: WorkshopRow, act: (safe: Safe) => Done) => {
    const safe = await live.safe(id)
    const done = await act(safe)
    return done.ok ? c.json(safe.forOrganiser()) : done
  }
  const organiser = (act: (c: Ctx, safe: Safe) => Done) =>
    organiserCalls(deps).asks((c, row) => tellOrganiser(c, row, (safe) => act(c, safe)))
  const person = (act: (safe: Safe, seatId: string) => Done) =>
    organiserCalls(deps).sends(OrganiserPerson, (c, row, { seatId }) => tellOrganiser(c, row, (safe) => act(safe, seatId)))
  const path = "/api/workshops/:id"

  return new Hono<Env>()
    .get(
      `${path}/private`,
      seat(async () => nothing),
    )
    .post(
      `${path}/concerns`,
      seatWith(SayConcern, (call, safe, body) => safe.say(call.seat.id, body)),
    )
    .delete(
      `${path}/concerns/:concernId`,
      seat(async (c, call, safe) => withConcern(c, (id) => safe.takeBack(call.seat.id, id))),
    )
    .post(
      `${path}/concerns/:concernId/read`,
      seat(async (c, call, safe) => withConcern(c, (id) => safe.read(call.seat.id, id))),
    )
    .put(
      `${path}/pledges/:pledgeId/goes-along`,
      seatWith(GoAlong, (call, _safe, body, c) => live.goAlong(call.workshop.id, call.seat.id, c.req.param("pledgeId") ?? "", body)),
    )
    .post(
      `${path}/ask-back`,
      seatWith(AskBack, (call, safe, body) => safe.askBack(call.seat.id, body)),
    )
    .post(
      `${path}/removal`,
      seatWith(AskRemoval, (call, safe, body) => safe.askRemoval(call.seat.id, body.seatId, body.confirmer)),
    )
    .delete(
      `${path}/removal`,
      seat((_c, call, safe) => safe.dropRemoval(call.seat.id)),
    )
    .post(
      `${path}/removal/answer`,
      seatWith(AnswerRemoval, (call, safe, body) => safe.answerRemoval(call.seat.id, body.yes)),
    )
    .put(
      `${path}/me/quiet`,
      seatWith(Quiet, (call, safe, body) => safe.setQuiet(call.seat.id, body.quiet)),
    )
    .on(
      ["PUT", "DELETE"],
      `${path}/supporters/:seatId`,
      seat((c, call, safe) => safe.setSupporter(call.seat.id, c.req.param("seatId") ?? "", c.req.method === "PUT")),
    )
    .post(
      `${path}/rotate-link`,
      seat(async (_c, { workshop, seat: { id } }) => {
        const { session } = await live.now(workshop.id)
        if (session.ended) return { ok: false, reason: "ended" }
        if (session.host !== id) return { ok: false, reason: "not-host" }
        await rotateLink(deps, workshop)
        live.closeScreens(workshop.id)
        return live.record(workshop.id, { seat: id }, { type: "link-rotated" })
      }),
    )
    .get(
      `${path}/organiser/safe`,
      organiser(async () => nothing),
    )
    .post(
      `${path}/organiser/concerns/:concernId/read`,
      organiser(async (c, safe) => withConcern(c, (id) => safe.read(null, id))),
    )
    .post(
      `${path}/organiser/remove`,
      person((safe, seatId) => safe.remove(seatId)),
    )
    .post(
      `${path}/organiser/return`,
      person((safe, seatId) => safe.bringBack(seatId)),
    )
}

async function withConcern(c: Ctx, work: (id: string) => Promise<Result<null>>): Promise<Result<null>> {
  const id = z.safeParse(Id, c.req.param("concernId"))
  return id.success ? work(id.data) : { ok: false, reason: "unknown-concern" }
}
