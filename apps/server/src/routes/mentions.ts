// What was said of a person, found and taken out: for who hosts, and for the organiser. The words come in bodies, which are never logged.
import { FindMention, TakeMentionOut, type MentionPlaces, type MentionTakenOut } from "@evenboard/api"
import { Hono } from "hono"
import { organiserOf, seatOf } from "../auth.ts"
import { callsOf } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"

/** Whose call: a seat, or the organiser (null). */
type Caller = { workshopId: string; seat: string | null }

export function mentionRoutes(deps: Deps): Hono<Env> {
  const { live } = deps

  const asSeat = async (c: Ctx): Promise<Result<Caller>> => {
    const caller = await seatOf(c, deps)
    return caller.ok ? { ok: true, value: { workshopId: caller.value.workshop.id, seat: caller.value.seat.id } } : caller
  }
  const asOrganiser = async (c: Ctx): Promise<Result<Caller>> => {
    const caller = await organiserOf(c, deps)
    return caller.ok ? { ok: true, value: { workshopId: caller.value.id, seat: null } } : caller
  }
  const find = (callerOf: typeof asSeat) =>
    callsOf(callerOf).sends(FindMention, async (c, { workshopId, seat }, { words }) => {
      const found = await live.findMentions(workshopId, seat, words)
      return found.ok ? c.json(found.value satisfies MentionPlaces) : found
    })
  const takeOut = (callerOf: typeof asSeat) =>
    callsOf(callerOf).sends(TakeMentionOut, async (c, { workshopId, seat }, { id, words, except = [] }) => {
      const places = await live.takeMentionOut(workshopId, { id, seat, words, except })
      return places.ok ? c.json({ places: places.value } satisfies MentionTakenOut) : places
    })
  const path = "/api/workshops/:id"

  return new Hono<Env>()
    .post(`${path}/mentions/find`, find(asSeat))
    .post(`${path}/mentions`, takeOut(asSeat))
    .post(`${path}/organiser/mentions/find`, find(asOrganiser))
    .post(`${path}/organiser/mentions`, takeOut(asOrganiser))
}
