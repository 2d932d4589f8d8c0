// What a seat does by HTTP: a whole note, an intent, the history, the balance, the door.
import { AddNote, Intent } from "@evenboard/api"
import { balanceTold } from "@evenboard/session"
import { Hono } from "hono"
import { partyOf, screenOf } from "../auth.ts"
import { partyCalls, seatCalls } from "../calls.ts"
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

export function noteRoutes(deps: Deps, site: Pick<Site, "lanOrigin">): Hono<Env> {
  const [seatMay, partyMay] = [seatCalls(deps), partyCalls(deps)]
  return (
    new Hono<Env>()
      .post(
        "/api/workshops/:id/notes",
        seatMay.sends(AddNote, async (c, { workshop, seat }, { text, kind, aboutUs = false, for: forWhom }) => {
          const added = await deps.live.addNote(workshop.id, seat.id, {
            text,
            kind,
            canvas: CANVAS_OF[kind],
            aboutUs,
            ...(forWhom ? { for: forWhom } : {}),
          })
          return added.ok ? c.json(added.value, 201) : added
        }),
      )
      .post(
        "/api/workshops/:id/intents",
        seatMay.sends(Intent, async (c, { workshop, seat }, intent) => {
          if (intent.type === "open-seat") {
            const opened = await openSeat(deps, seat, intent)
            return opened.ok ? c.json({ ok: true, ...opened.value }) : opened
          }
          const done = await deps.live.intent(workshop.id, { seat: seat.id }, intent)
          if (!done.ok) return done
          if (intent.type === "open-door" || intent.type === "shut-door") await settleDoor(deps, workshop)
          return c.json({ ok: true })
        }),
      )
      .get("/api/workshops/:id/door", async (c) => {
        const caller = await partyOf(c, deps)
        // A screen without a seat shows the way in, too.
        const workshop = caller.ok ? caller.value.workshop : await screenOf(c, deps)
        if (!workshop) return fail(c, caller.ok ? "wrong-key" : caller.reason)
        return c.json(await doorOf(deps, workshop, reachableOrigin(headerOf(c), deps.config, site)))
      })
      // Nothing is counted for an answer: it is what the log says, the same for everybody.
      .get(
        "/api/workshops/:id/balance",
        partyMay.asks(async (c, { workshop }) => c.json({ told: balanceTold(await deps.store.events(workshop.id)) })),
      )
      .get(
        "/api/workshops/:id/history",
        partyMay.asks(async (c, { workshop }) => {
          const { before, target, kinds, until, limit } = c.req.query()
          if ([before, until].some((number) => number !== undefined && !/^\d{1,15}$/.test(number))) return { ok: false, reason: "bad-body" }
          if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit)) return { ok: false, reason: "bad-body" }
          if (kinds !== undefined && !/^[a-z-]{1,40}(?:,[a-z-]{1,40}){0,19}$/.test(kinds)) return { ok: false, reason: "bad-body" }
          const options = {
            limit: Math.min(Number(limit ?? HISTORY_PAGE), MOST_ROWS),
            ...(until ? { until: Number(until) } : {}),
            ...(before ? { before: Number(before) } : {}),
            ...(target ? { target } : {}),
            ...(kinds ? { kinds: kinds.split(",") } : {}),
          }
          return c.json(await deps.live.history(workshop.id, options))
        }),
      )
  )
}
