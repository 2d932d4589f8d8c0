// A link for a projector's computer, and what it opens: a screen without a seat. Whoever is in may make one; it gives nothing but looking.
import type { ScreenLink } from "@evenboard/api"
import { Hono } from "hono"
import { seatOfCookie } from "../auth.ts"
import { partyCalls } from "../calls.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { fail } from "../problem.ts"
import { partsOfScreenKey, screenKeyFor, screenOfKey, screenPass } from "../screens.ts"
import { reachableOrigin, type Site } from "../site.ts"

export const screenRoutes = (deps: Deps, site: Pick<Site, "lanOrigin">) =>
  new Hono<Env>()
    .post(
      "/api/workshops/:id/screen",
      partyCalls(deps).asks(async (c, { workshop, seat }) => {
        const key = await screenKeyFor(deps, workshop, seat?.id ?? null)
        if (key === null) return fail(c, "removed")
        const origin = reachableOrigin(headerOf(c), deps.config, site)
        return c.json({ screenUrl: `${origin}/s/${key}` } satisfies ScreenLink)
      }),
    )
    .get("/s/:key", async (c) => {
      const key = c.req.param("key")
      const id = partsOfScreenKey(key)?.workshopId
      const workshop = id === undefined ? null : await deps.store.workshop(id)
      if (!workshop || !(await screenOfKey(deps, workshop, key))) return fail(c, "not-found")
      // Somebody who is in stays who they are, and sees the same.
      if (!(await seatOfCookie(c, deps, workshop.id))) c.header("Set-Cookie", screenPass(deps, workshop, key, headerOf(c)))
      return c.redirect(`/w/${workshop.id}/room`, 303)
    })
