// The pages to print. Everybody in the workshop may print what everybody can read there; one's own words only oneself; the words of people
// without a phone whoever hosts and the organiser, to hand them over. No page holds a private link.
import { pledgesInOrder } from "@evenboard/board/arrive"
import { cardKindsOf, type CardKind, evening, joinSheet, MOST_TENTS, noteCards, ownWords, runSheet, tableTents } from "@evenboard/export"
import { isLocale, type Words } from "@evenboard/words"
import { Hono } from "hono"
import { partyOf, workshopOf, type Party } from "../auth.ts"
import { organiserCalls } from "../calls.ts"
import { headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps, Now, Result } from "../deps.ts"
import { doorOf } from "../door.ts"
import { printPage } from "../pages/print-page.ts"
import { hasPrintPass, printPass } from "../print-pass.ts"
import { fail } from "../problem.ts"
import { promptsFor } from "../prompts.ts"
import { reachableOrigin, type Site } from "../site.ts"
import { localeOf } from "../taking-part.ts"
import { handoutOf, tellTaken } from "./exports.ts"

/** Who prints: somebody with a seat, the organiser, or both in one browser. */
type Printer = Party & { now: Now; words: Words; forOthers: boolean; back: string }

export function printRoutes(deps: Deps, site: Pick<Site, "lanOrigin">): Hono<Env> {
  const sheet = (make: (c: Ctx, printer: Printer) => Promise<Response> | Response) => async (c: Ctx) => {
    const printer = await printerOf(c, deps)
    return printer.ok ? make(c, printer.value) : c.redirect("/", 303)
  }
  const show = (c: Ctx, words: Words, page: string): Response => c.html(page, 200, { "Content-Language": words.tag })
  const prompts = ({ workshop, words }: Printer) => promptsFor(deps.words(localeOf(workshop.language)), words)
  const wayIn = async (c: Ctx, { workshop, now }: Printer) => ({
    title: now.session.title,
    ...(await doorOf(deps, workshop, reachableOrigin(headerOf(c), deps.config, site))),
  })

  return new Hono<Env>()
    .post(
      "/api/workshops/:id/organiser/print-pass",
      organiserCalls(deps).asks((c, row) => {
        c.header("Set-Cookie", printPass(deps, row, headerOf(c)))
        return c.json({ ok: true })
      }),
    )
    .get(
      "/w/:id/print",
      sheet((c, printer) => {
        const { workshop, seat, now, words, forOthers } = printer
        const view = {
          workshopId: workshop.id,
          title: now.session.title,
          cards: cardKindsOf(now.session),
          tables: tablesOf(now),
          hasSeat: seat !== null,
          withoutPhone: forOthers ? peopleWithoutPhone(now).length : 0,
          forOthers,
          isChosen: isLocale(c.req.query("lang")),
        }
        return c.html(printPage(words, view), 200, { "Content-Language": words.tag })
      }),
    )
    .get(
      "/w/:id/print/cards",
      sheet((c, printer) => {
        const { session } = printer.now
        const all = cardKindsOf(session)
        const asked = all.filter((kind: CardKind) => kind === c.req.query("for"))
        const options = { which: asked.length > 0 ? asked : all, prompts: prompts(printer), back: printer.back }
        return show(c, printer.words, noteCards(printer.words, session, options))
      }),
    )
    .get(
      "/w/:id/print/tents",
      sheet(async (c, printer) => {
        const { words, back } = printer
        const second = c.req.query("and")
        const tables = Math.min(MOST_TENTS, Number(/^\d{1,3}$/.exec(c.req.query("tables") ?? "")?.[0] ?? 0))
        return show(c, words, tableTents(words, isLocale(second) ? deps.words(second) : words, await wayIn(c, printer), tables, back))
      }),
    )
    .get(
      "/w/:id/print/join",
      sheet(async (c, printer) => show(c, printer.words, joinSheet(printer.words, await wayIn(c, printer), printer.back))),
    )
    .get(
      "/w/:id/print/host",
      sheet((c, printer) =>
        show(
          c,
          printer.words,
          runSheet(printer.words, printer.now.session, {
            prompts: prompts(printer),
            pledges: pledgesInOrder(printer.now.board).map(({ text }) => text),
            back: printer.back,
          }),
        ),
      ),
    )
    .get(
      "/w/:id/print/evening",
      sheet(async (c, printer) => {
        const page = evening(await handoutOf(c, deps, printer, "html"), printer.back)
        const told = await tellTaken(c, deps, printer, "paper")
        return told.ok ? show(c, printer.words, page) : fail(c, told.reason)
      }),
    )
    .get(
      "/w/:id/print/mine",
      sheet(async (c, printer) => {
        if (!printer.seat) return fail(c, "not-allowed")
        const handout = await handoutOf(c, deps, printer, "html", [printer.seat.id])
        return show(c, printer.words, ownWords(handout, { seats: [printer.seat.id], own: true }, printer.back))
      }),
    )
    .get(
      "/w/:id/print/people",
      sheet(async (c, printer) => {
        if (!printer.forOthers) return fail(c, "not-host")
        const seats = peopleWithoutPhone(printer.now).map(({ id }) => id)
        const page = ownWords(await handoutOf(c, deps, printer, "html", seats), { seats, own: false }, printer.back)
        const told = await tellTaken(c, deps, printer, "paper-people")
        return told.ok ? show(c, printer.words, page) : fail(c, told.reason)
      }),
    )
}

async function printerOf(c: Ctx, deps: Deps): Promise<Result<Printer>> {
  const found = await workshopOf(c, deps)
  if (!found.ok) return found
  const hasPass = hasPrintPass(deps, found.value, headerOf(c))
  const party = await partyOf(c, deps)
  if (!party.ok && !hasPass) return party
  const { workshop, seat } = party.ok ? party.value : { workshop: found.value, seat: null }
  const now = await deps.live.now(workshop.id)
  const lang = c.req.query("lang")
  const words = deps.words(isLocale(lang) ? lang : localeOf(seat?.language ?? workshop.language))
  const forOthers = hasPass || seat === null || now.session.host === seat.id
  const back = `/w/${workshop.id}/print${isLocale(lang) ? `?lang=${lang}` : ""}`
  return { ok: true, value: { workshop, seat, now, words, forOthers, back } }
}

const peopleWithoutPhone = ({ seats }: Now) => [...seats.values()].filter((seat) => !seat.device).toSorted((a, b) => a.guest - b.guest)

/** The highest number of a table somebody named, as what the form offers; 0 where nobody did. */
const tablesOf = ({ seats }: Now): number =>
  Math.min(MOST_TENTS, Math.max(0, ...[...seats.values()].map(({ table }) => (/^\d{1,2}$/.test(table ?? "") ? Number(table) : 0))))
