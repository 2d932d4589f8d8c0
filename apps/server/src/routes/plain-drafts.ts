// Writing alone without JavaScript: the forms of the plain page that write, keep back, show and throw away a draft.
import { PutDraft, type OwnDraft } from "@evenboard/api"
import { Hono } from "hono"
import type { SeatCall } from "../auth.ts"
import { check, type Read } from "../body.ts"
import { seatCalls } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { newId } from "../keys.ts"
import type { PlainView } from "../pages/plain-page.ts"
import { DRAFT_ACTS, type DraftAct } from "../pages/plain-round.ts"

type Typed = NonNullable<PlainView["draft"]>
/** `said` goes into the address, so that loading the page again sends nothing twice. */
type Done = Result<{ said: string } | { added: number }>

export const plainDraftRoutes = (deps: Deps) =>
  new Hono<Env>().post(
    "/w/:id/plain/drafts",
    seatCalls(deps).fills(async (c, call, form) => {
      const act = DRAFT_ACTS.find((one) => one === form["act"])
      if (!act) return { ok: false, reason: "bad-body" }
      const done = await carryOut(deps, call, act, form["draft"] ?? "")
      return done.ok ? backToPage(c, call, done.value) : done
    }),
  )

/** A form sent while a round runs, or made while one ran, never becomes an open note: it says whose eyes it was written for. */
export const isWrittenAlone = (typed: Typed, runningRound: string | null): boolean => typed.round !== "" || runningRound !== null

export async function writeAlone(
  c: Ctx,
  deps: Deps,
  caller: SeatCall,
  typed: Typed,
): Promise<Response | Extract<Read<never>, { ok: false }>> {
  const { workshop, seat } = caller
  const own = await deps.live.drafts(workshop.id, seat.id)
  const before = own.drafts.find((draft) => draft.id === typed.draft)
  const whom = typed.for.trim() ? { name: typed.for } : before?.for && !("name" in before.for) ? before.for : null
  const body = check(
    PutDraft,
    { text: typed.text, kind: typed.kind, ...(whom ? { for: whom } : {}), ...(typed.round ? { roundId: typed.round } : {}) },
    c.var.words,
  )
  if (!body.ok) return body
  const id = /^[0-9A-Za-z]{8,32}$/.test(typed.draft) ? typed.draft : newId(deps.random)
  const put = await deps.live.putDraft(workshop.id, seat.id, id, body.value)
  if (!put.ok) return put
  return backToPage(c, caller, { said: put.value.willShow || put.value.roundId === own.roundId || before ? "saved" : "late" })
}

async function carryOut(deps: Deps, { workshop, seat }: SeatCall, act: DraftAct, id: string): Promise<Done> {
  const { live } = deps
  if (act === "throw") {
    const thrown = await live.throwAwayDraft(workshop.id, seat.id, id)
    return thrown.ok ? { ok: true, value: { said: "thrown" } } : thrown
  }
  if (act === "show") {
    const shown = await live.showDraft(workshop.id, seat.id, id)
    return shown.ok ? { ok: true, value: { added: shown.value.number } } : shown
  }
  const draft = (await live.drafts(workshop.id, seat.id)).drafts.find((one) => one.id === id)
  if (!draft) return { ok: false, reason: "unknown-draft" }
  const put = await live.putDraft(workshop.id, seat.id, id, bodyOf(draft, act === "keep-back"))
  return put.ok ? { ok: true, value: { said: put.value.willShow ? "with-others" : "kept-back" } } : put
}

const bodyOf = ({ text, kind, for: whom, roundId }: OwnDraft, keepBack: boolean): PutDraft => ({
  text,
  kind,
  roundId,
  keepBack,
  ...(whom ? { for: whom } : {}),
})

function backToPage(c: Ctx, { workshop }: SeatCall, to: { said: string } | { added: number }): Response {
  const query = "added" in to ? `added=${to.added}` : `said=${to.said}`
  return c.redirect(`/w/${workshop.id}/plain?${query}`, 303)
}
