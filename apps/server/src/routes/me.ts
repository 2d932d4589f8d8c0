// What a person sees and changes about their own seat.
import { Erase, type OwnCounts, SeatDetails, type Erased } from "@evenboard/api"
import { filenamesOf, myDataPage } from "@evenboard/export"
import { isLocale } from "@evenboard/words"
import { Hono } from "hono"
import { attachment } from "../attachment.ts"
import { accessCookieHeader, isSecure, seatCookieHeader } from "../asking.ts"
import { keyHashOf } from "../auth.ts"
import { seatCalls } from "../calls.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { countsOf, WHOLE } from "../live/balance.ts"
import { myDataOf } from "../my-data.ts"
import { newId } from "../keys.ts"
import { localeOf, changeSeat, ownSeat, renewReturnCode } from "../taking-part.ts"
import { forgetOwnNeed } from "./access.ts"

const fileOf = (title: string, ending: string) => ({
  "Content-Disposition": attachment(filenamesOf(title, `-mine.${ending}`)),
  "Cache-Control": "no-store",
})

export function meRoutes(deps: Deps): Hono<Env> {
  const seatMay = seatCalls(deps)
  return (
    new Hono<Env>()
      .get(
        "/api/workshops/:id/me",
        seatMay.asks((c, { seat }) => c.json(ownSeat(seat))),
      )
      .get(
        "/api/workshops/:id/me/counts",
        seatMay.asks(async (c, { workshop, seat }) => {
          const { facts, board } = await deps.live.now(workshop.id)
          return c.json(countsOf(seat.id, await deps.store.ledger(workshop.id, WHOLE), facts, board.themes) satisfies OwnCounts)
        }),
      )
      .patch(
        "/api/workshops/:id/me",
        seatMay.sends(SeatDetails, async (c, { seat }, body) => c.json(ownSeat(await changeSeat(deps, seat, body)))),
      )
      .post(
        "/api/workshops/:id/me/return-code",
        seatMay.asks(async (c, { seat }) => c.json({ returnCode: await renewReturnCode(deps, seat) })),
      )
      // All of it that is mine: as data, and as a page to read. Nobody else learns that I asked.
      .get(
        "/api/workshops/:id/me/data",
        seatMay.asks(async (c, { workshop, seat }) => {
          const data = await myDataOf(deps, workshop, seat)
          const body = `${JSON.stringify(data, null, 2)}\n`
          return c.body(body, 200, { "Content-Type": "application/json; charset=utf-8", ...fileOf(data.workshop.title, "json") })
        }),
      )
      .get(
        "/api/workshops/:id/me/data.html",
        seatMay.asks(async (c, { workshop, seat }) => {
          const data = await myDataOf(deps, workshop, seat)
          const lang = c.req.query("lang")
          const page = myDataPage(data, deps.words(isLocale(lang) ? lang : localeOf(seat.language)))
          return c.html(page, 200, fileOf(data.workshop.title, "html"))
        }),
      )
      // The seat stays, nameless, with the device that asked; the receipt is made here and kept nowhere.
      .post(
        "/api/workshops/:id/me/erase",
        seatMay.sends(Erase, async (c, { workshop, seat }, { words }) => {
          await forgetOwnNeed(c, deps, workshop)
          const at = await deps.live.erase(workshop.id, { id: newId(deps.random), seat: seat.id, words }, keyHashOf(c, deps, workshop.id))
          return c.json({ receipt: newId(deps.random), at, level: words ? "words" : "name" } satisfies Erased)
        }),
      )
      // This browser forgets the seat; the seat itself, its notes and its other devices stay.
      .post(
        "/api/workshops/:id/me/leave",
        seatMay.asks((c, { workshop: { id } }) => {
          c.header("Set-Cookie", seatCookieHeader({ workshopId: id, seatKey: "", seconds: 0, secure: isSecure(headerOf(c), deps.config) }))
          const asked = { workshopId: id, key: "", seconds: 0, secure: isSecure(headerOf(c), deps.config) }
          c.header("Set-Cookie", accessCookieHeader(asked), { append: true })
          // What the browser itself kept of these pages, so that going back shows nothing. The page clears its own copy and its waiting
          // words: "storage" would take those of other workshops, too.
          c.header("Clear-Site-Data", '"cache"')
          return c.json({ ok: true })
        }),
      )
  )
}
