// The web app's pages: the shell with what it needs to start, and the app's files.
import type { Boot } from "@evenboard/api"
import { LOCALE_TAGS, type Locale } from "@evenboard/words"
import { Hono } from "hono"
import { screenOf, seatOf } from "../auth.ts"
import { encodingFor } from "../compress.ts"
import { askedLocale, type Ctx, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { randomBelow } from "../keys.ts"
import { firstView, soon } from "../pages/first-view.ts"
import { promptsFor } from "../prompts.ts"
import { fail } from "../problem.ts"
import type { Site, SiteFile } from "../site.ts"
import { localeOf, ownSeat } from "../taking-part.ts"

export function appPages(deps: Deps, site: Site): Hono<Env> {
  const app = new Hono<Env>()
    .get("/", (c) => showShell(c, site, { locale: askedLocale(c) ?? "en", plain: "/join" }))
    .get("/c/*", (c) => showShell(c, site, { locale: askedLocale(c) ?? "en", plain: "/join" }))
    .get("/o/*", (c) => showShell(c, site, { locale: askedLocale(c) ?? "en", plain: "/join" }))
    .get("/w/:id", (c) => workshopPage(c, deps, site))
    .get("/w/:id/:page{[a-z-]+}", (c) => workshopPage(c, deps, site))
    .get("/robots.txt", (c) =>
      c.text("User-agent: *\nDisallow: /j/\nDisallow: /s/\nDisallow: /w/\nDisallow: /o/\nDisallow: /c/\nDisallow: /api/\n"),
    )
  for (const [path, file] of site.files) app.get(path, (c) => sendFile(c, file))
  return app
}

/** One client id a page load: two tabs never write under the same. */
async function workshopPage(c: Ctx, deps: Deps, site: Site): Promise<Response> {
  const caller = await seatOf(c, deps)
  if (!caller.ok && caller.reason === "removed") return fail(c, "removed")
  if (!caller.ok) return screenPage(c, deps, site)
  const { workshop, seat } = caller.value
  const plain = `/w/${workshop.id}/plain`
  if (site.shell === null) return c.redirect(plain, 303)
  const [{ from }, now] = await Promise.all([deps.store.leaseClientIds(workshop.id, seat.id, 1), soon(deps.live.now(workshop.id))])
  const language = localeOf(seat.language)
  const prompts = promptsFor(deps.words(localeOf(workshop.language)), deps.words(language))
  const boot: Boot = {
    workshopId: workshop.id,
    seat: ownSeat(seat),
    clientId: from,
    now: deps.now(),
    keepUntil: workshop.keepUntil,
    language,
    prompts,
  }
  const asked = c.req.param("page") ?? null
  const first = now ? String(await firstView(deps.words(language), { ...now, asked, prompts })) : ""
  return showShell(c, site, { locale: language, plain, boot, first })
}

/** What a screen without a seat sees: the room screen, whatever page it asks for, in the workshop's language. */
async function screenPage(c: Ctx, deps: Deps, site: Site): Promise<Response> {
  const workshop = await screenOf(c, deps)
  if (!workshop) return c.redirect("/", 303)
  if (c.req.param("page") !== "room") return c.redirect(`/w/${workshop.id}/room`, 303)
  const language = localeOf(workshop.language)
  const nobody = {
    id: "screen",
    guest: 0,
    name: null,
    table: null,
    device: true,
    group: null,
    ownName: "",
    credit: "none" as const,
    quotable: true,
    language,
  }
  const boot: Boot = {
    workshopId: workshop.id,
    seat: nobody,
    // It writes nothing; an id of nobody's, so that nothing is mistaken for its own.
    clientId: 1 + randomBelow(2 ** 31 - 1, deps.random),
    now: deps.now(),
    keepUntil: workshop.keepUntil,
    language,
    isScreen: true,
    prompts: {},
  }
  return showShell(c, site, { locale: language, plain: "/join", boot })
}

/** `plain` is where a browser without JavaScript goes at once. Without a built app everybody goes there. */
function showShell(
  c: Ctx,
  { shell }: Site,
  page: { locale: Locale; plain: string; boot?: Boot; first?: string },
): Response | Promise<Response> {
  if (shell === null) return c.redirect(page.plain, 303)
  const boot = page.boot ? `<script type="application/json" id="boot">${JSON.stringify(page.boot).replaceAll("<", "\\u003c")}</script>` : ""
  const filled = shell
    .replace(/<html[^>]*>/, `<html lang="${LOCALE_TAGS[page.locale]}" dir="${page.locale === "ar" ? "rtl" : "ltr"}">`)
    .replace("<!--plain-->", `<meta http-equiv="refresh" content="0;url=${page.plain}">`)
    .replace("<!--first-->", () => page.first ?? "")
    .replace("<!--boot-->", () => boot)
  return c.html(filled, 200, { "Content-Language": LOCALE_TAGS[page.locale], ...(page.boot ? {} : { Vary: "Accept-Language" }) })
}

function sendFile(c: Ctx, file: SiteFile): Response {
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    ETag: file.etag,
    Vary: "Accept-Encoding",
    "Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
  }
  if (c.req.header("if-none-match") === file.etag) return c.body(null, 304, headers)
  const encoding = encodingFor(c.req.header("accept-encoding"))
  if (encoding === "br" && file.br) return c.body(file.br, 200, { ...headers, "Content-Encoding": "br" })
  if (encoding !== null && file.gzip) return c.body(file.gzip, 200, { ...headers, "Content-Encoding": "gzip" })
  return c.body(file.plain, 200, headers)
}
