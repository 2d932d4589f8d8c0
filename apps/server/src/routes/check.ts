// The room checked before people come: the host's side as JSON, the phone's as pages that need no script. The key in a phone's path is
// made for this one check, opens nothing else, and shuts with the host's page; paths are not logged.
import { RoomCheckPage, type Rehearsal, type RoomCheck } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import { Hono } from "hono"
import { ownOrigin } from "../asking.ts"
import { guideCalls } from "../calls.ts"
import { CheckDesk, WAYS, type Next } from "../check/check-desk.ts"
import { FIRST_PAGE_BYTES } from "../check/pace.ts"
import { reachOf } from "../check/reach.ts"
import { headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { joinUrlOf, qrSvgOf } from "../door.ts"
import { checkOverPage, measuredPage, measuringPage } from "../pages/check-page.ts"
import { reachableOrigin, type Site } from "../site.ts"

export function checkRoutes(deps: Deps, site: Pick<Site, "lanOrigin">): Hono<Env> {
  const guide = guideCalls(deps)
  const desk = new CheckDesk(deps.now, deps.random)
  let filler: string | null = null

  const send = (c: Ctx, key: string, next: Next | "from-start" | null): Response | Promise<Response> => {
    const lang = c.req.query("lang")
    const to = (path: string) => `/check/${key}${path}${lang ? `${path.includes("?") ? "&" : "?"}lang=${encodeURIComponent(lang)}` : ""}`
    const headers = { "Content-Language": c.var.words.tag }
    if (next === null) return c.html(checkOverPage(c.var.words), 404, headers)
    if (next === "from-start") return c.redirect(to(""), 303)
    if (next.go === "step") return c.redirect(to(`/${next.phone}/${next.step}`), 303)
    if (next.go === "result") return c.html(measuredPage(c.var.words, next.result, to(`?again=${c.req.param("phone")}`)), 200, headers)
    filler ??= Buffer.from(deps.random(FIRST_PAGE_BYTES)).toString("base64")
    return c.html(measuringPage(c.var.words, { filler, result: to(`/${next.phone}/${WAYS + 1}`) }), 200, headers)
  }

  return new Hono<Env>()
    .post(
      "/api/workshops/:id/check",
      guide.sends(RoomCheckPage, async (c, { workshop }, { page }) => {
        const origin = reachableOrigin(headerOf(c), deps.config, site)
        const url = `${origin}/check/${desk.keepOpen(workshop.id, page)}`
        const [rehearsal] = await deps.store.rehearsalsOf(workshop.id)
        const answer: RoomCheck = {
          url,
          qrSvg: qrSvgOf(url),
          origin,
          reach: reachOf(origin),
          isOpenedHere: reachOf(ownOrigin(headerOf(c), deps.config)) === "this-computer",
          isSecure: origin.startsWith("https:"),
          now: deps.now(),
          phones: desk.phones(workshop.id),
          isRehearsal: workshop.rehearsalOf !== null,
          rehearsal: rehearsal ? await rehearsalTold(deps, rehearsal, origin) : null,
        }
        return c.json(answer)
      }),
    )
    .delete(
      "/api/workshops/:id/check",
      guide.sends(RoomCheckPage, (c, { workshop }, { page }) => {
        desk.leave(workshop.id, page)
        return c.json({ ok: true })
      }),
    )
    .get("/check/:key", (c) => send(c, c.req.param("key"), desk.come(c.req.param("key"), c.req.query("again"))))
    .get("/check/:key/:phone/:step{[1-9]}", (c) => {
      const { key, phone, step } = c.req.param()
      return send(c, key, desk.back(key, phone, Number(step)))
    })
}

async function rehearsalTold({ live, secret }: Deps, row: WorkshopRow, origin: string): Promise<Rehearsal> {
  const { board, seats } = await live.now(row.id)
  const { id, keepUntil } = row
  return { workshopId: id, joinUrl: joinUrlOf(origin, secret, row), keepUntil, people: seats.size, notes: board.notes.size }
}
