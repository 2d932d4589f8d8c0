// A rehearsal of a workshop: made, and thrown away, by whoever hosts it or its organiser.
import { Hono } from "hono"
import { guideCalls } from "../calls.ts"
import { addressOfCall, headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import type { Limits } from "../limits.ts"
import { fail } from "../problem.ts"
import type { Rehearsals } from "../rehearsal/rehearsals.ts"
import { reachableOrigin, type Site } from "../site.ts"

export function rehearsalRoutes(deps: Deps, limits: Limits, site: Pick<Site, "lanOrigin">, rehearsals: Rehearsals): Hono<Env> {
  const guide = guideCalls(deps)
  const path = "/api/workshops/:id/rehearsal"

  return new Hono<Env>()
    .post(
      path,
      guide.asks(async (c, { workshop }) => {
        if (workshop.rehearsalOf !== null) return { ok: false, reason: "not-allowed" }
        const opening = await limits.opening(addressOfCall(c, deps.config))
        if (!opening.ok) return fail(c, "too-many-workshops", { headers: { "Retry-After": String(opening.waitSeconds) } })
        const opened = await rehearsals.make(workshop, reachableOrigin(headerOf(c), deps.config, site))
        return c.json(opened, 201, { Location: `/w/${opened.workshopId}` })
      }),
    )
    .delete(
      path,
      guide.asks(async (c, { workshop }) => {
        await rehearsals.throwAway(workshop)
        return c.json({ ok: true })
      }),
    )
}
