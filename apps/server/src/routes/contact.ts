// Who reads what people need: the organiser names them and hands over their link; they read, by that link alone, and each reading stands in
// everybody's log before it is done. Owns who is asking; the rules stand in ../access.ts. The organiser is never told what anybody said.
import { NameContact, type AccessNeeds, type NamedContact } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import { Hono } from "hono"
import { accessNow, contactOf as namedContact, contactView, needIn, needsOf, nobodyReads } from "../access.ts"
import { contactCalls, organiserCalls, type Outcome } from "../calls.ts"
import { headerOf, type Ctx, type Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { hashKey, newKey } from "../keys.ts"
import { KEEP_ACCESS_MS, KEEP_AT_LEAST_MS } from "../retention.ts"
import { reachableOrigin, type Site } from "../site.ts"

const NO_STORE = { "Cache-Control": "no-store" }

export function contactRoutes(deps: Deps, site: Pick<Site, "lanOrigin">): Hono<Env> {
  const { store, live, now, random } = deps
  const [organiser, contact] = [organiserCalls(deps), contactCalls(deps)]

  /** The answer to the organiser: how it stands then. `value`: the contact's new key, or null. */
  const stands = async (c: Ctx, { id }: WorkshopRow, done: Result<string | null>): Promise<Outcome> => {
    if (!done.ok) return done
    const key = done.value
    const contactUrl = key === null ? null : `${reachableOrigin(headerOf(c), deps.config, site)}/c/${id}#${key}`
    return c.json({ ...(await accessNow(deps, id)), contactUrl } satisfies NamedContact, 200, NO_STORE)
  }

  /** Written down first: what could not be written down is not done. */
  async function name(row: WorkshopRow, wanted: NameContact): Promise<Result<string | null>> {
    const { name, reach, deleteAt = Math.min(now() + KEEP_ACCESS_MS, row.keepUntil) } = wanted
    if (deleteAt < now() + KEEP_AT_LEAST_MS || deleteAt > row.keepUntil) return { ok: false, reason: "bad-body" }
    const told = await live.record(row.id, "organiser", { type: "access-contact", named: true })
    if (!told.ok) return told
    const key = newKey(random)
    const isNew = await store.setAccessContact(row.id, { name, reach, deleteAt }, hashKey(key))
    return { ok: true, value: isNew ? key : null }
  }

  async function renew(row: WorkshopRow): Promise<Result<string>> {
    if (!(await namedContact(deps, row.id))) return { ok: false, reason: "not-found" }
    const told = await live.record(row.id, "organiser", { type: "access-link" })
    if (!told.ok) return told
    const key = newKey(random)
    await store.renewAccessLink(row.id, hashKey(key))
    return { ok: true, value: key }
  }

  async function stop({ id }: WorkshopRow): Promise<Result<null>> {
    if (!(await namedContact(deps, id))) return nothing
    await nobodyReads(deps, id)
    return live.record(id, "organiser", { type: "access-contact", named: false })
  }

  const nothing: Result<null> = { ok: true, value: null }
  const path = "/api/workshops/:id/organiser/access"

  return new Hono<Env>()
    .get(
      path,
      organiser.asks((c, row) => stands(c, row, nothing)),
    )
    .put(
      path,
      organiser.sends(NameContact, async (c, row, body) => stands(c, row, await name(row, body))),
    )
    .post(
      `${path}/link`,
      organiser.asks(async (c, row) => stands(c, row, await renew(row))),
    )
    .delete(
      path,
      organiser.asks(async (c, row) => stands(c, row, await stop(row))),
    )
    .get(
      "/api/workshops/:id/contact",
      contact.asks(async (c, { workshop: { id } }) => {
        const view = await contactView(deps, id, (await live.now(id)).session.title)
        return view ? c.json(view, 200, NO_STORE) : { ok: false, reason: "wrong-contact" }
      }),
    )
    .post(
      "/api/workshops/:id/contact/read",
      contact.asks(async (c, { workshop, keyHash }) => {
        const told = await live.record(workshop.id, "server", { type: "access-read" })
        if (!told.ok) return told
        // Their link may have been replaced meanwhile.
        if (!(await store.accessRead(workshop.id, keyHash, now()))) return { ok: false, reason: "wrong-contact" }
        const needs = await needsOf(deps, workshop.id)
        const answer: AccessNeeds = { needs: needs.map((need) => ({ ...needIn(need), id: need.id, at: need.at, deleteAt: need.deleteAt })) }
        return c.json(answer, 200, NO_STORE)
      }),
    )
}
