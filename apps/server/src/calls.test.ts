import { createWords } from "@evenboard/words"
import { messages } from "@evenboard/words/catalogs/en"
import { Hono } from "hono"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { callsOf } from "./calls.ts"
import type { Env } from "./context.ts"

const known = callsOf(async () => ({ ok: true, value: "Rosa" }))
const unknown = callsOf<string>(async () => ({ ok: false, reason: "wrong-key" }))
const Words = z.strictObject({ words: z.string() })

/** What a call by `calls` comes to, and which bodies reached the work. */
async function ask(calls: typeof known, init: RequestInit): Promise<{ status: number; body: unknown; done: string[] }> {
  const done: string[] = []
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set("words", createWords("en", messages))
      await next()
    })
    .post(
      "/json",
      calls.sends(Words, (c, who, { words }) => {
        done.push(`${who}: ${words}`)
        return words === "no" ? { ok: false, reason: "ended" } : c.json({ ok: true }, 201)
      }),
    )
  const answer = await app.request("/json", { method: "POST", ...init })
  return { status: answer.status, body: await answer.json(), done }
}

test("whoever may call is known before the body is looked at", async () => {
  expect(await ask(unknown, { body: "{not json" })).toMatchObject({ status: 401, body: { reason: "wrong-key" }, done: [] })
})

test("a body that does not fit says which field, and nothing is done", async () => {
  expect(await ask(known, { body: "{not json" })).toMatchObject({ status: 400, body: { reason: "bad-json" }, done: [] })
  const body = JSON.stringify({ words: 3 })
  expect(await ask(known, { body })).toMatchObject({ body: { reason: "bad-body", fields: [{ path: "words" }] }, done: [] })
})

test("what a call does is its answer, and a reason why not is a problem", async () => {
  expect(await ask(known, { body: '{"words":"yes"}' })).toMatchObject({ status: 201, done: ["Rosa: yes"] })
  expect(await ask(known, { body: '{"words":"no"}' })).toMatchObject({ status: 409, body: { reason: "ended" }, done: ["Rosa: no"] })
})
