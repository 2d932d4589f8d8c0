// A call as a route tells it: who may make it, what it brings, and then only what it does. Owns the order (who first, then the body) and
// that whatever stands against it becomes an answer. Knows no route.
import type * as z from "zod/mini"
import { contactOf, guideOf, organiserOf, partyOf, seatOf } from "./auth.ts"
import { readForm, readJson } from "./body.ts"
import type { Ctx } from "./context.ts"
import type { Deps, Result } from "./deps.ts"
import { fail } from "./problem.ts"

/** What a call comes to: an answer, or the reason why there is none. */
export type Outcome = Response | Extract<Result<never>, { ok: false }>
type Coming = Outcome | Promise<Outcome>
type Route = (c: Ctx) => Promise<Response>

/** The calls that `whoOf` lets in. */
export function callsOf<Who>(whoOf: (c: Ctx) => Promise<Result<Who>>) {
  const asks =
    (work: (c: Ctx, who: Who) => Coming): Route =>
    async (c) => {
      const who = await whoOf(c)
      if (!who.ok) return fail(c, who.reason)
      const outcome = await work(c, who.value)
      return outcome instanceof Response ? outcome : fail(c, outcome.reason)
    }
  return {
    /** Brings nothing but itself. */
    asks,
    /** Brings a JSON body. */
    sends: <S extends z.core.$ZodType>(schema: S, work: (c: Ctx, who: Who, body: z.core.output<S>) => Coming): Route =>
      asks(async (c, who) => {
        const body = await readJson(c, schema)
        return body.ok ? work(c, who, body.value) : fail(c, body.reason, body)
      }),
    /** Brings a form. */
    fills: (work: (c: Ctx, who: Who, form: Record<string, string>) => Coming): Route =>
      asks(async (c, who) => {
        const form = await readForm(c)
        return form.ok ? work(c, who, form.value) : form
      }),
  }
}

export const anyone = callsOf(async () => ({ ok: true, value: null }))
export const seatCalls = (deps: Deps) => callsOf((c) => seatOf(c, deps))
export const partyCalls = (deps: Deps) => callsOf((c) => partyOf(c, deps))
export const organiserCalls = (deps: Deps) => callsOf((c) => organiserOf(c, deps))
export const guideCalls = (deps: Deps) => callsOf((c) => guideOf(c, deps))
export const contactCalls = (deps: Deps) => callsOf((c) => contactOf(c, deps))
