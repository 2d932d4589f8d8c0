// What a person sees and changes about their own seat.
import { Erase, type OwnCounts, SeatDetails, type Erased } from "@evenboard/api"
import { filenamesOf, myDataPage } from "@evenboard/export"
import { isLocale } from "@evenboard/words"
import { Hono } from "hono"
import { attachment } from "../attachment.ts"
import { accessCookieHeader, isSecure, seatCookieHeader } from "../asking.ts"
import { keyHashOf, seatOf } from "../auth.ts"
import { readJson } from "../body.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { countsOf, WHOLE } from "../live/balance.ts"
import { myDataOf } from "../my-data.ts"
import { newId } from "../keys.ts"
import { fail } from "../problem.ts"
import { localeOf, changeSeat, ownSeat, renewReturnCode } from "../taking-part.ts"
import { forgetOwnNeed } from "./access.ts"

const fileOf = (title: string, ending: string) => ({
  "Content-Disposition": attachment(filenamesOf(title, `-mine.${ending}`)),
  "Cache-Control": "no-store",
})

export const meRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get("/api/workshops/:id/me", async (c) => {
      const caller = await seatOf(c, deps)
      return caller.ok ? c.json(ownSeat(caller.value.seat)) : fail(c, caller.reason)
    })
    .get("/api/workshops/:id/me/counts", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat } = caller.value
      const { facts, board } = await deps.live.now(workshop.id)
      return c.json(countsOf(seat.id, await deps.store.ledger(workshop.id, WHOLE), facts, board.themes) satisfies OwnCounts)
    })
    .patch("/api/workshops/:id/me", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, SeatDetails)
      if (!body.ok) return fail(c, body.reason, body)
      return c.json(ownSeat(await changeSeat(deps, caller.value.seat, body.value)))
    })
    .post("/api/workshops/:id/me/return-code", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      return c.json({ returnCode: await renewReturnCode(deps, caller.value.seat) })
    })
    // All of it that is mine: as data, and as a page to read. Nobody else learns that I asked.
    .get("/api/workshops/:id/me/data", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat } = caller.value
      const data = await myDataOf(deps, workshop, seat)
      const body = `${JSON.stringify(data, null, 2)}\n`
      return c.body(body, 200, { "Content-Type": "application/json; charset=utf-8", ...fileOf(data.workshop.title, "json") })
    })
    .get("/api/workshops/:id/me/data.html", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { workshop, seat } = caller.value
      const data = await myDataOf(deps, workshop, seat)
      const lang = c.req.query("lang")
      const page = myDataPage(data, deps.words(isLocale(lang) ? lang : localeOf(seat.language)))
      return c.html(page, 200, fileOf(data.workshop.title, "html"))
    })
    // The seat stays, nameless, with the device that asked; the receipt is made here and kept nowhere.
    .post("/api/workshops/:id/me/erase", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const body = await readJson(c, Erase)
      if (!body.ok) return fail(c, body.reason, body)
      const { workshop, seat } = caller.value
      const { words } = body.value
      await forgetOwnNeed(c, deps, workshop)
      const at = await deps.live.erase(workshop.id, { id: newId(deps.random), seat: seat.id, words }, keyHashOf(c, deps, workshop.id))
      return c.json({ receipt: newId(deps.random), at, level: words ? "words" : "name" } satisfies Erased)
    })
    // This browser forgets the seat; the seat itself, its notes and its other devices stay.
    .post("/api/workshops/:id/me/leave", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return fail(c, caller.reason)
      const { id } = caller.value.workshop
      c.header("Set-Cookie", seatCookieHeader({ workshopId: id, seatKey: "", seconds: 0, secure: isSecure(headerOf(c), deps.config) }))
      const asked = { workshopId: id, key: "", seconds: 0, secure: isSecure(headerOf(c), deps.config) }
      c.header("Set-Cookie", accessCookieHeader(asked), { append: true })
      // What the browser itself kept of these pages, so that going back shows nothing. The page clears its own copy and its waiting
      // words: "storage" would take those of other workshops, too.
      c.header("Clear-Site-Data", '"cache"')
      return c.json({ ok: true })
    })
