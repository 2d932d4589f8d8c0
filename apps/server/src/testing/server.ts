// A whole server for tests, with no port: the real store in memory, the real live workshops, a clock that only tests move.
import { randomBytes } from "node:crypto"
import type { OpenedWorkshop, Joined, Problem } from "@evenboard/api"
import { openSqlite, type Store } from "@evenboard/storage"
import { createApp } from "../app.ts"
import { readConfig } from "../config.ts"
import type { Deps } from "../deps.ts"
import { createLive } from "../live/live.ts"
import { NO_SITE, type Site } from "../site.ts"
import { wordsOf } from "../words.ts"

export const HOST = "hall.test"
export const ORIGIN = `http://${HOST}`
/** 21 November 2026. */
export const START = Date.UTC(2026, 10, 21, 18)

export type Call = {
  json?: unknown
  /** Sent as it is, as JSON. */
  text?: string
  form?: Record<string, string>
  key?: string
  /** `name=value`, as `cookieOf` gives it. */
  cookie?: string
  headers?: Record<string, string>
  /** The caller's network address. */
  from?: string
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>

type Opening = {
  env?: Record<string, string>
  site?: Site
  /** Stands between the server and its store, to make it fail. */ wrap?: (store: Store) => Store
}

export async function openTestServer({ env = {}, site = NO_SITE, wrap = (store) => store }: Opening = {}) {
  const store: Store = wrap(await openSqlite(":memory:"))
  let time = START
  const logged: { fields: object; message: string }[] = []
  const note = (fields: object, message: string) => void logged.push({ fields, message })
  const log = { info: note, warn: note, error: note }
  const now = () => time
  const live = createLive({ store, log, now, words: wordsOf })
  const deps: Deps = {
    config: readConfig({ EVENBOARD_LOG: "debug", ...env }),
    store,
    live,
    log,
    now,
    random: randomBytes,
    words: wordsOf,
    secret: new Uint8Array(32).fill(9),
  }
  const app = createApp(deps, site)

  /** What a browser or a program sends; `Host` as a server would see it. */
  const call = (
    method: string,
    path: string,
    { json, text, form, key, cookie, headers = {}, from = "192.168.1.20" }: Call = {},
  ): Promise<Response> => {
    const body = json === undefined ? (text ?? (form && new URLSearchParams(form).toString())) : JSON.stringify(json)
    const type = form ? "application/x-www-form-urlencoded" : "application/json"
    const sent = {
      host: HOST,
      ...(body === undefined ? {} : { "content-type": type }),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...headers,
    }
    const bindings = { incoming: { socket: { remoteAddress: from } } }
    return Promise.resolve(app.request(path, { method, headers: sent, ...(body === undefined ? {} : { body }) }, bindings as never))
  }
  return {
    ...deps,
    live,
    app,
    call,
    logged,
    later: (ms: number) => void (time += ms),
    open: async (body: object = {}): Promise<OpenedWorkshop> =>
      readJson(await call("POST", "/api/workshops", { json: { title: "Better mornings", ...body } })),
    join: async (workshop: OpenedWorkshop, details: object = {}): Promise<Joined> =>
      readJson(await call("POST", `/api/workshops/${workshop.workshopId}/seats`, { json: { key: keyOf(workshop), ...details } })),
    close: async () => {
      await live.close()
      await store.close()
    },
  }
}

export const keyOf = (workshop: Pick<OpenedWorkshop, "joinUrl">): string => workshop.joinUrl.split("/j/")[1] ?? ""
export const readJson = async <T>(answer: Response): Promise<T> => (await answer.json()) as T
export const problemOf = (answer: Response): Promise<Problem> => readJson<Problem>(answer)
/** The cookie an answer set, as a browser sends it back. */
export const cookieOf = (answer: Response): string => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? ""
