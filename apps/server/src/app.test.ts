// Every route in sentences, through app.request: real store, real live workshops, no port.
import type { Door, HistoryPage, Joined, OpenedWorkshop, OrganiserView, OwnSeat, Problem } from "@evenboard/api"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { cookieOf, keyOf, openTestServer, ORIGIN, problemOf, readJson, START, type TestServer } from "./testing/server.ts"

let server: TestServer
beforeAll(async () => void (server = await openTestServer()))
afterAll(() => server.close())

const reason = async (answer: Response): Promise<[number, string]> => [answer.status, (await problemOf(answer)).reason]
const own = { origin: ORIGIN }

describe("health", () => {
  test("says that it runs, that it can store, and which version it is", async () => {
    expect((await server.call("GET", "/livez")).status).toBe(200)
    expect((await server.call("GET", "/readyz")).status).toBe(200)
    expect(await readJson(await server.call("GET", "/version"))).toMatchObject({ name: "evenboard" })
  })
})

describe("opening a workshop", () => {
  test("gives a join link, six digits and the organiser's key, none of which stands in the store", async () => {
    const answer = await server.call("POST", "/api/workshops", {
      json: { title: "  Better mornings ", groups: ["Staff", "Staff"], recipe: "hour" },
    })
    expect(answer.status).toBe(201)
    const opened = await readJson<OpenedWorkshop>(answer)
    expect(opened.joinUrl).toMatch(new RegExp(`^${ORIGIN}/j/[0-9A-Za-z]{22}$`))
    expect(opened.joinCode).toMatch(/^\d{6}$/)
    expect(opened.organiserUrl).toBe(`${ORIGIN}/o/${opened.workshopId}#${opened.organiserKey}`)
    const row = JSON.stringify(await server.store.workshop(opened.workshopId))
    for (const secret of [keyOf(opened), opened.organiserKey]) expect(row).not.toContain(secret)
    const { session } = await server.live.now(opened.workshopId)
    expect([session.title, session.groups, session.stages.length]).toEqual(["Better mornings", ["Staff"], 6])
  })

  test.each([
    ["an empty title", { title: "  " }, "title", "Please write something here."],
    ["a title of 10,000 characters", { title: "x".repeat(10_000) }, "title", "Please use at most 140 characters."],
    ["no title", {}, "title", "We could not read this part."],
    ["thirteen groups", { title: "A", groups: Array.from({ length: 13 }, (_, i) => `g${i}`) }, "groups", "Please send at most 12."],
    ["an unknown recipe", { title: "A", recipe: "nothing" }, "recipe", "We could not read this part."],
    ["an unknown language", { title: "A", language: "xx" }, "language", "We could not read this part."],
  ])("refuses %s, naming the field in a sentence", async (_, json, path, message) => {
    const answer = await server.call("POST", "/api/workshops", { json })
    expect(answer.status).toBe(400)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(await problemOf(answer)).toMatchObject({ reason: "bad-body", status: 400, type: "about:blank", fields: [{ path, message }] })
  })

  test("refuses broken JSON, in the language of the request", async () => {
    const answer = await server.call("POST", "/api/workshops", { text: "{", headers: { "accept-language": "es" } })
    expect(await problemOf(answer)).toMatchObject({ reason: "bad-json", title: "No pudimos leer lo enviado. No ha cambiado nada." })
  })
})

describe("imports", () => {
  test("rows of a CSV become notes with their authors, who have no device", async () => {
    const opened = await server.open({
      import: "text,kind,theme,author\nThe bus stops at six,need,Getting there,Rosa\nI can drive,offer,Getting there,Sam\n",
    })
    const { board, seats, facts, session } = await server.live.now(opened.workshopId)
    expect([...board.notes.values()].map((note) => note.text).toSorted()).toEqual(["I can drive", "The bus stops at six"])
    expect([...seats.values()].map((seat) => [seat.name, seat.device])).toEqual([
      ["Rosa", false],
      ["Sam", false],
    ])
    expect(facts.size).toBe(2)
    expect([session.title, session.host]).toEqual(["Better mornings", null])
    const joined = await server.join(opened)
    expect((await server.live.now(opened.workshopId)).session.host).toBe(joined.seatId)
  })

  test("a JSON export comes back equal but for the id, the time and the import event", async () => {
    const first = await server.open({ purpose: "What to change first", language: "es", groups: ["Staff"] })
    const rosa = await server.join(first, { name: "Rosa", showName: true })
    await server.call("POST", `/api/workshops/${first.workshopId}/notes`, {
      key: rosa.seatKey,
      json: { text: "The bus stops at six", kind: "need", for: { name: "Ana" } },
    })
    const before = await readJson<Record<string, unknown>>(
      await server.call("GET", `/api/workshops/${first.workshopId}/export/json`, { key: rosa.seatKey }),
    )
    const second = await server.open({ import: before })
    const after = await readJson<Record<string, unknown>>(
      await server.call("GET", `/api/workshops/${second.workshopId}/export/json`, { key: second.organiserKey }),
    )
    const log = after["log"] as { type: string }[]
    expect(log.map((event) => event.type).filter((type) => type === "imported")).toEqual(["imported"])
    const bare = (file: Record<string, unknown>) => ({
      ...file,
      exportedAt: 0,
      workshop: { ...(file["workshop"] as object), id: "" },
      log: (file["log"] as { type: string }[]).filter((event) => event.type !== "imported"),
    })
    expect(bare(after)).toEqual(bare(before))
    expect((await server.store.workshop(second.workshopId))?.language).toBe("es")
  })

  test("an ended workshop with a shut door can go on as a new one: whoever joins first hosts", async () => {
    const first = await server.open()
    await server.join(first, { name: "Rosa", showName: true })
    await server.call("POST", `/api/workshops/${first.workshopId}/organiser/door`, { key: first.organiserKey, json: { open: false } })
    await server.call("POST", `/api/workshops/${first.workshopId}/organiser/end`, { key: first.organiserKey })
    const file = await (await server.call("GET", `/api/workshops/${first.workshopId}/export/json`, { key: first.organiserKey })).text()
    const second = await server.open({ title: "Better evenings", import: file })
    const sam = await server.join(second, { name: "Sam" })
    const { session, seats } = await server.live.now(second.workshopId)
    expect([session.title, session.ended, session.doorOpen, session.host]).toEqual(["Better evenings", false, true, sam.seatId])
    expect([...seats.values()].map((seat) => [seat.guest, seat.name, seat.device])).toEqual([
      [1, "Rosa", false],
      [2, "Sam", true],
    ])
  })

  test.each([
    ["a CSV without words", "kind,theme\nneed,x\n"],
    ["a CSV whose quote never closes", 'text\n"abc'],
    ["an object that is no export", { format: "other" }],
    ["a number", 5],
  ])("%s is refused with a sentence, and nothing is made", async (_, file) => {
    const answer = await server.call("POST", "/api/workshops", { json: { title: "A", import: file } })
    const problem = await problemOf(answer)
    expect([answer.status, problem.reason]).toEqual([400, "bad-import"])
    expect(problem.fields?.[0]?.message).toMatch(/\w+/)
  })
})

describe("joining", () => {
  test("by the key: a seat, its key, three words, leased client ids and the browser's cookie", async () => {
    const opened = await server.open()
    const answer = await server.call("POST", `/api/workshops/${opened.workshopId}/seats`, {
      json: { key: keyOf(opened), name: " Rosa  M. ", table: "2" },
    })
    expect(answer.status).toBe(201)
    const joined = await readJson<Joined>(answer)
    expect(joined.seatKey).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(joined.returnCode.split(" ")).toHaveLength(3)
    expect(joined.clientIds.count).toBe(16)
    expect(answer.headers.get("set-cookie")).toBe(
      `eb_${opened.workshopId}=${joined.seatKey}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000`,
    )
    const seat = await server.store.seat(opened.workshopId, joined.seatId)
    expect(seat).toMatchObject({ guest: 1, name: "Rosa M.", credit: "none", table: "2", group: null })
    expect(JSON.stringify(seat)).not.toContain(joined.returnCode)
  })

  test("the first person hosts, and nobody else, even when many join at once", async () => {
    const opened = await server.open()
    const first = await server.join(opened)
    await Promise.all(Array.from({ length: 5 }, () => server.join(opened)))
    const { session, seats } = await server.live.now(opened.workshopId)
    expect([session.host, seats.size]).toEqual([first.seatId, 6])
    const hosts = (await server.store.events(opened.workshopId)).filter((event) => event.type === "host-changed")
    expect(hosts).toMatchObject([{ by: "server", from: null, to: first.seatId, how: "first" }])
  })

  test("two who join first at once do not both host", async () => {
    const opened = await server.open()
    await Promise.all([server.join(opened), server.join(opened), server.join(opened)])
    expect((await server.store.events(opened.workshopId)).filter((event) => event.type === "host-changed")).toHaveLength(1)
  })

  test("by six digits, as people type them", async () => {
    const opened = await server.open()
    const typed = `${opened.joinCode.slice(0, 3)} ${opened.joinCode.slice(3)}`
    const answer = await server.call("POST", "/api/seats", { json: { code: typed, name: "Sam" } })
    expect(answer.status).toBe(201)
    expect(await readJson(answer)).toMatchObject({ workshopId: opened.workshopId })
  })

  test("three words give the same seat a new key; wrong words give nothing", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const path = `/api/workshops/${opened.workshopId}/seats`
    const back = await readJson<Joined>(
      await server.call("POST", path, { json: { returnCode: joined.returnCode.toUpperCase().replaceAll(" ", "-") } }),
    )
    expect([back.seatId, back.returnCode, back.seatKey === joined.seatKey]).toEqual([joined.seatId, joined.returnCode, false])
    for (const key of [back.seatKey, joined.seatKey])
      expect((await server.call("GET", `/api/workshops/${opened.workshopId}/me`, { key })).status).toBe(200)
    expect(await reason(await server.call("POST", path, { json: { returnCode: "no such words" } }))).toEqual([404, "wrong-return-code"])
    expect(await reason(await server.call("POST", path, { json: { returnCode: "one" } }))).toEqual([404, "wrong-return-code"])
  })

  test.each([
    ["a wrong key", (o: OpenedWorkshop) => [`/api/workshops/${o.workshopId}/seats`, { key: "x".repeat(22) }], [401, "wrong-key"]],
    ["no key", (o: OpenedWorkshop) => [`/api/workshops/${o.workshopId}/seats`, {}], [401, "wrong-key"]],
    ["an unknown workshop", (o: OpenedWorkshop) => ["/api/workshops/abcdefgh12345678/seats", { key: keyOf(o) }], [404, "not-found"]],
    ["an id that could be none", (o: OpenedWorkshop) => ["/api/workshops/..%2f/seats", { key: keyOf(o) }], [404, "not-found"]],
    ["a wrong code", () => ["/api/seats", { code: "000 000" }], [404, "wrong-code"]],
    ["a code that is none", () => ["/api/seats", { code: "abcdef" }], [400, "bad-body"]],
    [
      "a name of 10,000 characters",
      (o: OpenedWorkshop) => [`/api/workshops/${o.workshopId}/seats`, { key: keyOf(o), name: "x".repeat(10_000) }],
      [400, "bad-body"],
    ],
  ] as const)("%s is refused, and nobody is seated", async (_, make, expected) => {
    const opened = await server.open()
    const [path, json] = make(opened) as [string, object]
    expect(await reason(await server.call("POST", path, { json }))).toEqual(expected)
    expect(await server.store.seats(opened.workshopId)).toEqual([])
  })

  test("a shut door lets nobody new in, by key or by code, until it opens with a new code", async () => {
    const opened = await server.open()
    const host = await server.join(opened)
    const intents = `/api/workshops/${opened.workshopId}/intents`
    expect((await server.call("POST", intents, { key: host.seatKey, json: { id: "intent-shut", type: "shut-door" } })).status).toBe(200)
    const seats = `/api/workshops/${opened.workshopId}/seats`
    expect(await reason(await server.call("POST", seats, { json: { key: keyOf(opened) } }))).toEqual([403, "door-shut"])
    expect(await reason(await server.call("POST", "/api/seats", { json: { code: opened.joinCode } }))).toEqual([404, "wrong-code"])
    expect(await readJson<Door>(await server.call("GET", `/api/workshops/${opened.workshopId}/door`, { key: host.seatKey }))).toMatchObject(
      { open: false, joinCode: null },
    )
    await server.call("POST", intents, { key: host.seatKey, json: { id: "intent-open", type: "open-door" } })
    const door = await readJson<Door>(await server.call("GET", `/api/workshops/${opened.workshopId}/door`, { key: host.seatKey }))
    expect(door).toMatchObject({ open: true, joinUrl: opened.joinUrl })
    expect(door.joinCode).toMatch(/^\d{6}$/)
    expect(door.qrSvg).toMatch(/^<svg/)
    expect((await server.call("POST", "/api/seats", { json: { code: door.joinCode } })).status).toBe(201)
  })
})

describe("a seat", () => {
  test("sees and changes what it says about itself; others see the name only when it is shown", async () => {
    const opened = await server.open({ groups: ["Staff"] })
    const joined = await server.join(opened, { name: "Rosa" })
    const path = `/api/workshops/${opened.workshopId}/me`
    const me = await readJson<OwnSeat>(await server.call("GET", path, { key: joined.seatKey }))
    expect(me).toEqual({
      id: joined.seatId,
      guest: 1,
      name: null,
      group: null,
      table: null,
      device: true,
      ownName: "Rosa",
      credit: "none",
      quotable: true,
      language: "en",
    })
    const changed = await server.call("PATCH", path, { key: joined.seatKey, json: { showName: true, group: "Staff", language: "ar" } })
    expect(await readJson(changed)).toMatchObject({ name: "Rosa", group: "Staff", language: "ar" })
    expect(await readJson(await server.call("PATCH", path, { key: joined.seatKey, json: { name: "", group: "" } }))).toMatchObject({
      name: null,
      group: null,
      credit: "name",
    })
    expect(await reason(await server.call("PATCH", path, { key: joined.seatKey, json: { language: "xx" } }))).toEqual([400, "bad-body"])
  })

  test("gets new words, and the older ones stop working", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const { returnCode } = await readJson<{ returnCode: string }>(
      await server.call("POST", `/api/workshops/${opened.workshopId}/me/return-code`, { key: joined.seatKey }),
    )
    const seats = `/api/workshops/${opened.workshopId}/seats`
    expect((await server.call("POST", seats, { json: { returnCode } })).status).toBe(201)
    expect((await server.call("POST", seats, { json: { returnCode: joined.returnCode } })).status).toBe(404)
  })

  test("leaves this browser: the cookie goes, the seat stays", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const answer = await server.call("POST", `/api/workshops/${opened.workshopId}/me/leave`, {
      cookie: `eb_${opened.workshopId}=${joined.seatKey}`,
      headers: own,
    })
    expect(answer.headers.get("set-cookie")).toContain(`eb_${opened.workshopId}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
    expect(answer.headers.get("clear-site-data")).toBe('"cache"')
    expect(await server.store.seat(opened.workshopId, joined.seatId)).not.toBeNull()
  })

  test("adds a whole note, its own or somebody else's words", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const path = `/api/workshops/${opened.workshopId}/notes`
    expect(
      await readJson(await server.call("POST", path, { key: joined.seatKey, json: { text: "The bus stops at six", kind: "need" } })),
    ).toMatchObject({ number: 1 })
    const second = await readJson<{ noteId: string; number: number }>(
      await server.call("POST", path, { key: joined.seatKey, json: { text: "Stairs", kind: "risk", for: { name: "Ana" } } }),
    )
    expect(second.number).toBe(2)
    const { board, facts, seats } = await server.live.now(opened.workshopId)
    expect([...board.notes.values()].map((note) => [note.text, note.canvas])).toEqual([
      ["The bus stops at six", "needs"],
      ["Stairs", "matrix"],
    ])
    const fact = facts.get(second.noteId)
    expect([seats.get(fact?.author ?? "")?.name, fact?.scribe]).toEqual(["Ana", joined.seatId])
    const page = await readJson<HistoryPage>(
      await server.call("GET", `/api/workshops/${opened.workshopId}/history`, { key: joined.seatKey }),
    )
    expect(page.rows.length).toBeGreaterThanOrEqual(2)
    const history = async (query: string) =>
      server.call("GET", `/api/workshops/${opened.workshopId}/history?${query}`, { key: joined.seatKey })
    const added = await readJson<HistoryPage>(await history("kinds=outcome-said,note-added"))
    expect(added.rows.map(({ kind, target }) => [kind, target])).toEqual(
      [second.noteId, ...[...board.notes.keys()].filter((id) => id !== second.noteId)].map((id) => ["note-added", id]),
    )
    expect((await readJson<HistoryPage>(await history("kinds=outcome-said"))).rows).toEqual([])
    const rows = async (query: string) => (await readJson<HistoryPage>(await history(query))).rows
    expect(await rows("until=1")).toEqual([])
    expect(await rows(`until=${page.rows[0]?.at ?? 0}&limit=1`)).toEqual(page.rows.slice(0, 1))
    for (const wrong of ["kinds=x'%20OR%201", "until=now", "limit=0", "limit=5000"]) expect((await history(wrong)).status).toBe(400)
  })

  test.each([
    ["an empty note", { text: " ", kind: "need" }],
    ["a note of 10,000 characters", { text: "x".repeat(10_000), kind: "need" }],
    ["an unknown kind", { text: "a", kind: "wish" }],
    ["a list", []],
  ])("%s is refused and nothing is added", async (_, json) => {
    const opened = await server.open()
    const joined = await server.join(opened)
    expect(await reason(await server.call("POST", `/api/workshops/${opened.workshopId}/notes`, { key: joined.seatKey, json }))).toEqual([
      400,
      "bad-body",
    ])
    expect((await server.live.now(opened.workshopId)).board.notes.size).toBe(0)
  })

  test("an intent is decided once, however often it comes; one not allowed says why", async () => {
    const opened = await server.open()
    const host = await server.join(opened)
    const guest = await server.join(opened)
    const path = `/api/workshops/${opened.workshopId}/intents`
    for (let i = 0; i < 2; i++)
      expect(
        (await server.call("POST", path, { key: host.seatKey, json: { id: "move-needs-1", type: "move-stage", to: "needs" } })).status,
      ).toBe(200)
    expect((await server.store.events(opened.workshopId)).filter((event) => event.type === "stage-moved")).toHaveLength(1)
    expect(
      await reason(
        await server.call("POST", path, { key: guest.seatKey, json: { id: "move-again-1", type: "move-stage", to: "options" } }),
      ),
    ).toEqual([403, "not-host"])
    expect(await reason(await server.call("POST", path, { key: host.seatKey, json: { id: "what-is-it-1", type: "dance" } }))).toEqual([
      400,
      "bad-body",
    ])
    expect(
      await reason(
        await server.call("POST", path, {
          key: host.seatKey,
          json: { id: "hide-none-1", type: "hide-note", noteId: "abcdefgh12345678", reason: "x" },
        }),
      ),
    ).toEqual([404, "unknown-note"])
  })
})

describe("keys", () => {
  test("no key, a wrong one, one of another workshop and a broken header are told to join", async () => {
    const [one, two] = [await server.open(), await server.open()]
    const elsewhere = await server.join(two)
    for (const path of ["me", "door", "history", "export/json", "organiser"])
      for (const headers of [
        {},
        { authorization: "Bearer x" },
        { authorization: `Bearer ${elsewhere.seatKey}` },
        { authorization: `Basic ${one.organiserKey}` },
      ])
        expect(await reason(await server.call("GET", `/api/workshops/${one.workshopId}/${path}`, { headers }))).toEqual([401, "wrong-key"])
  })

  test("a cookie is taken only from our own pages when something would change", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const cookie = `eb_${opened.workshopId}=${joined.seatKey}`
    const path = `/api/workshops/${opened.workshopId}/notes`
    const note = { text: "a", kind: "need" }
    expect((await server.call("POST", path, { cookie, json: note, headers: own })).status).toBe(201)
    expect((await server.call("POST", path, { cookie, json: note, headers: { "sec-fetch-site": "same-origin" } })).status).toBe(201)
    for (const headers of [
      {},
      { origin: "http://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { referer: "http://evil.example/" },
    ])
      expect(await reason(await server.call("POST", path, { cookie, json: note, headers }))).toEqual([403, "foreign-origin"])
    expect((await server.call("GET", `/api/workshops/${opened.workshopId}/me`, { cookie })).status).toBe(200)
    expect((await server.live.now(opened.workshopId)).board.notes.size).toBe(2)
  })

  test("a foreign origin is refused even with a good key", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const answer = await server.call("POST", `/api/workshops/${opened.workshopId}/notes`, {
      key: joined.seatKey,
      json: { text: "a", kind: "need" },
      headers: { origin: "https://evil.example" },
    })
    expect(await reason(answer)).toEqual([403, "foreign-origin"])
  })

  test("nothing secret is ever logged, and no path", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    await server.call("GET", `/j/${keyOf(opened)}`)
    await server.call("GET", `/api/workshops/${opened.workshopId}/organiser`, { key: opened.organiserKey })
    const log = JSON.stringify(server.logged)
    for (const secret of [keyOf(opened), opened.organiserKey, joined.seatKey, joined.returnCode]) expect(log).not.toContain(secret)
    expect(log).toContain('"route":"/j/:key"')
  })
})

describe("the organiser", () => {
  const call = (opened: OpenedWorkshop, method: string, what: string, json?: unknown) =>
    server.call(method, `/api/workshops/${opened.workshopId}/organiser${what}`, {
      key: opened.organiserKey,
      ...(json === undefined ? {} : { json }),
    })

  test("sees how the workshop stands", async () => {
    const opened = await server.open({ purpose: "What to change" })
    const rosa = await server.join(opened, { name: "Rosa", showName: true })
    const view = await readJson<OrganiserView>(await call(opened, "GET", ""))
    expect(view).toMatchObject({
      open: true,
      joinUrl: opened.joinUrl,
      joinCode: opened.joinCode,
      title: "Better mornings",
      purpose: "What to change",
      host: rosa.seatId,
      seats: 1,
      notes: 0,
      endedAt: null,
      keepUntil: START + 180 * 86_400_000,
    })
    expect(view.people).toMatchObject([{ id: rosa.seatId, name: "Rosa" }])
  })

  test("changes title, purpose and a stage, and everyone can read that it did", async () => {
    const opened = await server.open()
    const view = await readJson<OrganiserView>(
      await call(opened, "PATCH", "", { title: "Calmer mornings", stage: { kind: "needs", prompt: "What matters?" } }),
    )
    expect([view.title, view.stages.find((stage) => stage.kind === "needs")?.prompt]).toEqual(["Calmer mornings", "What matters?"])
    expect((await server.store.events(opened.workshopId)).at(-1)).toMatchObject({ type: "plan-edited", by: "organiser" })
    expect(await reason(await call(opened, "PATCH", "", { title: "" }))).toEqual([400, "bad-body"])
  })

  test("shuts and opens the door", async () => {
    const opened = await server.open()
    expect(await readJson(await call(opened, "POST", "/door", { open: false }))).toMatchObject({ open: false, joinCode: null })
    expect(await reason(await server.call("POST", `/api/workshops/${opened.workshopId}/seats`, { json: { key: keyOf(opened) } }))).toEqual([
      403,
      "door-shut",
    ])
    expect(await readJson(await call(opened, "POST", "/door", { open: true }))).toMatchObject({ open: true })
    expect(await reason(await call(opened, "POST", "/door", { open: "yes" }))).toEqual([400, "bad-body"])
  })

  test("makes a new link: the old link and code stop working, people inside stay", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const view = await readJson<OrganiserView>(await call(opened, "POST", "/rotate-link"))
    expect(view.joinUrl).not.toBe(opened.joinUrl)
    expect((await server.call("GET", `/j/${keyOf(opened)}`)).status).toBe(404)
    expect((await server.call("GET", `/j/${keyOf(view)}`)).status).toBe(200)
    if (view.joinCode !== opened.joinCode)
      expect((await server.call("POST", "/api/seats", { json: { code: opened.joinCode } })).status).toBe(404)
    expect((await server.call("GET", `/api/workshops/${opened.workshopId}/me`, { key: joined.seatKey })).status).toBe(200)
  })

  test("takes hosting back and gives it to somebody with a device", async () => {
    const opened = await server.open()
    await server.join(opened)
    const second = await server.join(opened)
    expect(await readJson(await call(opened, "POST", "/host", { seatId: second.seatId }))).toMatchObject({ host: second.seatId })
    expect(await reason(await call(opened, "POST", "/host", { seatId: "nobody" }))).toEqual([404, "unknown-seat"])
  })

  test("ends it: nobody joins or writes any more, everyone can read, and it goes sooner rather than later", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const view = await readJson<OrganiserView>(await call(opened, "POST", "/end"))
    expect(view).toMatchObject({ open: false, joinCode: null, endedAt: START, keepUntil: START + 90 * 86_400_000 })
    expect(await reason(await server.call("POST", `/api/workshops/${opened.workshopId}/seats`, { json: { key: keyOf(opened) } }))).toEqual([
      409,
      "ended",
    ])
    expect(
      await reason(
        await server.call("POST", `/api/workshops/${opened.workshopId}/notes`, { key: joined.seatKey, json: { text: "a", kind: "need" } }),
      ),
    ).toEqual([409, "ended"])
    expect((await server.call("GET", `/api/workshops/${opened.workshopId}/export/html`, { key: joined.seatKey })).status).toBe(200)
    expect((await call(opened, "POST", "/end")).status).toBe(200)
  })

  test("deletes it, and then nothing is left", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    expect((await call(opened, "POST", "/delete")).status).toBe(200)
    expect(await server.store.workshop(opened.workshopId)).toBeNull()
    expect(await server.store.seats(opened.workshopId)).toEqual([])
    expect(await reason(await server.call("GET", `/api/workshops/${opened.workshopId}/me`, { key: joined.seatKey }))).toEqual([
      404,
      "not-found",
    ])
    expect((await server.call("GET", `/j/${keyOf(opened)}`)).status).toBe(404)
  })

  test("a seat's key does none of this", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    for (const what of ["/end", "/delete", "/door", "/rotate-link", "/host"])
      expect(
        await reason(
          await server.call("POST", `/api/workshops/${opened.workshopId}/organiser${what}`, {
            key: joined.seatKey,
            json: { open: true, seatId: joined.seatId },
          }),
        ),
      ).toEqual([403, "not-organiser"])
  })
})

describe("exports", () => {
  test.each([
    ["html", "text/html"],
    ["md", "text/markdown"],
    ["csv", "text/csv"],
    ["json", "application/json"],
  ])("%s comes as a file with a sensible name, and the log says so", async (format, type) => {
    const opened = await server.open()
    const joined = await server.join(opened)
    await server.call("POST", `/api/workshops/${opened.workshopId}/notes`, {
      key: joined.seatKey,
      json: { text: "The bus stops at six", kind: "need" },
    })
    for (const key of [joined.seatKey, opened.organiserKey]) {
      const answer = await server.call("GET", `/api/workshops/${opened.workshopId}/export/${format}`, { key })
      expect(answer.headers.get("content-type")).toContain(type)
      expect(answer.headers.get("content-disposition")).toMatch(
        new RegExp(`^attachment; filename="better-mornings-2026-11-21.${format}"; filename\\*=UTF-8''`),
      )
      expect(await answer.text()).toContain("The bus stops at six")
    }
    expect((await server.store.events(opened.workshopId)).filter((event) => event.type === "exported")).toMatchObject([
      { by: { seat: joined.seatId } },
      { by: "organiser" },
    ])
  })

  test("somebody who follows a link to a file with no cookie reads a page, not a code", async () => {
    const opened = await server.open()
    const answer = await server.call("GET", `/api/workshops/${opened.workshopId}/export/html`, {
      headers: { accept: "text/html,*/*;q=0.8" },
    })
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining("This device is not in this workshop yet.")])
  })

  test("an unknown format is named as such", async () => {
    const opened = await server.open()
    const answer = await server.call("GET", `/api/workshops/${opened.workshopId}/export/docx`, { key: opened.organiserKey })
    expect(await reason(answer)).toEqual([404, "unknown-format"])
  })

  test("the schema of the JSON and the description of the API are published", async () => {
    expect(await readJson(await server.call("GET", "/api/export.schema.json"))).toMatchObject({ title: "Evenboard export" })
    const description = await readJson<{ paths: Record<string, Record<string, { requestBody?: unknown }>> }>(
      await server.call("GET", "/api/openapi.json"),
    )
    expect(Object.keys(description.paths)).toContain("/api/workshops/{id}/organiser/rotate-link")
    expect(JSON.stringify(description.paths["/api/workshops"]?.["post"]?.requestBody)).toContain('"maxLength":140')
  })

  test("every route of the API is described", () => {
    const described = server.app.routes.filter((route) => route.method !== "ALL" && route.path.startsWith("/api/workshops"))
    expect(described.length).toBeGreaterThan(15)
    return server.call("GET", "/api/openapi.json").then(async (answer) => {
      const { paths } = await readJson<{ paths: Record<string, Record<string, unknown>> }>(answer)
      for (const { method, path } of described)
        expect(paths[path.replaceAll(/:(\w+)/g, "{$1}")], `${method} ${path}`).toHaveProperty(method.toLowerCase())
    })
  })
})

describe("wrong ways", () => {
  test.each([
    ["PUT", "/api/workshops", "POST"],
    ["GET", "/api/seats", "POST"],
    ["DELETE", "/api/workshops/abcdefgh12345678/me", "GET, PATCH, HEAD"],
    ["DELETE", "/j/abc", "GET, POST, HEAD"],
    ["POST", "/livez", "GET, HEAD"],
  ])("%s %s is answered 405 with what is allowed", async (method, path, allow) => {
    const answer = await server.call(method, path)
    expect([answer.status, answer.headers.get("allow"), (await problemOf(answer)).reason]).toEqual([405, allow, "wrong-method"])
  })

  test("an address we do not have is not found, as JSON for programs and as a page for people", async () => {
    expect(await reason(await server.call("GET", "/api/nothing"))).toEqual([404, "not-found"])
    expect(await reason(await server.call("POST", "/nothing"))).toEqual([404, "not-found"])
    const page = await server.call("GET", "/nothing", { headers: { accept: "text/html", "accept-language": "ar" } })
    expect([page.status, page.headers.get("content-language")]).toEqual([404, "ar"])
    expect(await page.text()).toContain('<html lang="ar" dir="rtl">')
  })

  test.each(["/j/%", "/j/%E0%A4%A", "/w/%00", "/w/..%2f..%2fetc", "/api/workshops/%ff/me", "//evil.example/", "/assets/../secret"])(
    "%s harms nothing",
    async (path) => {
      const answer = await server.app.request(new Request(`http://hall.test${path}`, { headers: { host: "hall.test" } }))
      expect([303, 404]).toContain(answer.status)
    },
  )

  test("a body over 64 KB is refused, an import may be larger", async () => {
    expect(await reason(await server.call("POST", "/api/seats", { json: { code: "123456", name: "x".repeat(70_000) } }))).toEqual([
      413,
      "too-large",
    ])
    const rows = Array.from({ length: 1500 }, (_, i) => `Row ${i} ${"x".repeat(60)},need`).join("\n")
    expect((await server.call("POST", "/api/workshops", { json: { title: "Big", import: `text,kind\n${rows}\n` } })).status).toBe(201)
  })

  test("when the store cannot write, the answer says so and readyz is 503", async () => {
    const broken = await openTestServer()
    await broken.close()
    expect((await broken.call("GET", "/readyz")).status).toBe(503)
    expect(await reason(await broken.call("POST", "/api/workshops", { json: { title: "A" } }))).toEqual([503, "cannot-store"])
  })

  test("every reason has its sentence as a problem", async () => {
    const problem: Problem = await problemOf(
      await server.call("GET", "/api/workshops/abcdefgh12345678/me", { headers: { "accept-language": "pt-PT" } }),
    )
    expect(problem).toEqual({
      type: "about:blank",
      title: "Não encontrámos esta página. Talvez falte um pedaço do link.",
      status: 404,
      reason: "not-found",
    })
  })
})

test("cookies of an https server are Secure and __Host-", async () => {
  const https = await openTestServer({ env: { EVENBOARD_URL: "https://board.example" } })
  try {
    const opened = await https.open()
    expect(opened.joinUrl).toMatch(/^https:\/\/board\.example\/j\//)
    const answer = await https.call("POST", `/j/${keyOf(opened)}`, { form: {}, headers: { origin: "https://board.example" } })
    expect(cookieOf(answer)).toMatch(new RegExp(`^__Host-eb_${opened.workshopId}=`))
    expect(answer.headers.get("set-cookie")).toMatch(/; Secure$/)
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000")
  } finally {
    await https.close()
  }
})
