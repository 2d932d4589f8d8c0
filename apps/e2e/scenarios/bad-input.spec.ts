// Every door, asked wrongly: a clear sentence with its reason (RFC 9457), the right status, and nothing changed. HTTP only.
import { expect, test } from "@playwright/test"
import { exported, join, keyOf, openWorkshop, type Joined, type Opened } from "../api.ts"
import { TestServer } from "../server.ts"

const LONG = "x".repeat(10_000)

let server: TestServer
let opened: Opened
let host: Joined
let guest: Joined
let noteId: string

test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Bad input", groups: ["Residents"] })
  host = await join(server.origin, opened, { name: "Rosa", showName: true })
  guest = await join(server.origin, opened)
  const answer = await send("POST", "/notes", { text: "The bus stops at six", kind: "need" }, { key: host.seatKey })
  noteId = ((await answer.json()) as { noteId: string }).noteId
})
test.afterAll(() => server.dispose())

type Sent = { key?: string; raw?: boolean; headers?: Record<string, string> }

/** `path` under the workshop, or a whole path when it begins with `//`. A string with `raw` is sent as it is. */
function send(method: string, path: string, body?: unknown, { key, raw, headers = {} }: Sent = {}): Promise<Response> {
  const url = path.startsWith("//") ? `${server.origin}${path.slice(1)}` : `${server.origin}/api/workshops/${opened.workshopId}${path}`
  return fetch(url, {
    method,
    redirect: "manual",
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: raw && typeof body === "string" ? body : JSON.stringify(body) }),
  })
}

type Problem = { type: string; title: string; status: number; reason: string; fields?: { path: string; message: string }[] }

/** A problem as a program may rely on it, and as a person may read it. */
async function expectProblem(answer: Response, status: number, reason: string): Promise<Problem> {
  const text = await answer.text()
  expect({ status: answer.status, type: answer.headers.get("content-type"), text: text.slice(0, 400) }).toMatchObject({
    status,
    type: expect.stringContaining("application/problem+json"),
  })
  const problem = JSON.parse(text) as Problem
  expect(problem).toMatchObject({ type: "about:blank", status, reason })
  for (const sentence of [problem.title, ...(problem.fields ?? []).map((field) => field.message)]) expectSentence(sentence)
  return problem
}

/** Words a person understands: a whole sentence or two, nothing blames, nothing of the machine. */
function expectSentence(sentence: string): void {
  expect(sentence).toMatch(/^[A-Z].*[.?]$/s)
  expect(sentence).not.toMatch(/invalid|error|undefined|null|exception|ZodError|\bJSON\.parse\b/i)
  for (const one of sentence.split(/(?<=[.?])\s+/)) expect(one.split(/\s+/).length, one).toBeLessThanOrEqual(15)
}

/** All there is, as the organiser takes it away; what taking it away itself writes in the log left out. */
async function everything(): Promise<unknown> {
  const all = JSON.parse(await exported(server.origin, opened.workshopId, "json", opened.organiserKey)) as { log: { type: string }[] }
  const { log, ...rest } = all
  return { ...without(rest, "exportedAt", "exported", "at", "made"), log: log.filter((event) => event.type !== "exported") }
}
function without(value: Record<string, unknown>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

test.describe("nothing changes", () => {
  let before: unknown
  test.beforeEach(async () => {
    before = await everything()
  })
  test.afterEach(async () => {
    expect(await everything()).toEqual(before)
  })

  test("opening a workshop without a title, or with one of 10,000 letters", async () => {
    for (const title of ["", "   ", LONG, 7, null]) {
      const problem = await expectProblem(await send("POST", "//api/workshops", { title }), 400, "bad-body")
      expect(problem.fields?.map((field) => field.path)).toEqual(["title"])
    }
    const many = { title: "Fine", purpose: LONG, language: "xx", groups: Array.from({ length: 40 }, (_, i) => `Group ${i}`) }
    const problem = await expectProblem(await send("POST", "//api/workshops", many), 400, "bad-body")
    expect(problem.fields?.map((field) => field.path).toSorted()).toEqual(["groups", "language", "purpose"])
    await expectProblem(await send("POST", "//api/workshops", { title: "Fine", recipe: "no such plan" }), 400, "bad-body")
  })

  test("a sentence comes in the reader's own language", async () => {
    const answer = await send("POST", "//api/workshops", { title: "" }, { headers: { "accept-language": "es" } })
    const problem = (await answer.json()) as Problem
    expect(answer.headers.get("content-language")).toBe("es")
    expect(problem.title).not.toMatch(/Nothing/)
  })

  test("an empty note, one of 10,000 letters, of an unknown kind, or for nobody", async () => {
    const bad: [string, unknown][] = [
      ["text", { text: "", kind: "need" }],
      ["text", { text: " \n ", kind: "need" }],
      ["text", { text: LONG, kind: "need" }],
      ["text", { text: "x".repeat(601), kind: "need" }],
      ["kind", { text: "Fine", kind: "wish" }],
      ["text", { kind: "need" }],
      ["for", { text: "Fine", kind: "need", for: { name: "" } }],
      ["for", { text: "Fine", kind: "need", for: { name: LONG } }],
      ["for", { text: "Fine", kind: "need", for: {} }],
    ]
    for (const [field, body] of bad) {
      const problem = await expectProblem(await send("POST", "/notes", body, { key: guest.seatKey }), 400, "bad-body")
      expect(problem.fields?.[0]?.path.split(".")[0], JSON.stringify(body).slice(0, 80)).toBe(field)
    }
    const forNobody = { text: "Fine", kind: "need", for: { seatId: "nobodynobody1234" } }
    await expectProblem(await send("POST", "/notes", forNobody, { key: guest.seatKey }), 404, "unknown-seat")
  })

  test("malformed JSON at every door that takes JSON", async () => {
    const doors: [string, string, string | undefined][] = [
      ["POST", "//api/workshops", undefined],
      ["POST", "//api/seats", undefined],
      ["POST", "/seats", undefined],
      ["POST", "/notes", guest.seatKey],
      ["POST", "/intents", guest.seatKey],
      ["PATCH", "/me", guest.seatKey],
      ["PATCH", "/organiser", opened.organiserKey],
      ["POST", "/organiser/door", opened.organiserKey],
      ["POST", "/organiser/host", opened.organiserKey],
    ]
    for (const [method, path, key] of doors)
      for (const raw of ["{", "", '{"title": }', "\u0000"])
        await expectProblem(await send(method, path, raw, { raw: true, ...(key ? { key } : {}) }), 400, "bad-json")
    for (const [method, path, key] of doors)
      for (const body of [[], 7, null, "words"]) await expectProblem(await send(method, path, body, key ? { key } : {}), 400, "bad-body")
  })

  test("a body of half a megabyte", async () => {
    const body = { text: "x".repeat(512 * 1024), kind: "need" }
    await expectProblem(await send("POST", "/notes", body, { key: guest.seatKey }), 413, "too-large")
  })

  test("malformed files to begin with", async () => {
    const bad: unknown[] = [
      'text,kind\n"unclosed,need\n',
      "what,kind\nThe bus,need\n",
      "text,kind\n",
      `text,kind\n${LONG},need\n`,
      "text,kind\nThe bus,wish\n",
      "",
      {},
      { format: "something else" },
      { format: "evenboard", version: 1 },
      { format: "evenboard", version: 999_999, notes: [] },
      [],
      42,
    ]
    for (const file of bad)
      await expectProblem(await send("POST", "//api/workshops", { title: "From a file", import: file }), 400, "bad-import")
  })

  test("unknown ids", async () => {
    const intent = (body: object) =>
      send("POST", "/intents", { id: `i${Math.random().toString(36).slice(2, 12)}0000`, ...body }, { key: host.seatKey })
    await expectProblem(await intent({ type: "hide-note", noteId: "nosuchnote123456", reason: "Gone" }), 404, "unknown-note")
    await expectProblem(await intent({ type: "restore-note", noteId: "nosuchnote123456" }), 404, "unknown-note")
    await expectProblem(await intent({ type: "written-for", noteId: "nosuchnote123456", for: { name: "Ana" } }), 404, "unknown-note")
    await expectProblem(await intent({ type: "pass-host", to: "nobodynobody1234" }), 404, "unknown-seat")
    await expectProblem(await intent({ type: "raise-hand", agreementId: "nosuchone1234567", stance: "for" }), 404, "unknown-agreement")
    await expectProblem(await intent({ type: "withdraw-worry", worryId: "nosuchworry" }), 404, "unknown-worry")
    await expectProblem(await intent({ type: "lengthen-timer", minutes: 3 }), 409, "no-timer")
    await expectProblem(await intent({ type: "do-magic" }), 400, "bad-body")
    await expectProblem(await intent({ type: "hide-note", noteId, reason: "" }), 400, "bad-body")
    await expectProblem(await intent({ type: "start-timer", minutes: -1 }), 400, "bad-body")
    await expectProblem(await send("POST", "/intents", { type: "stop-timer" }, { key: host.seatKey }), 400, "bad-body")
    await expectProblem(
      await send("POST", "/organiser/host", { seatId: "nobodynobody1234" }, { key: opened.organiserKey }),
      404,
      "unknown-seat",
    )
    await expectProblem(await send("GET", "/export/exe", undefined, { key: guest.seatKey }), 404, "unknown-format")
    await expectProblem(
      await send("POST", "//api/workshops/nosuchworkshop00/notes", { text: "x", kind: "need" }, { key: guest.seatKey }),
      404,
      "not-found",
    )
    await expectProblem(await send("GET", "//api/nothing/here"), 404, "not-found")
    await expectProblem(await send("GET", "/history?before=yesterday", undefined, { key: guest.seatKey }), 400, "bad-body")
  })

  test("what only the host, the author or the organiser may do", async () => {
    const intent = (body: object) =>
      send("POST", "/intents", { id: `j${Math.random().toString(36).slice(2, 12)}0000`, ...body }, { key: guest.seatKey })
    await expectProblem(await intent({ type: "move-stage", to: "options" }), 403, "not-host")
    await expectProblem(await intent({ type: "start-timer", minutes: 5 }), 403, "not-host")
    await expectProblem(await intent({ type: "hide-note", noteId, reason: "I do not like it" }), 403, "not-host")
    await expectProblem(await intent({ type: "shut-door" }), 403, "not-host")
    await expectProblem(await intent({ type: "written-for", noteId, for: { name: "Ana" } }), 403, "not-your-note")
    await expectProblem(await send("GET", "/organiser", undefined, { key: host.seatKey }), 403, "not-organiser")
    await expectProblem(await send("POST", "/organiser/end", {}, { key: host.seatKey }), 403, "not-organiser")
    await expectProblem(await send("POST", "/organiser/delete", {}, { key: host.seatKey }), 403, "not-organiser")
  })

  test("a wrong key, or none", async () => {
    const wrong = ["A".repeat(43), "short", "a b c", `${guest.seatKey}x`]
    for (const [method, path] of [
      ["GET", "/me"],
      ["POST", "/notes"],
      ["POST", "/intents"],
      ["GET", "/history"],
      ["GET", "/door"],
      ["GET", "/export/json"],
      ["GET", "/organiser"],
    ] as const) {
      const body = method === "POST" ? { text: "Let me in", kind: "need" } : undefined
      await expectProblem(await send(method, path, body), 401, "wrong-key")
      for (const key of wrong) await expectProblem(await send(method, path, body, { key }), 401, "wrong-key")
    }
    const other = await openWorkshop(server.origin, { title: "Another room" })
    await expectProblem(await send("GET", "/organiser", undefined, { key: other.organiserKey }), 401, "wrong-key")
    await expectProblem(await send("POST", "/seats", { key: keyOf(other) }), 401, "wrong-key")
    await expectProblem(await send("POST", "/seats", { key: "" }), 401, "wrong-key")
    await expectProblem(await send("POST", "/seats", {}), 401, "wrong-key")
  })

  test("a wrong code, and three wrong words", async () => {
    const wrong = opened.joinCode === "000000" ? "000001" : "000000"
    await expectProblem(await send("POST", "//api/seats", { code: wrong }), 404, "wrong-code")
    for (const code of ["", "12", "abcdef", LONG]) await expectProblem(await send("POST", "//api/seats", { code }), 400, "bad-body")
    await expectProblem(await send("POST", "/seats", { returnCode: "three wrong words" }), 404, "wrong-return-code")
    await expectProblem(await send("POST", "/seats", { returnCode: LONG }), 400, "bad-body")
  })

  test("details too long to be a name", async () => {
    const key = keyOf(opened)
    for (const details of [{ name: LONG }, { group: LONG }, { table: LONG }, { language: "xx" }, { showName: "yes" }]) {
      const problem = await expectProblem(await send("POST", "/seats", { key, ...details }), 400, "bad-body")
      expect(problem.fields?.map((field) => field.path)).toEqual(Object.keys(details))
      await expectProblem(await send("PATCH", "/me", details, { key: guest.seatKey }), 400, "bad-body")
    }
    await expectProblem(await send("PATCH", "/organiser", { title: "" }, { key: opened.organiserKey }), 400, "bad-body")
    await expectProblem(await send("PATCH", "/organiser", { title: LONG }, { key: opened.organiserKey }), 400, "bad-body")
    await expectProblem(await send("PATCH", "/organiser", { stage: { kind: "lunch" } }, { key: opened.organiserKey }), 400, "bad-body")
  })

  test("a wrong method says which ones there are", async () => {
    const doors: [string, string, string[]][] = [
      ["GET", "/notes", ["POST"]],
      ["DELETE", "/me", ["GET", "PATCH"]],
      ["PUT", "/intents", ["POST"]],
      ["POST", "/export/json", ["GET"]],
      ["DELETE", "/organiser", ["GET", "PATCH"]],
      ["GET", "//api/workshops", ["POST"]],
      ["GET", "//api/seats", ["POST"]],
    ]
    for (const [method, path, allowed] of doors) {
      const answer = await send(method, path, undefined, { key: guest.seatKey })
      const said = (answer.headers.get("allow") ?? "").split(", ")
      await expectProblem(answer, 405, "wrong-method")
      expect(said).toEqual(expect.arrayContaining(allowed))
    }
  })

  test("a form sent by another website, whatever it carries", async () => {
    const headers = { origin: "https://elsewhere.example", cookie: `eb_${opened.workshopId}=${guest.seatKey}` }
    await expectProblem(await send("POST", "/notes", { text: "Forged", kind: "need" }, { headers }), 403, "foreign-origin")
    await expectProblem(
      await send("POST", "/notes", { text: "Forged", kind: "need" }, { headers, key: guest.seatKey }),
      403,
      "foreign-origin",
    )
    const form = new URLSearchParams({ text: "Forged", kind: "need" }).toString()
    const plain = await send("POST", `//w/${opened.workshopId}/plain`, form, {
      raw: true,
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
    })
    expect(plain.status).toBe(403)
  })

  test("the plain form keeps what was typed when it cannot take it", async () => {
    const post = (fields: Record<string, string>) =>
      send("POST", `//w/${opened.workshopId}/plain`, new URLSearchParams(fields).toString(), {
        raw: true,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          accept: "text/html",
          origin: server.origin,
          cookie: `eb_${opened.workshopId}=${guest.seatKey}`,
        },
      })
    const empty = await post({ text: "  ", kind: "need", for: "Ana" })
    expect(empty.status).toBe(400)
    expect(await empty.text()).toMatch(/Please write something first\.[\s\S]*value="Ana"/)
    const long = await post({ text: LONG, kind: "offer" })
    expect(long.status).toBe(400)
    expect(await long.text()).toContain(LONG)
    const kind = await post({ text: "Kept", kind: "wish" })
    expect(kind.status).toBe(400)
    expect(await kind.text()).toContain("Kept")
  })

  test("people who open a closed way read a page, not JSON", async () => {
    for (const [path, status] of [
      ["//j/nosuchkey", 404],
      ["//nothing/here", 404],
    ] as const) {
      const answer = await send("GET", path, undefined, { headers: { accept: "text/html" } })
      expect(answer.status).toBe(status)
      expect(answer.headers.get("content-type")).toContain("text/html")
      expect(await answer.text()).toMatch(/<h1>[A-Z][^<]+\.<\/h1>/)
    }
  })
})

test("too many wrong codes are slowed down, with a sentence and when to come back", async () => {
  const headers = { "user-agent": "Guesser" }
  for (let tries = 0; tries < 20; tries++) {
    const answer = await send("POST", "//api/seats", { code: String(100_000 + tries) }, { headers })
    if (answer.status !== 429) continue
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    await expectProblem(answer, 429, "too-many-tries")
    return
  }
  throw new Error("twenty wrong codes were never slowed down")
})

test("after the end, nothing can be added and everything can be read", async () => {
  const over = await openWorkshop(server.origin, { title: "Over" })
  const seat = await join(server.origin, over)
  const at = (path: string) => `${server.origin}/api/workshops/${over.workshopId}${path}`
  const ask = (method: string, path: string, body: unknown, key: string) =>
    fetch(at(path), { method, headers: { "content-type": "application/json", authorization: `Bearer ${key}` }, body: JSON.stringify(body) })
  expect((await ask("POST", "/organiser/end", {}, over.organiserKey)).status).toBe(200)
  await expectProblem(await ask("POST", "/notes", { text: "Too late", kind: "need" }, seat.seatKey), 409, "ended")
  await expectProblem(await ask("POST", "/seats", { key: keyOf(over) }, seat.seatKey), 409, "ended")
  expect(await exported(server.origin, over.workshopId, "json", seat.seatKey)).not.toContain("Too late")
})
