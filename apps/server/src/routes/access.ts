// What people need so that they can take part: three doors to the one page (the join link before anybody joins, a seat's cookie, the
// private link), and what a seat is told of who reads it. Answers are kept by nothing between. Owns who is asking; the rules stand in
// ../access.ts, the organiser's and the contact's calls in contact.ts.
import { SayNeed, type AccessAsked } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import type { Words } from "@evenboard/words"
import { Hono } from "hono"
import { bringNeed, contactOf, needIn, needOf, sayNeed, takeNeedBack, type Whose } from "../access.ts"
import { accessCookie, accessCookieHeader, isSecure, ownOrigin } from "../asking.ts"
import { seatOf, seatOfCookie, workshopOf } from "../auth.ts"
import { check, readForm } from "../body.ts"
import { seatCalls } from "../calls.ts"
import { addressOfCall, askedLocale, headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { hashKey, newKey } from "../keys.ts"
import type { Limits } from "../limits.ts"
import { accessPage, NOTHING_SAID, type AccessView } from "../pages/access-page.ts"
import { fail } from "../problem.ts"
import { localeOf } from "../taking-part.ts"

/** One way to the page: whose answer stands there, and where its forms lead. */
type Door = {
  workshop: WorkshopRow
  words: Words
  path: string
  whose: Whose | null
  /** By the join link: the answer gets a key of its own, and the browser may keep it. */
  isBeforeJoining: boolean
  /** By a private link: there is nothing to say where nothing was said. */
  isPrivateLink: boolean
  /** Opened where somebody has joined who has said nothing yet: it may be theirs. */
  mayBeOf: string | null
  back: AccessView["back"]
}
const KEY = /^[0-9A-Za-z]{22}$/
const NO_STORE = { "Cache-Control": "no-store" }

export function accessRoutes(deps: Deps, limits: Pick<Limits, "saying">): Hono<Env> {
  const { store, live } = deps

  async function byJoinLink(c: Ctx): Promise<Door | Response> {
    const key = c.req.param("key") ?? ""
    const workshop = await store.workshopByJoinHash(hashKey(key))
    if (!workshop) return fail(c, "not-found")
    if (await seatOfCookie(c, deps, workshop.id)) return c.redirect(`/w/${workshop.id}/access`, 303)
    const kept = accessCookie(headerOf(c), deps.config, workshop.id)
    const words = deps.words(askedLocale(c) ?? localeOf(workshop.language))
    const back = { href: `/j/${key}?lang=${words.locale}`, says: "join" } as const
    const own = kept ? { keyHash: hashKey(kept) } : null
    const whose = own && (await needOf(deps, workshop.id, own)) ? own : null
    return { workshop, words, path: `/j/${key}/access`, whose, isBeforeJoining: true, isPrivateLink: false, mayBeOf: null, back }
  }
  async function bySeat(c: Ctx): Promise<Door | Response> {
    const caller = await seatOf(c, deps)
    if (!caller.ok) return caller.reason === "wrong-key" && c.req.method === "GET" ? c.redirect("/", 303) : fail(c, caller.reason)
    const { workshop, seat } = caller.value
    const path = `/w/${workshop.id}/access`
    const back = { href: `/w/${workshop.id}`, says: "back" } as const
    const words = deps.words(localeOf(seat.language))
    return { workshop, words, path, whose: { seat: seat.id }, isBeforeJoining: false, isPrivateLink: false, mayBeOf: null, back }
  }
  /** Opening it changes nothing in the browser: a link that somebody else sent must not become the place where this person writes. */
  async function byPrivateLink(c: Ctx): Promise<Door | Response> {
    const key = c.req.param("key") ?? ""
    const found = await workshopOf(c, deps)
    if (!found.ok || !KEY.test(key)) return fail(c, "not-found")
    const workshop = found.value
    const words = deps.words(askedLocale(c) ?? localeOf(workshop.language))
    const path = `/w/${workshop.id}/access/${key}`
    const seat = await seatOfCookie(c, deps, workshop.id)
    const mayBeOf = seat && !(await needOf(deps, workshop.id, { seat: seat.id })) ? seat.id : null
    return { workshop, words, path, whose: { keyHash: hashKey(key) }, isBeforeJoining: false, isPrivateLink: true, mayBeOf, back: null }
  }

  const show =
    (open: (c: Ctx) => Promise<Door | Response>) =>
    async (c: Ctx): Promise<Response> => {
      const door = await open(c)
      if (door instanceof Response) return door
      const said = c.req.query("said")
      return page(c, door, { told: said === "saved" || said === "deleted" || (said === "mine" && !door.isPrivateLink) ? said : null })
    }

  const take =
    (open: (c: Ctx) => Promise<Door | Response>) =>
    async (c: Ctx): Promise<Response> => {
      const door = await open(c)
      if (door instanceof Response) return door
      const form = await readForm(c)
      if (!form.ok) return fail(c, form.reason)
      const turn = await limits.saying(addressOfCall(c, deps.config))
      if (!turn.ok) return fail(c, "too-many-tries", { headers: { "Retry-After": String(turn.waitSeconds) }, back: door.path })
      const sent = form.value["key"] ?? ""
      const key = KEY.test(sent) ? sent : newKey(deps.random)
      if (form.value["do"] === "mine") return takeAsMine(c, door)
      return form.value["do"] === "delete" ? takeBack(c, door, key) : say(c, door, key, form.value)
    }

  /** Only by a form of our own: another website could make what it wrote this person's. */
  async function takeAsMine(c: Ctx, door: Door): Promise<Response> {
    const caller = await seatOf(c, deps)
    if (!caller.ok) return fail(c, caller.reason)
    const { workshop, whose, path } = door
    if (!door.isPrivateLink || whose === null || "seat" in whose) return c.redirect(path, 303)
    const seat = caller.value.seat.id
    const isMine = await bringNeed(deps, workshop, { keyHash: whose.keyHash, seat }, false)
    return c.redirect(isMine ? `/w/${workshop.id}/access?said=mine` : path, 303)
  }

  async function takeBack(c: Ctx, door: Door, key: string): Promise<Response> {
    const whose = door.whose ?? { keyHash: hashKey(key) }
    await takeNeedBack(deps, door.workshop.id, whose)
    if (door.isBeforeJoining) keepKey(c, deps, door.workshop, null)
    return c.redirect(`${door.path}?said=deleted${languageOf(door)}`, 303)
  }

  async function say(c: Ctx, door: Door, key: string, form: Record<string, string>): Promise<Response> {
    const { workshop } = door
    const typed = typedIn(form)
    const body = check(SayNeed, typed, door.words)
    if (!body.ok) return page(c, door, { told: "long", need: typed }, 400)
    const { words, language, supporter, reach } = body.value
    if (!words && !language && !supporter && !reach) return page(c, door, { told: "empty" }, 400)
    const whose = door.whose ?? { keyHash: hashKey(key) }
    if (door.isPrivateLink && !(await needOf(deps, workshop.id, whose))) return page(c, door, {})
    const saved = await sayNeed(deps, workshop, whose, body.value)
    if (!saved.ok) return saved.reason === "not-found" ? page(c, door, { need: body.value }, 409) : fail(c, saved.reason)
    if (door.whose) return c.redirect(`${door.path}?said=saved${languageOf(door)}`, 303)
    // The link stands in this answer alone: not in the address bar, and so not in the history of a computer that others use.
    if (!form["shared"]) keepKey(c, deps, workshop, { key, until: saved.value.deleteAt })
    const privateLink = `${ownOrigin(headerOf(c), deps.config)}/w/${workshop.id}/access/${key}`
    return page(c, { ...door, whose }, { told: "saved", privateLink, ownKey: form["shared"] ? key : null })
  }

  type Shown = { told?: AccessView["told"]; need?: SayNeed; privateLink?: string; ownKey?: string | null }
  async function page(c: Ctx, door: Door, shown: Shown, status: 200 | 400 | 404 | 409 = 200): Promise<Response> {
    const { workshop, words, whose } = door
    const [contact, own, { session }] = [
      await contactOf(deps, workshop.id),
      whose ? await needOf(deps, workshop.id, whose) : null,
      await live.now(workshop.id),
    ]
    const isGone = door.isPrivateLink && own === null && shown.told !== "deleted"
    const view: AccessView = {
      workshopTitle: session.title,
      contact: door.isPrivateLink && own === null ? null : contact,
      need: shown.need ?? (own ? needIn(own) : NOTHING_SAID),
      saidUntil: own?.deleteAt ?? null,
      told: shown.told ?? null,
      isGone,
      privateLink: shown.privateLink ?? null,
      ownKey: shown.ownKey ?? (door.isBeforeJoining && !own ? newKey(deps.random) : null),
      mayBeMine: own !== null && own.seat === null && door.mayBeOf !== null,
      back: door.back,
      away: whose && "seat" in whose ? `/w/${workshop.id}/away` : null,
      languages: whose === null || !("seat" in whose),
    }
    return c.html(accessPage(words, view), isGone ? 404 : status, { "Content-Language": words.tag, ...NO_STORE })
  }

  return new Hono<Env>()
    .get("/j/:key/access", show(byJoinLink))
    .post("/j/:key/access", take(byJoinLink))
    .get("/w/:id/access", show(bySeat))
    .post("/w/:id/access", take(bySeat))
    .get("/w/:id/access/:key", show(byPrivateLink))
    .post("/w/:id/access/:key", take(byPrivateLink))
    .get(
      "/api/workshops/:id/access",
      seatCalls(deps).asks(async (c, { workshop }) =>
        c.json({ contact: await contactOf(deps, workshop.id) } satisfies AccessAsked, 200, NO_STORE),
      ),
    )
}

/** Whoever joins on the browser they answered with has it as their seat's from then on; the browser forgets the key. */
export async function bringOwnNeed(c: Ctx, deps: Deps, workshop: WorkshopRow, seat: string): Promise<void> {
  const key = accessCookie(headerOf(c), deps.config, workshop.id)
  if (key === null) return
  if (await bringNeed(deps, workshop, { keyHash: hashKey(key), seat }, true)) keepKey(c, deps, workshop, null)
}

/** Deleted with the person who asks for that on the browser they answered with: what was never made their seat's, too. */
export async function forgetOwnNeed(c: Ctx, deps: Deps, workshop: WorkshopRow): Promise<void> {
  const key = accessCookie(headerOf(c), deps.config, workshop.id)
  if (key === null) return
  await takeNeedBack(deps, workshop.id, { keyHash: hashKey(key) })
  keepKey(c, deps, workshop, null)
}

/** Null: the browser forgets it. */
function keepKey(c: Ctx, { config, now }: Deps, { id }: WorkshopRow, kept: { key: string; until: number } | null): void {
  const seconds = kept ? (kept.until - now()) / 1000 : 0
  const cookie = { workshopId: id, key: kept?.key ?? "", seconds, secure: isSecure(headerOf(c), config) }
  c.header("Set-Cookie", accessCookieHeader(cookie), { append: true })
}

/** Lines as the browser sends them are two characters each; what was typed is one. */
const typedIn = (form: Record<string, string>): SayNeed => ({
  words: (form["words"] ?? "").replaceAll("\r\n", "\n"),
  language: form["speaks"] ?? "",
  supporter: Boolean(form["supporter"]),
  reach: form["reach"] ?? "",
})

/** A seat's page is in the seat's own language. */
const languageOf = ({ words, whose }: Door): string => (whose && "seat" in whose ? "" : `&lang=${words.locale}`)
