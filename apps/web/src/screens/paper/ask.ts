// One JSON call to our own server. A failure is a value: the server's sentence for the person, or "offline" when nobody answered.
// Knows no screen and keeps no key.
import type { Problem, Reason } from "@evenboard/api"

export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: Reason | "offline"; /** The server's sentence in this person's language. */ title: string | null }
export type Asked = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  body?: unknown
  /** The organiser's key; without it the browser's cookie speaks. */ key?: string
  signal?: AbortSignal
  /** Said on leaving: sent though the page goes. */ outlivesPage?: boolean
}

/** `T` is what the contract says this call answers; an empty answer is null. */
export async function ask<T>(path: string, asked: Asked = {}): Promise<Answer<T>> {
  const answer = await askRaw(path, asked)
  if (!answer.ok) return answer
  try {
    const text = await answer.value.text()
    return { ok: true, value: (text === "" ? null : JSON.parse(text)) as T }
  } catch {
    return { ok: false, reason: "offline", title: null }
  }
}

/** The same for a file: the answer as it came. */
export async function askRaw(path: string, { method = "GET", body, key, signal, outlivesPage = false }: Asked): Promise<Answer<Response>> {
  const headers = {
    accept: "application/json",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  }
  const answer = await fetch(path, {
    method,
    headers,
    credentials: "same-origin",
    keepalive: outlivesPage,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch(() => null)
  if (answer?.ok) return { ok: true, value: answer }
  const problem = (await answer?.json().catch(() => null)) as Partial<Problem> | null | undefined
  if (!problem?.reason) return { ok: false, reason: "offline", title: null }
  return { ok: false, reason: problem.reason, title: problem.title ?? null }
}
