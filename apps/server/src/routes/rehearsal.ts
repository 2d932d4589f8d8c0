// A rehearsal of a workshop: made, and thrown away, by whoever hosts it or its organiser.
import { Hono } from "hono"
import { guideOf } from "../auth.ts"
import { addressOfCall, headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import type { Limits } from "../limits.ts"
import { fail } from "../problem.ts"
import type { Rehearsals } from "../rehearsal/rehearsals.ts"
import { reachableOrigin, type Site } from "../site.ts"

export const rehearsalRoutes = (deps: Deps, limits: Limits, site: Pick<Site, "lanOrigin">, rehearsals: Rehearsals) =>
  new Hono<Env>()
    .post("/api/workshops/:id/rehearsal", async (c) => {
      const caller = await guideOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop } = caller.value
      if (workshop.rehearsalOf !== null) return fail(c, "not-allowed")
      const opening = await limits.opening(addressOfCall(c, deps.config))
      if (!opening.ok) return fail(c, "too-many-workshops", { headers: { "Retry-After": String(opening.waitSeconds) } })
      const opened = await rehearsals.make(workshop, reachableOrigin(headerOf(c), deps.config, site))
      return c.json(opened, 201, { Location: `/w/${opened.workshopId}` })
    })
    .delete("/api/workshops/:id/rehearsal", async (c) => {
      const caller = await guideOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      await rehearsals.throwAway(caller.value.workshop)
      return c.json({ ok: true })
    })
