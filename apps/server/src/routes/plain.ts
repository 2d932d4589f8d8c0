// The board without JavaScript, and its forms.
import { AddNote, LIMITS, Locale, type OwnDrafts } from "@evenboard/api"
import { Hono } from "hono"
import { contactOf } from "../access.ts"
import { seatOf, type SeatCall } from "../auth.ts"
import { check } from "../body.ts"
import { seatCalls } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { newId } from "../keys.ts"
import { CANVAS_OF } from "../live/canvas-of.ts"
import { plainPage, type PlainView, type Said } from "../pages/plain-page.ts"
import { promptsFor } from "../prompts.ts"
import { isWrittenAlone, writeAlone } from "./plain-drafts.ts"
import { changeSeat, localeOf, renewReturnCode } from "../taking-part.ts"

export function plainRoutes(deps: Deps): Hono<Env> {
  const seatMay = seatCalls(deps)
  return new Hono<Env>()
    .get("/w/:id/plain", async (c) => {
      const caller = await seatOf(c, deps)
      if (!caller.ok) return c.redirect("/", 303)
      const { added = "", said = "", change } = c.req.query()
      const number = /^\d{1,9}$/.exec(added)?.[0]
      const told: Said = number ? { type: "added", number: Number(number) } : { type: "draft", said }
      return show(c, deps, caller.value, { said: told, ...(change ? { change } : {}) })
    })
    .post(
      "/w/:id/plain",
      seatMay.fills((c, call, { text = "", kind = "", for: forWhom = "", round = "", draft = "" }) =>
        addNote(c, deps, call, { text, kind, for: forWhom, round, draft }),
      ),
    )
    .post(
      "/w/:id/plain/language",
      seatMay.fills(async (c, { workshop, seat }, form) => {
        const language = check(Locale, form["language"], c.var.words)
        if (!language.ok) return { ok: false, reason: language.reason }
        await changeSeat(deps, seat, { language: language.value })
        return c.redirect(`/w/${workshop.id}/plain`, 303)
      }),
    )
    .post(
      "/w/:id/plain/goes-along",
      seatMay.fills((c, call, form) => goAlong(c, deps, call, form)),
    )
    .post(
      "/w/:id/plain/return-code",
      seatMay.asks(async (c, call) => show(c, deps, call, { said: { type: "return-code", code: await renewReturnCode(deps, call.seat) } })),
    )
}

/** Keeps what was typed whenever it could not be taken. */
async function addNote(c: Ctx, deps: Deps, caller: SeatCall, draft: NonNullable<PlainView["draft"]>): Promise<Response> {
  const words = deps.words(localeOf(caller.seat.language))
  const problem = (sentence: string) => show(c, deps, caller, { said: { type: "problem", sentence }, draft }, 400)
  const text = draft.text.replace(/\r\n/g, "\n")
  if (!text.trim()) return problem(words.say("plain.empty"))
  if (text.trim().length > LIMITS.note) return problem(words.say("plain.long", { max: words.number(LIMITS.note) }))
  const { session } = await deps.live.now(caller.workshop.id)
  if (isWrittenAlone(draft, session.round?.id ?? null)) {
    const written = await writeAlone(c, deps, caller, { ...draft, text })
    if (written instanceof Response) return written
    // What was shown meanwhile stands on the board: these words are then a new draft, once the person sends them again.
    const kept = written.reason === "already-shown" ? { ...draft, draft: "" } : draft
    return show(c, deps, caller, { said: { type: "problem", sentence: words.say(`problems.${written.reason}`) }, draft: kept }, 400)
  }
  const aboutUs = draft.kind === "about-us"
  const note = check(
    AddNote,
    {
      text,
      kind: aboutUs ? "need" : draft.kind,
      ...(aboutUs ? { aboutUs } : {}),
      ...(draft.for.trim() ? { for: { name: draft.for } } : {}),
    },
    words,
  )
  if (!note.ok) return problem(words.say("problems.bad-body"))
  const { kind, for: forWhom } = note.value
  const added = await deps.live.addNote(caller.workshop.id, caller.seat.id, {
    text: note.value.text,
    kind,
    canvas: CANVAS_OF[kind],
    aboutUs,
    ...(forWhom ? { for: forWhom } : {}),
  })
  if (!added.ok) return problem(words.say(`problems.${added.reason}`))
  return c.redirect(`/w/${caller.workshop.id}/plain?added=${added.value.number}`, 303)
}

/** For the words as they stood on the page; a browser sends the lines of a hidden field as it likes. */
async function goAlong(c: Ctx, deps: Deps, caller: SeatCall, form: Record<string, string>): Promise<Response> {
  const words = (form["words"] ?? "").replace(/\r\n/g, "\n")
  const goes = form["goes"] === "yes"
  const { workshop, seat } = caller
  const done = await deps.live.goAlong(workshop.id, seat.id, form["pledge"] ?? "", { words, goes })
  if (done.ok) return c.redirect(`/w/${workshop.id}/plain?said=${goes ? "goes" : "goes-not"}#together`, 303)
  const sentence = deps.words(localeOf(seat.language)).say(`problems.${done.reason}`)
  return show(c, deps, caller, { said: { type: "problem", sentence } }, 409)
}

async function show(
  c: Ctx,
  deps: Deps,
  { workshop, seat }: SeatCall,
  extra: { said?: Said; draft?: PlainView["draft"]; change?: string },
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const words = deps.words(localeOf(seat.language))
  const { session, board, facts, seats } = await deps.live.now(workshop.id)
  const own = await deps.live.drafts(workshop.id, seat.id)
  const { goesAlong } = await (await deps.live.safe(workshop.id)).viewOf(seat.id)
  const draft = extra.draft ?? changing(own, extra.change)
  const view: PlainView = {
    own,
    goesAlong: goesAlong.filter((one) => one.seat === seat.id),
    newDraft: newId(deps.random),
    workshopId: workshop.id,
    session,
    board,
    facts,
    seats,
    me: seat,
    asksNeeds: (await contactOf(deps, workshop.id)) !== null,
    prompts: promptsFor(deps.words(localeOf(workshop.language)), words),
    ...(extra.said ? { said: extra.said } : {}),
    ...(draft ? { draft } : {}),
  }
  return c.html(plainPage(words, view), status, { "Content-Language": words.tag })
}

/** A draft of this person's own, in the form. */
function changing({ drafts }: OwnDrafts, id: string | undefined): PlainView["draft"] {
  const draft = drafts.find((one) => one.id === id)
  if (!draft) return undefined
  const { text, kind, roundId, for: whom } = draft
  return { text, kind, for: whom && "name" in whom ? whom.name : "", round: roundId, draft: draft.id }
}
