// What the organiser's key may do: see how the workshop stands, change its plan, open and shut the door, make a new link, give hosting to
// somebody else, end it, delete it. It gives no say over notes.
import { OrganiserDoor, OrganiserHost, OrganiserPatch, type OrganiserView } from "@evenboard/api"
import type { SessionEventBody } from "@evenboard/session"
import type { WorkshopRow } from "@evenboard/storage"
import { Hono } from "hono"
import type * as z from "zod/mini"
import { organiserCalls, type Outcome } from "../calls.ts"
import { headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { doorOf, rotateLink, settleDoor } from "../door.ts"
import { fail } from "../problem.ts"
import { KEEP_AFTER_END_MS, KEEP_AT_LEAST_MS } from "../retention.ts"
import type { Rehearsals } from "../rehearsal/rehearsals.ts"
import { scrubbed } from "../scrubbed.ts"
import { reachableOrigin, type Site } from "../site.ts"
import { groupsToName, publicSeat } from "../live/people.ts"

export function organiserRoutes(deps: Deps, site: Pick<Site, "lanOrigin">, rehearsals: Pick<Rehearsals, "throwAway">): Hono<Env> {
  const { store, live } = deps
  const organiser = organiserCalls(deps)

  async function view(c: Ctx, id: string): Promise<Response> {
    const row = await store.workshop(id)
    if (!row) return fail(c, "not-found")
    const { session, board, seats } = await live.now(id)
    const groups = groupsToName(seats.values())
    const people = [...seats.values()].toSorted((a, b) => a.guest - b.guest)
    const answer: OrganiserView = {
      ...(await doorOf(deps, row, reachableOrigin(headerOf(c), deps.config, site))),
      workshopId: id,
      title: session.title,
      purpose: session.purpose,
      language: session.language,
      stages: [...session.stages],
      stage: session.stage,
      host: session.host,
      people: people.filter((seat) => seat.device).map((seat) => publicSeat(seat, groups)),
      keepUntil: row.keepUntil,
      endedAt: row.endedAt,
      seats: people.length,
      notes: board.notes.size,
    }
    return c.json(answer)
  }

  /** A call by the organiser's key: does it, and answers how everything stands then. */
  const answer = async (c: Ctx, row: WorkshopRow, work: Promise<Result<unknown>>): Promise<Outcome> => {
    const done = await work
    return done.ok ? view(c, row.id) : done
  }
  const act = (work: (row: WorkshopRow) => Promise<Result<unknown>>) => organiser.asks((c, row) => answer(c, row, work(row)))
  const actWith = <S extends z.core.$ZodType>(schema: S, work: (row: WorkshopRow, body: z.core.output<S>) => Promise<Result<unknown>>) =>
    organiser.sends(schema, (c, row, body) => answer(c, row, work(row, body)))
  const record = (row: WorkshopRow, body: SessionEventBody) => live.record(row.id, "organiser", body)
  /** People were told a last day when they joined: it may come nearer, never later. */
  async function keepLess(row: WorkshopRow, keepUntil: number): Promise<Result<null>> {
    if (keepUntil === row.keepUntil) return nothing
    if (keepUntil > row.keepUntil || keepUntil < deps.now() + KEEP_AT_LEAST_MS) return { ok: false, reason: "bad-body" }
    await store.updateWorkshop(row.id, { keepUntil })
    return record(row, { type: "kept-until", until: keepUntil })
  }
  const nothing: Result<null> = { ok: true, value: null }
  const path = "/api/workshops/:id/organiser"

  return new Hono<Env>()
    .get(
      path,
      act(async () => nothing),
    )
    .patch(
      path,
      actWith(OrganiserPatch, async (row, { keepUntil, ...plan }) => {
        const { title, purpose, stage } = plan
        if (keepUntil !== undefined) {
          const kept = await keepLess(row, keepUntil)
          if (!kept.ok || Object.keys(plan).length === 0) return kept
        }
        const { session } = await live.now(row.id)
        if (session.ended) return { ok: false, reason: "ended" }
        if (stage && !session.stages.some((one) => one.kind === stage.kind)) return { ok: false, reason: "unknown-stage" }
        if (title === undefined && purpose === undefined && stage === undefined) return nothing
        return record(row, { type: "plan-edited", ...plan } as SessionEventBody)
      }),
    )
    .post(
      `${path}/door`,
      actWith(OrganiserDoor, async (row, { open }) => {
        const { session } = await live.now(row.id)
        if (session.ended) return { ok: false, reason: "ended" }
        if (session.doorOpen === open) return nothing
        const done = await record(row, { type: open ? "door-opened" : "door-shut" })
        if (done.ok) await settleDoor(deps, row)
        return done
      }),
    )
    .post(
      `${path}/rotate-link`,
      act(async (row) => {
        await rotateLink(deps, row)
        live.closeScreens(row.id)
        return record(row, { type: "link-rotated" })
      }),
    )
    .post(
      `${path}/host`,
      actWith(OrganiserHost, async (row, { seatId }) => {
        const { session, seats } = await live.now(row.id)
        if (session.ended) return { ok: false, reason: "ended" }
        if (!seats.get(seatId)?.device) return { ok: false, reason: "unknown-seat" }
        if (session.host === seatId) return nothing
        return record(row, { type: "host-changed", from: session.host, to: seatId, how: "organiser" })
      }),
    )
    .post(
      `${path}/end`,
      act(async (row) => {
        if (row.endedAt !== null) return nothing
        const done = await record(row, { type: "ended" })
        if (!done.ok) return done
        const endedAt = deps.now()
        // People were told a last day when they joined: ending may bring it nearer, never push it away.
        await store.updateWorkshop(row.id, { endedAt, joinCode: null, keepUntil: Math.min(row.keepUntil, endedAt + KEEP_AFTER_END_MS) })
        return nothing
      }),
    )
    .post(
      `${path}/delete`,
      organiser.asks(async (c, row) => {
        // Its rehearsal has its title and its plan.
        await rehearsals.throwAway(row)
        if (row.rehearsalOf === null) await live.drop(row.id, () => store.deleteWorkshop(row.id))
        await scrubbed(store)
        return c.json({ ok: true })
      }),
    )
}
