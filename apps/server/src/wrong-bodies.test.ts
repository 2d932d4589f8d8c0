// Every call there is, with what no client of ours would send: bodies that are no JSON, JSON of every wrong shape, fields of every wrong
// type, forms that are none, addresses of odd letters. Nothing is a bug (500), nothing that is refused leaves a trace, and no answer
// repeats what was sent. The list of calls is the server's own, so a new one cannot be forgotten.
import { afterEach, expect, test } from "vitest"
import type { NoteId } from "@evenboard/board"
import { openTestServer, readJson, type Call, type TestServer } from "./testing/server.ts"

let server: TestServer
afterEach(() => server.close())

const SENT = "canarysentone"
const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "",
  " ",
  "\u0000",
  "\ud800",
  SENT,
  `${SENT}${"x".repeat(30_000)}`,
  [],
  [SENT],
  {},
  { seatId: 1 },
  { name: { a: 1 } },
  { seatId: "__proto__" },
]
const WRONG_TEXTS = [
  "",
  "{",
  "null",
  "1",
  '"x"',
  "[]",
  "[[[[",
  "{}",
  '{"__proto__":{"isHost":true}}',
  "[".repeat(20_000),
  `{"a":${'{"a":'.repeat(5000)}`,
  "\u0000",
  '{"id":1e999}',
]
const ODD_PARTS = ["__proto__", "constructor", "%00", "..%2f..", "%F0%9F%98%80", "a".repeat(3000), "0", "%20", "*"]

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  minimum?: number
}
type Operation = { requestBody?: { content: Record<string, { schema?: Schema }> } }

/** Something that fits, nearly always, so that a wrong field is alone in being wrong. */
function fitting({ type, properties = {}, enum: values, const: value, anyOf, oneOf, minimum }: Schema): unknown {
  const other = anyOf?.[0] ?? oneOf?.[0]
  if (value !== undefined) return value
  if (values) return values[0]
  if (other) return fitting(other)
  if (type === "object") return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fitting(schema)]))
  if (type === "array") return []
  if (type === "boolean") return false
  return type === "integer" || type === "number" ? (minimum ?? 1) : "fitting000000000"
}

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId: id } = workshop
  const host = await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosa" })
  const { noteId } = await readJson<{ noteId: NoteId }>(
    await server.call("POST", `/api/workshops/${id}/notes`, { json: { text: "A bus", kind: "need" }, key: rosa.seatKey }),
  )
  await server.call("PUT", `/api/workshops/${id}/organiser/access`, {
    key: workshop.organiserKey,
    json: { name: "Farah", reach: "020" },
  })
  const keys = [rosa.seatKey, host.seatKey, workshop.organiserKey, undefined]
  const { store } = server
  const state = async (): Promise<string> => {
    const { snapshot, updates } = await store.loadDoc(id)
    const told = [store.workshop(id), store.events(id), store.seats(id), store.ledger(id), store.facts(id), store.rehearsalsOf(id)]
    const secret = [
      store.drafts(id),
      store.concerns(id),
      store.asks(id),
      store.hiddenNotes(id),
      store.accessContact(id),
      store.accessNeeds(id),
      store.supporters(id),
      store.goesAlong(id),
      store.quietSeats(id),
      store.removedSeats(id),
      store.mentionsToFinish(id),
    ]
    const all = await Promise.all([...told, ...secret])
    return JSON.stringify([all, snapshot && [...snapshot], updates.map((update) => [...update])])
  }
  const { paths } = await readJson<{ paths: Record<string, Record<string, Operation>> }>(await server.call("GET", "/api/openapi.json"))
  const schemaOf = (method: string, path: string): Schema | undefined => {
    const said = paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()]
    return said?.requestBody?.content["application/json"]?.schema
  }
  const routes = [...new Map(server.app.routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()].filter(
    ({ method }) => method !== "ALL",
  )
  const filled = (path: string, odd = "nothingthere0000"): string =>
    path
      .replace(/:id(?:\{[^}]*\})?/, id)
      .replace(/:noteId/, noteId)
      .replace(/:\w+(?:\{[^}]*\})?/g, odd)
      .replace("*", odd)
  let n = 0
  const send = async (method: string, path: string, call: Call): Promise<Response> => {
    const answer = await server.call(method, path, { from: `10.0.${(n >> 8) % 256}.${n++ % 256}`, ...call })
    const what = `${method} ${path} ${(call.text ?? JSON.stringify(call.json ?? call.form ?? null)).slice(0, 80)}`
    expect(answer.status, what).toBeLessThan(500)
    if (answer.status >= 400) expect((await answer.text()).includes(SENT), `${what}: repeats what was sent`).toBe(false)
    return answer
  }
  return { id, workshop, rosa, host, keys, state, routes, schemaOf, filled, send }
}

/** These need no body, and would do what they are for. */
const WITHOUT_BODY =
  /\/organiser\/(?:end|delete|rotate-link|print-pass|access\/read|access)$|\/(?:rotate-link|screen|check|rehearsal|return-code|leave)$/

test("no wrong body is a bug, and what is refused changes nothing", { timeout: 120_000 }, async () => {
  const { keys, state, routes, schemaOf, filled, send } = await hall()
  /** A body for each field of it that is wrong. `words: true` deletes what somebody wrote, as it should. */
  const wrongIn = (schema: Schema | undefined): object[] =>
    Object.keys(schema?.properties ?? {}).flatMap((field) =>
      WRONG_VALUES.filter((value) => field !== "words" || value !== true).map((value) => ({
        ...(fitting(schema ?? {}) as object),
        [field]: value,
      })),
    )
  const unsafe = routes.filter(({ method, path }) => method !== "GET" && path.startsWith("/api/") && !WITHOUT_BODY.test(path))
  expect(unsafe.length).toBeGreaterThan(25)
  for (const { method, path } of unsafe) {
    const before = await state()
    const bodies: Call[] = [...WRONG_TEXTS.map((text) => ({ text })), ...wrongIn(schemaOf(method, path)).map((json) => ({ json }))]
    let isRefused = true
    for (const body of bodies)
      for (const key of path.includes("/organiser") ? keys.slice(2, 3) : keys.slice(0, 2)) {
        const answer = await send(method, filled(path), { ...body, ...(key ? { key } : {}) })
        isRefused &&= answer.status >= 400
      }
    if (isRefused) expect((await state()) === before, `${method} ${path} was refused and changed something`).toBe(true)
  }
})

test("an intent whose fields are wrong is refused, each field of each, and changes nothing", { timeout: 120_000 }, async () => {
  const { id, host, rosa, state, send } = await hall()
  const { Intent } = await import("@evenboard/api")
  const before = await state()
  for (const option of Intent._zod.def.options) {
    const { type: kind, id: _id, ...rest } = option._zod.def.shape as Record<string, { _zod: { optin?: string } }>
    const [type] = (kind as unknown as { _zod: { def: { values: string[] } } })._zod.def.values
    const needed = Object.keys(rest).filter((field) => rest[field]?._zod.optin !== "optional")
    for (const field of needed)
      for (const value of WRONG_VALUES) {
        if (typeof value === "string" && value.length < 100 && value.trim() !== "") continue // may be right
        const body = { id: `intent-${type}`, type, ...Object.fromEntries(needed.map((name) => [name, "x"])), [field]: value }
        for (const { seatKey } of [host, rosa]) await send("POST", `/api/workshops/${id}/intents`, { json: body, key: seatKey })
      }
  }
  expect((await state()) === before).toBe(true)
})

test("odd letters in an address find nothing and break nothing", { timeout: 120_000 }, async () => {
  const { keys, state, routes, filled, send } = await hall()
  const before = await state()
  for (const { method, path } of routes) {
    if (!/:(?!id)|\*/.test(path)) continue
    for (const odd of ODD_PARTS) for (const key of keys) await send(method, filled(path, odd), key ? { key } : {})
    for (const odd of ODD_PARTS)
      await send(
        method,
        path
          .replace(/:id(?:\{[^}]*\})?/, odd)
          .replace(/:\w+(?:\{[^}]*\})?/g, odd)
          .replace("*", odd),
        {},
      )
  }
  const query = `?before=${"9".repeat(30)}&limit=-1&until=x&kinds=${"a,".repeat(50)}&target=${"t".repeat(5000)}&lang=__proto__&change=__proto__&added=1e9&said=${SENT}`
  for (const { method, path } of routes)
    if (method === "GET") for (const key of keys) await send(method, `${filled(path)}${query}`, key ? { key } : {})
  // Files that were taken away, and readings of what people need, are written down; nothing else may be.
  const told = (text: string): string => text.replace(/,\{(?:[^{}]|\{[^{}]*\})*"type":"exported"[^{}]*\}/g, "")
  expect(told(await state()) === told(before)).toBe(true)
})

test("forms that are none are refused kindly", { timeout: 120_000 }, async () => {
  const { id, rosa, routes, filled, send, state } = await hall()
  const forms = routes.filter(({ method, path }) => method === "POST" && !path.startsWith("/api/"))
  const before = await state()
  const cookie = `eb_${id}=${rosa.seatKey}`
  const headers = { origin: "http://hall.test" }
  for (const { path } of forms.filter(({ path }) => !/return-code|language|away/.test(path))) {
    for (const text of WRONG_TEXTS) await send("POST", filled(path), { text, cookie, headers })
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"])
      for (const text of [
        "--x\r\n",
        '--x\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nA\r\n--x--\r\n',
        "%",
        "text=%FF%00&kind=__proto__",
      ])
        await send("POST", filled(path), { text, cookie, headers: { ...headers, "content-type": type } })
  }
  const long = "x".repeat(5000)
  for (const form of [
    {},
    { text: long, kind: "need" },
    { text: "a", kind: "__proto__" },
    { act: "show", draft: "__proto__" },
    { act: long },
  ])
    for (const path of ["plain", "plain/drafts"]) await send("POST", `/w/${id}/${path}`, { form, cookie, headers })
  expect((await state()) === before).toBe(true)
})
