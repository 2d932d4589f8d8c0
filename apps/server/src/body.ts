// Reads a body once, at the door: JSON or a form in, a checked value or one reason out.
import type { Reason } from "@evenboard/api"
import { bodyLimit } from "hono/body-limit"
import * as z from "zod/mini"
import type { Words } from "@evenboard/words"
import type { Ctx } from "./context.ts"
import { fail, type FieldProblem } from "./problem.ts"

export const BODY_LIMIT = 64 * 1024
export const IMPORT_LIMIT = 20 * 1024 * 1024

export type Read<T> = { ok: true; value: T } | { ok: false; reason: Reason; fields?: FieldProblem[] }

/** Refuses a longer body before it is read whole; says that the connection ends with it, so that no call is sent after it. */
export const limitBody = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (c) => fail(c as Ctx, "too-large", { headers: { Connection: "close" } }) })

/** Reads the body, which is kept for whoever reads it next; false when the line broke. */
export const hasCome = (c: Ctx): Promise<boolean> =>
  c.req.arrayBuffer().then(
    () => true,
    () => false,
  )

export async function readJson<S extends z.core.$ZodType>(c: Ctx, schema: S): Promise<Read<z.core.output<S>>> {
  let json: unknown
  try {
    json = JSON.parse(await c.req.text())
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, reason: "bad-json" }
  }
  return check(schema, json, c.var.words)
}

export function check<S extends z.core.$ZodType>(schema: S, input: unknown, words: Words): Read<z.core.output<S>> {
  const parsed = z.safeParse(schema, input)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    reason: "bad-body",
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: sentence(issue, words) })),
  }
}

function sentence(issue: z.core.$ZodIssue, words: Words): string {
  if (issue.code === "too_small" && issue.origin === "string") return words.say("problems.field-empty")
  if (issue.code === "too_big" && issue.origin === "string")
    return words.say("problems.field-long", { max: words.number(Number(issue.maximum)) })
  if (issue.code === "too_big" && issue.origin === "array")
    return words.say("problems.field-many", { max: words.number(Number(issue.maximum)) })
  return words.say("problems.field-wrong")
}

/** A form's fields as plain strings; files and repeats are left out. */
export async function readForm(c: Ctx): Promise<Read<Record<string, string>>> {
  const type = c.req.header("content-type") ?? ""
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) return { ok: false, reason: "bad-body" }
  const body = await c.req.parseBody().catch(() => null)
  if (!body) return { ok: false, reason: "bad-body" }
  return {
    ok: true,
    value: Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string")),
  }
}
