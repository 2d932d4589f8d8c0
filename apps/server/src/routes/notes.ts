// What a seat does by HTTP: a whole note, an intent, the history, the balance, the door.
import { AddNote, Intent } from "@evenboard/api"
import { balanceTold } from "@evenboard/session"
import { Hono } from "hono"
import { partyOf, screenOf, seatOf } from "../auth.ts"
import { readJson } from "../body.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { doorOf, settleDoor } from "../door.ts"
import { CANVAS_OF } from "../live/canvas-of.ts"
import { fail } from "../problem.ts"
import { reachableOrigin, type Site } from "../site.ts"
import { openSeat } from "../taking-part.ts"

const HISTORY_PAGE = 50
/** In one answer, for who asks for more: about 150 KB before it is compressed. */
const MOST_ROWS = 500

export const noteRoutes = (deps: Deps, site: Pick<Site, "lanOrigin">) =>
  new Hono<Env>()
    .post("/api/workshops/:id/notes", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, AddNote)
      if (!body.ok) return fail(c, body.reason, body)
      const { text, kind, aboutUs = false, for: forWhom } = body.value
      const { workshop, seat } = caller.value
      const added = await deps.live.addNote(workshop.id, seat.id, {
        text,
        kind,
        canvas: CANVAS_OF[kind],
        aboutUs,
        ...(forWhom ? { for: forWhom } : {}),
      })
      return added.ok ? c.json(added.value, 201) : fail(c, added.reason)
    })
    .post("/api/workshops/:id/intents", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, Intent)
      if (!body.ok) return fail(c, body.reason, body)
      const { workshop, seat } = caller.value
      if (body.value.type === "open-seat") {
        const opened = await openSeat(deps, seat, body.value)
        return opened.ok ? c.json({ ok: true, ...opened.value }) : fail(c, opened.reason)
      }
      const done = await deps.live.intent(workshop.id, { seat: seat.id }, body.value)
      if (!done.ok) return fail(c, done.reason)
      if (body.value.type === "open-door" || body.value.type === "shut-door") await settleDoor(deps, workshop)
      return c.json({ ok: true })
    })
    .get("/api/workshops/:id/door", async (c) => {
      const caller = await partyOf(c, deps)
      // A screen without a seat shows the way in, too.
      const workshop = caller.ok ? caller.value.workshop : await screenOf(c, deps)
      if (!workshop) return fail(c, caller.ok ? "wrong-key" : caller.reason)
      return c.json(await doorOf(deps, workshop, reachableOrigin(headerOf(c), deps.config, site)))
    })
    .get("/api/workshops/:id/balance", async (c) => {
      const caller = await partyOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      // Nothing is counted for an answer: it is what the log says, the same for everybody.
      return c.json({ told: balanceTold(await deps.store.events(caller.value.workshop.id)) })
    })
    .get("/api/workshops/:id/history", async (c) => {
      const caller = await partyOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { before, target, kinds, until, limit } = c.req.query()
      if ([before, until].some((number) => number !== undefined && !/^\d{1,15}$/.test(number))) return fail(c, "bad-body")
      if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit)) return fail(c, "bad-body")
      if (kinds !== undefined && !/^[a-z-]{1,40}(?:,[a-z-]{1,40}){0,19}$/.test(kinds)) return fail(c, "bad-body")
      const options = {
        limit: Math.min(Number(limit ?? HISTORY_PAGE), MOST_ROWS),
        ...(until ? { until: Number(until) } : {}),
        ...(before ? { before: Number(before) } : {}),
        ...(target ? { target } : {}),
        ...(kinds ? { kinds: kinds.split(",") } : {}),
      }
      return c.json(await deps.live.history(caller.value.workshop.id, options))
    })
