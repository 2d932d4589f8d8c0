// What only one seat, or only the organiser, is told and may say: concerns, notes asked back, people removed, being quiet; and a new
// link from the host. Answers are never kept by anything between. Works while the room is paused.
import { AnswerRemoval, AskBack, AskRemoval, GoAlong, Id, OrganiserPerson, Quiet, SayConcern } from "@evenboard/api"
import { Hono } from "hono"
import * as z from "zod/mini"
import { organiserOf, seatOf, type SeatCall } from "../auth.ts"
import { readJson } from "../body.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result, Safe } from "../deps.ts"
import { rotateLink } from "../door.ts"
import { fail } from "../problem.ts"

type Done = Result<unknown> | Response
type Act = (c: Ctx, call: SeatCall, safe: Safe) => Promise<Done>
const nothing: Result<null> = { ok: true, value: null }

export function safeRoutes(deps: Deps): Hono<Env> {
  const { live } = deps

  /** A seat's call: does it, and answers what this seat is told then. */
  const seat = (act: Act) => async (c: Ctx) => {
    const caller = await seatOf(c, deps)
    if (!caller.ok) return fail(c, caller.reason)
    const safe = await live.safe(caller.value.workshop.id)
    const done = await act(c, caller.value, safe)
    if (done instanceof Response) return done
    return done.ok ? c.json(await safe.viewOf(caller.value.seat.id)) : fail(c, done.reason)
  }
  /** The same with a body. */
  const seatWith = <S extends z.core.$ZodType>(schema: S, act: (call: SeatCall, safe: Safe, body: z.infer<S>) => Promise<Done>) =>
    seat(async (c, call, safe) => {
      const body = await readJson(c, schema)
      return body.ok ? act(call, safe, body.value) : fail(c, body.reason, body)
    })
  const organiser = (act: (c: Ctx, safe: Safe) => Promise<Done>) => async (c: Ctx) => {
    const caller = await organiserOf(c, deps)
    if (!caller.ok) return fail(c, caller.reason)
    const safe = await live.safe(caller.value.id)
    const done = await act(c, safe)
    if (done instanceof Response) return done
    return done.ok ? c.json(safe.forOrganiser()) : fail(c, done.reason)
  }
  const person = (act: (safe: Safe, seatId: string) => Promise<Result<null>>) =>
    organiser(async (c, safe) => {
      const body = await readJson(c, OrganiserPerson)
      return body.ok ? act(safe, body.value.seatId) : fail(c, body.reason, body)
    })
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
      seat(async (c, call) => {
        const body = await readJson(c, GoAlong)
        if (!body.ok) return fail(c, body.reason, body)
        return live.goAlong(call.workshop.id, call.seat.id, c.req.param("pledgeId") ?? "", body.value)
      }),
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
