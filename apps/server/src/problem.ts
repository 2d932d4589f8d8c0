// How a call fails: one reason of the closed list, as an RFC 9457 problem for programs or a page for people, in their language.
import { STATUS, type Problem, type Reason } from "@evenboard/api"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { wantsPage, type Ctx } from "./context.ts"
import { problemPage } from "./pages/problem-page.ts"

export type FieldProblem = { path: string; message: string }

/** `extra.back` is where a reader may go on: the address of a page of ours. */
export function fail(
  c: Ctx,
  reason: Reason,
  extra: { fields?: FieldProblem[]; headers?: Record<string, string>; back?: string } = {},
): Response | Promise<Response> {
  const { words } = c.var
  const status = STATUS[reason] as ContentfulStatusCode
  const headers = { "Content-Language": words.tag, ...extra.headers }
  if (wantsPage(c)) return c.html(problemPage(words, reason, extra.back), status, headers)
  const problem: Problem = {
    type: "about:blank",
    title: words.say(`problems.${reason}`),
    status,
    reason,
    ...(extra.fields ? { fields: extra.fields } : {}),
  }
  return c.body(JSON.stringify(problem), status, { ...headers, "Content-Type": "application/problem+json" })
}
