// The whole HTTP side as one function of a request: what every call passes through, then the routes. Tests ask it with no port.
import { PAPER_STYLES } from "@evenboard/export"
import { Hono } from "hono"
import { routePath } from "hono/route"
import { createMiddleware } from "hono/factory"
import { senderOf } from "./asking.ts"
import { BODY_LIMIT, hasCome, limitBody } from "./body.ts"
import { compress } from "./compress.ts"
import { askedLocale, headerOf, isUnsafe, type Ctx, type Env } from "./context.ts"
import type { Deps } from "./deps.ts"
import { redrawCodes } from "./door.ts"
import { inlineHash, inlineHashes, securityHeaders } from "./headers.ts"
import { createLimits } from "./limits.ts"
import { laterByTimer } from "./live/live.ts"
import { STYLE } from "./pages/style.ts"
import { fail } from "./problem.ts"
import { createRehearsals, type Rehearsals } from "./rehearsal/rehearsals.ts"
import { accessRoutes } from "./routes/access.ts"
import { contactRoutes } from "./routes/contact.ts"
import { appPages } from "./routes/app-pages.ts"
import { checkRoutes } from "./routes/check.ts"
import { awayRoutes } from "./routes/away.ts"
import { draftRoutes } from "./routes/drafts.ts"
import { exportRoutes } from "./routes/exports.ts"
import { healthRoutes } from "./routes/health.ts"
import { joiningRoutes } from "./routes/joining.ts"
import { meRoutes } from "./routes/me.ts"
import { mentionRoutes } from "./routes/mentions.ts"
import { noteRoutes } from "./routes/notes.ts"
import { openApiRoutes } from "./routes/openapi.ts"
import { organiserRoutes } from "./routes/organiser.ts"
import { plainDraftRoutes } from "./routes/plain-drafts.ts"
import { plainRoutes } from "./routes/plain.ts"
import { printRoutes } from "./routes/print.ts"
import { recipeRoutes } from "./routes/recipe.ts"
import { rehearsalRoutes } from "./routes/rehearsal.ts"
import { safeRoutes } from "./routes/safe.ts"
import { screenRoutes } from "./routes/screen.ts"
import { seatRoutes } from "./routes/seats.ts"
import { workshopRoutes } from "./routes/workshops.ts"
import { NO_SITE, type Site } from "./site.ts"

export function createApp(
  deps: Deps,
  site: Site = NO_SITE,
  rehearsals: Rehearsals = createRehearsals({ ...deps, later: laterByTimer }),
): Hono<Env> {
  const { config, log } = deps
  const limits = createLimits(async () => {
    log.warn({}, "many wrong codes: every join code is drawn anew")
    await redrawCodes(deps)
  })
  const shell = inlineHashes(site.shell ?? "")
  const app = new Hono<Env>()

  app.use(logged(deps))
  app.use(securityHeaders(config, { scripts: shell.scripts, styles: [...[STYLE, ...PAPER_STYLES].map(inlineHash), ...shell.styles] }))
  app.use(compress)
  app.use(async (c, next) => {
    c.set("words", deps.words(askedLocale(c) ?? "en"))
    await next()
  })
  // Nothing that changes anything may be sent by another website, whatever key it carries.
  app.use(async (c, next) => (isUnsafe(c.req.method) && senderOf(headerOf(c), config) === "foreign" ? fail(c, "foreign-origin") : next()))
  const smallBody = limitBody(BODY_LIMIT)
  const isImport = (c: Ctx): boolean => c.req.method === "POST" && c.req.path === "/api/workshops"
  app.use(async (c, next) => (isImport(c) ? next() : smallBody(c, next)))
  // Whose call it is, is asked once all of it has come: a key that was taken back while a slow body came opens nothing.
  app.use(async (c, next) => (isImport(c) || !isUnsafe(c.req.method) || (await hasCome(c)) ? next() : fail(c, "bad-body")))

  app.route("/", healthRoutes(deps))
  app.route("/", openApiRoutes())
  app.route("/", workshopRoutes(deps, limits))
  app.route("/", seatRoutes(deps, limits))
  app.route("/", noteRoutes(deps, site))
  app.route("/", draftRoutes(deps))
  app.route("/", meRoutes(deps))
  app.route("/", mentionRoutes(deps))
  app.route("/", organiserRoutes(deps, site, rehearsals))
  app.route("/", checkRoutes(deps, site))
  app.route("/", rehearsalRoutes(deps, limits, site, rehearsals))
  app.route("/", safeRoutes(deps))
  app.route("/", accessRoutes(deps, limits))
  app.route("/", contactRoutes(deps, site))
  app.route("/", awayRoutes(deps))
  app.route("/", exportRoutes(deps))
  app.route("/", recipeRoutes(deps))
  app.route("/", joiningRoutes(deps, limits))
  app.route("/", screenRoutes(deps, site))
  app.route("/", plainDraftRoutes(deps))
  app.route("/", plainRoutes(deps))
  app.route("/", printRoutes(deps, site))
  app.route("/", appPages(deps, site))

  app.notFound((c) => {
    const allowed = methodsOf(app, c.req.path)
    if (allowed.length === 0 || allowed.includes(c.req.method)) return fail(c, "not-found")
    return fail(c, "wrong-method", { headers: { Allow: allowed.join(", ") } })
  })
  app.onError(async (fault, c) => {
    const healthy = await canStore(deps)
    log.error({ err: fault, method: c.req.method, route: routeOf(c) }, healthy ? "bug" : "cannot store")
    return fail(c, healthy ? "bug" : "cannot-store")
  })
  return app
}

/** Every call, when debugging: a terminal in a hall should keep its QR code in sight. Paths hold join keys, so only the route's pattern is logged. */
const logged = ({ log, config }: Pick<Deps, "log" | "config">) =>
  createMiddleware<Env>(async (c, next) => {
    const start = performance.now()
    await next()
    if (config.logLevel === "debug" || config.logLevel === "trace")
      log.info({ method: c.req.method, route: routeOf(c), status: c.res.status, ms: Math.round(performance.now() - start) }, "http")
  })

const canStore = ({ store }: Pick<Deps, "store">): Promise<boolean> => store.healthy().catch(() => false)

/** The pattern that answered. */
const routeOf = (c: Ctx): string => (routePath(c) === "/*" ? "none" : routePath(c))

/** What could be asked of a path. */
function methodsOf(app: Hono<Env>, path: string): string[] {
  const known = ["GET", "POST", "PATCH", "PUT", "DELETE"].filter((method) => {
    const [handlers] = app.router.match(method, path)
    return handlers.some(([[, route]]) => route.method !== "ALL")
  })
  return known.includes("GET") ? [...known, "HEAD"] : known
}
