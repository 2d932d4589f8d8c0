// Joining without JavaScript: the join page behind a link, the page for six digits, and their forms. Every one ends at /w/{id} with the
// cookie. The same browser gets its same seat back, so these forms harm nobody who is tricked into sending them; only a sender that is
// plainly another website is refused (app.ts).
import { LIMITS, SeatDetails } from "@evenboard/api"
import type { SeatRow, WorkshopRow } from "@evenboard/storage"
import { isLocale } from "@evenboard/words"
import { Hono } from "hono"
import { contactOf } from "../access.ts"
import { mayKeepPages } from "../asking.ts"
import { seatOfCookie } from "../auth.ts"
import { check, readForm } from "../body.ts"
import { anyone } from "../calls.ts"
import { askedLocale, headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { hashKey, joinKey } from "../keys.ts"
import type { Limits } from "../limits.ts"
import { groupsToName, publicSeat } from "../live/people.ts"
import { codePage, joinPage } from "../pages/join-page.ts"
import { fail } from "../problem.ts"
import { localeOf, type Taken } from "../taking-part.ts"
import { bringOwnNeed } from "./access.ts"
import { comeBack, enter, refused, remember, workshopByCode } from "./seats.ts"

export const joiningRoutes = (deps: Deps, limits: Limits) =>
  new Hono<Env>()
    .get("/j/:key", async (c) => {
      const workshop = await workshopByKey(c, deps)
      return workshop ? showJoinPage(c, deps, workshop) : fail(c, "not-found")
    })
    .post("/j/:key", async (c) => {
      const workshop = await workshopByKey(c, deps)
      if (!workshop) return fail(c, "not-found")
      const form = await readForm(c)
      if (!form.ok) return fail(c, form.reason)
      const returnCode = form.value["returnCode"]?.slice(0, 120)
      if (!returnCode) return joinByForm(c, deps, workshop, form.value)
      const back = await comeBack(c, deps, limits, { workshop, returnCode, lease: 0 })
      if (back.ok) return welcome(c, deps, workshop, back.value)
      return back.reason === "wrong-return-code" ? showJoinPage(c, deps, workshop, true) : refused(c, back)
    })
    .get("/join", (c) => c.html(codePage(c.var.words)))
    .post(
      "/join",
      anyone.fills(async (c, _, form) => {
        const found = await workshopByCode(c, deps, limits, form["code"] ?? "")
        if (!found.ok) {
          const again = found.reason === "wrong-code" || found.reason === "too-many-tries" ? found.reason : null
          if (!again) return refused(c, found)
          return c.html(codePage(c.var.words, again), again === "wrong-code" ? 404 : 429)
        }
        const workshop = found.value
        // `look`: the form's own page shows what the workshop is, and what is kept, before anybody joins.
        if (form["look"]) {
          const language = form["language"]
          return c.redirect(
            `/j/${joinKey(deps.secret, workshop.id, workshop.joinGeneration)}${isLocale(language) ? `?lang=${language}` : ""}`,
            303,
          )
        }
        return joinByForm(c, deps, workshop, form)
      }),
    )

const workshopByKey = (c: Ctx, { store }: Deps): Promise<WorkshopRow | null> => store.workshopByJoinHash(hashKey(c.req.param("key") ?? ""))

async function joinByForm(c: Ctx, deps: Deps, workshop: WorkshopRow, form: Record<string, string>): Promise<Response> {
  if (await seatOfCookie(c, deps, workshop.id)) return c.redirect(`/w/${workshop.id}`, 303)
  const details = check(SeatDetails, detailsOfForm(form), c.var.words)
  if (!details.ok) return fail(c, details.reason, details)
  const joined = await enter(c, deps, workshop, details.value, 0)
  if (joined.ok) return welcome(c, deps, workshop, joined.value)
  return joined.reason === "door-shut" || joined.reason === "ended" ? showJoinPage(c, deps, workshop) : refused(c, joined)
}

function detailsOfForm(form: Record<string, string>): Record<string, unknown> {
  const { name = "", group = "", where = "", language } = form
  const table = where === "online" ? "online" : where.startsWith("at:") ? where.slice("at:".length) : (form["table"] ?? "")
  return { name, showName: Boolean(form["showName"]), group, table, ...(isLocale(language) ? { language } : {}) }
}

async function welcome(c: Ctx, deps: Deps, workshop: WorkshopRow, { seat, joined }: Taken): Promise<Response> {
  remember(c, deps, workshop, joined.seatKey)
  await bringOwnNeed(c, deps, workshop, seat.id)
  return c.redirect(`/w/${workshop.id}`, 303)
}

async function showJoinPage(c: Ctx, deps: Deps, workshop: WorkshopRow, wrongReturnCode = false): Promise<Response> {
  const words = deps.words(askedLocale(c) ?? localeOf(workshop.language))
  const { session, seats } = await deps.live.now(workshop.id)
  const mine = await seatOfCookie(c, deps, workshop.id)
  const host = session.host === null ? undefined : seats.get(session.host)
  const state = session.ended ? "ended" : session.doorOpen ? "open" : "shut"
  const page = joinPage(words, {
    title: session.title.slice(0, LIMITS.title),
    purpose: session.purpose,
    groups: session.groups,
    tables: tablesOf(seats.values(), words.tag),
    keepUntil: workshop.keepUntil,
    returning: mine ? { name: mine.name, href: `/w/${workshop.id}` } : null,
    state,
    host: host ? shownName(host, seats, words.say("common.guest", { number: words.number(host.guest) })) : null,
    wrongReturnCode,
    access: state !== "ended" && (await contactOf(deps, workshop.id)) ? accessOf(c, workshop, mine !== null, words.locale) : null,
    keepsCopy: mayKeepPages(headerOf(c), deps.config),
  })
  const refused = c.req.method === "POST"
  return c.html(page, refused ? (wrongReturnCode ? 404 : state === "ended" ? 409 : 403) : 200, { "Content-Language": words.tag })
}

const accessOf = (c: Ctx, { id }: WorkshopRow, isIn: boolean, locale: string): string =>
  isIn ? `/w/${id}/access` : `/j/${c.req.param("key") ?? ""}/access?lang=${locale}`

/** More than these are asked for by name. */
const MOST_TABLES = 12

/** The tables that people named, in counting order. */
function tablesOf(seats: Iterable<SeatRow>, language: string): string[] {
  const tables = new Set([...seats].map(({ table }) => table ?? "").filter((table) => table !== "" && table !== "online"))
  return [...tables].sort(new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare).slice(0, MOST_TABLES)
}

const shownName = (seat: SeatRow, seats: ReadonlyMap<string, SeatRow>, otherwise: string): string =>
  publicSeat(seat, groupsToName(seats.values())).name ?? otherwise
