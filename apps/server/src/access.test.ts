// What people need so that they can take part: who may read, change and delete it, every byte that anybody else can get of it, and that
// nothing of it is left after its date.
import { readdirSync, readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import type { AccessAsked, AccessNeeds, ContactView, Joined, NamedContact, OrganiserAccess } from "@evenboard/api"
import type { MyData } from "@evenboard/export"
import { openSqlite } from "@evenboard/storage"
import { MOST_NEEDS, sayNeed } from "./access.ts"
import { newId } from "./keys.ts"
import { NEEDS_AN_HOUR } from "./limits.ts"
import { KEEP_ACCESS_MS, KEEP_MS, purge } from "./retention.ts"
import { HOST, keyOf, openTestServer, ORIGIN, problemOf, readJson, type Call, type TestServer } from "./testing/server.ts"

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const SECRET = "CANARYNEED"
const FORM = { words: `${SECRET} a ramp`, speaks: `${SECRET} BSL`, supporter: "yes", reach: `${SECRET} 07700` }
const PAGE = { accept: "text/html", origin: ORIGIN }
/** The cookies an answer set, as a browser sends them back; those it forgets are left out. */
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => !cookie.includes("Max-Age=0"))
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
const privateLinkIn = (page: string): string => new RegExp(`http://${HOST}(/w/[0-9A-Za-z]+/access/[0-9A-Za-z]{22})`).exec(page)?.[1] ?? ""
const keyIn = (page: string): string => /name="key" value="([0-9A-Za-z]{22})"/.exec(page)?.[1] ?? ""

const contactKeyIn = ({ contactUrl }: NamedContact): string => new RegExp(`^${ORIGIN}/c/\\w+#(\\w{22})$`).exec(contactUrl ?? "")?.[1] ?? ""

async function hall(env: Parameters<typeof openTestServer>[0] = {}) {
  const server: TestServer = await openTestServer(env)
  closing.push(() => server.close())
  const workshop = await server.open()
  const path = `/api/workshops/${workshop.workshopId}`
  const link = `/j/${keyOf(workshop)}/access`
  const own = `/w/${workshop.workshopId}/access`
  const call = (method: string, what: string, options: Call = {}) =>
    server.call(method, what, { ...options, headers: { ...PAGE, ...options.headers } })
  const organiser = (method: string, what = "", json?: unknown) =>
    server.call(method, `${path}/organiser/access${what}`, { key: workshop.organiserKey, ...(json === undefined ? {} : { json }) })
  const cookie = (seat: Joined) => `eb_${workshop.workshopId}=${seat.seatKey}`
  let contactKey = ""
  /** Whoever is given a link has it from then on. */
  const name = async (more: object = {}) => {
    const answer = await organiser("PUT", "", { name: "Ana Ruiz", reach: "the front desk", ...more })
    if (answer.ok) contactKey = contactKeyIn(await readJson<NamedContact>(answer.clone())) || contactKey
    return answer
  }
  const contact = (method: "GET" | "POST", key = contactKey) =>
    server.call(method, `${path}/contact${method === "GET" ? "" : "/read"}`, { key })
  return {
    server,
    workshop,
    path,
    link,
    own,
    call,
    organiser,
    cookie,
    name,
    contact,
    contactKey: () => contactKey,
    say: (options: Call = {}) => call("POST", link, { form: FORM, ...options }),
    sayAs: (seat: Joined, form: Record<string, string> = FORM) => call("POST", own, { form, cookie: cookie(seat) }),
    read: async () => (await readJson<AccessNeeds>(await contact("POST"))).needs,
    kept: () => server.store.accessNeeds(workshop.workshopId),
  }
}

test("nobody is asked until somebody is named; then the join page says so in one line, and the page who reads it and until when", async () => {
  const { server, workshop, link, call, name, organiser } = await hall()
  const join = async () => (await call("GET", `/j/${keyOf(workshop)}`)).text()
  expect(await join()).not.toContain("/access")
  const nobody = await call("GET", link)
  expect(await nobody.text()).not.toContain("<textarea")
  expect((await call("POST", link, { form: FORM })).status).toBe(409)
  const named = await readJson<NamedContact>(await name())
  expect(named).toMatchObject({
    contact: { name: "Ana Ruiz", reach: "the front desk", deleteAt: server.now() + KEEP_ACCESS_MS },
    said: 0,
    unread: 0,
    readAt: null,
    hasLink: true,
  })
  expect(await join()).toContain(`href="${link}?lang=en"`)
  await organiser("GET")
  const page = await call("GET", link)
  expect(page.headers.get("cache-control")).toBe("no-store")
  const text = await page.text()
  for (const part of ["Ana Ruiz", "the front desk", server.words("en").day(server.now() + KEEP_ACCESS_MS)]) expect(text).toContain(part)
  expect(text).not.toContain("<script")
})

test("a date is an hour from now at least and not after the workshop's own last day; an answer never stays longer than it was told", async () => {
  const { server, name, say, kept, workshop } = await hall()
  expect((await name({ deleteAt: server.now() + 1000 })).status).toBe(400)
  expect((await name({ deleteAt: server.now() + KEEP_MS + 1 })).status).toBe(400)
  await name({ deleteAt: server.now() + 7_200_000 })
  await say()
  await name({ deleteAt: server.now() + 36_000_000 })
  expect((await kept()).map(({ deleteAt }) => deleteAt - server.now())).toEqual([7_200_000])
  await name({ deleteAt: server.now() + 3_600_000 })
  expect((await kept()).map(({ deleteAt }) => deleteAt - server.now())).toEqual([3_600_000])
  expect((await server.store.accessContact(workshop.workshopId))?.deleteAt).toBe(server.now() + 3_600_000)
})

test("somebody with only the link says it, changes it by the private link from anywhere, and deletes it; a form sent twice says it once", async () => {
  const { link, call, name, say, kept, read } = await hall()
  await name()
  const key = keyIn(await (await call("GET", link)).text())
  const once = await say({ form: { ...FORM, key, shared: "yes" } })
  const again = await say({ form: { ...FORM, key, shared: "yes" } })
  expect([once.status, again.status, (await kept()).length]).toEqual([200, 200, 1])
  expect(cookiesOf(once)).toBe("") // a device that others use keeps nothing
  const page = await once.text()
  expect(page).toContain("Ana Ruiz can read it now")
  const mine = privateLinkIn(page)
  expect(mine.endsWith(key)).toBe(true)
  expect((await kept())[0]?.keyHash).not.toContain(key)
  const opened = await call("GET", mine)
  expect(await opened.text()).toContain(`${SECRET} a ramp`)
  expect(opened.headers.getSetCookie()).toEqual([]) // a link that somebody else sent must not become where this person writes
  const changed = await call("POST", mine, { form: { words: "Large print", speaks: "", reach: "" } })
  expect([changed.status, changed.headers.get("location")]).toEqual([303, `${mine}?said=saved&lang=en`])
  expect(await read()).toMatchObject([{ words: "Large print", language: "", supporter: false, reach: "" }])
  await call("POST", mine, { form: { do: "delete" } })
  expect(await kept()).toEqual([])
  expect(await (await call("GET", `${mine}?said=deleted`)).text()).toContain("It is deleted")
  expect((await call("GET", mine)).status).toBe(404)
  expect((await call("POST", mine, { form: FORM })).status).toBe(404)
  expect(await kept()).toEqual([])
})

test("the page that answered a shared device changes and deletes the same answer, and never leaves a key on it", async () => {
  const { call, link, name, say, kept } = await hall()
  await name()
  const page = await (await say({ form: { ...FORM, shared: "yes" } })).text()
  const changed = await say({ form: { words: "Only large print", key: keyIn(page), shared: "yes" } })
  expect([cookiesOf(changed), (await kept()).map(({ words }) => words)]).toEqual(["", ["Only large print"]])
  await call("POST", link, { form: { do: "delete", key: keyIn(await changed.text()) } })
  expect(await kept()).toEqual([])
})

test("on one's own phone it is there again, and belongs to the seat that joins there; the browser then forgets the key", async () => {
  const { server, workshop, link, own, call, name, say, kept, sayAs } = await hall()
  await name()
  const before = cookiesOf(await say())
  expect(await (await call("GET", link, { cookie: before })).text()).toContain(`${SECRET} a ramp`)
  const joined = await call("POST", `/j/${keyOf(workshop)}`, { form: { name: "Rosa" }, cookie: before })
  expect(joined.headers.getSetCookie().find((one) => one.startsWith("eba_"))).toContain("Max-Age=0")
  const [need] = await kept()
  const seats = await server.store.seats(workshop.workshopId)
  expect(need?.seat).toBe(seats[0]?.id)
  expect((await call("GET", link, { cookie: cookiesOf(joined) })).headers.get("location")).toBe(own)
  expect(await (await call("GET", own, { cookie: cookiesOf(joined) })).text()).toContain(`${SECRET} a ramp`)
  // What a seat has said of its own is not overwritten by what stands on a phone.
  const sam = await server.join(workshop, { name: "Sam" })
  await sayAs(sam, { words: "Sam's own" })
  const other = cookiesOf(await say())
  await call("POST", `/j/${keyOf(workshop)}`, { form: { returnCode: sam.returnCode }, cookie: other })
  expect((await kept()).filter(({ seat }) => seat === sam.seatId).map(({ words }) => words)).toEqual(["Sam's own"])
})

test("what is empty or too long is not taken, says why, and keeps what was typed", async () => {
  const { name, say, kept } = await hall()
  await name()
  const empty = await say({ form: { words: "  ", speaks: "", reach: "" } })
  expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining("tick the box")])
  const long = await say({ form: { ...FORM, words: `typed ${"x".repeat(1100)}` } })
  expect([long.status, await long.text()]).toEqual([400, expect.stringContaining("typed xxx")])
  expect((await say({ form: { words: `${"x".repeat(499)}\r\n${"y".repeat(500)}` } })).status).toBe(200) // as the browser counts
  expect(await kept()).toHaveLength(1)
})

test("only the contact's own link reads it, and each reading stands in everybody's log, an empty one too, without a word of it", async () => {
  const { server, workshop, path, name, organiser, contact, contactKey, sayAs, read } = await hall()
  const rosa = await server.join(workshop, { name: "Rosa" })
  await name()
  expect(await read()).toEqual([])
  await sayAs(rosa)
  expect(await read()).toMatchObject([{ words: FORM.words, language: FORM.speaks, supporter: true, reach: FORM.reach }])
  expect(JSON.stringify(await read())).not.toContain(rosa.seatId) // the contact has what was written, not which seat wrote it
  const events = await server.store.events(workshop.workshopId)
  expect(events.filter(({ type }) => type.startsWith("access"))).toMatchObject([
    { type: "access-contact", named: true, by: "organiser" },
    ...[1, 2, 3].map(() => ({ type: "access-read", by: "server" })),
  ])
  for (const [method, what] of [
    ["GET", ""],
    ["PUT", ""],
    ["DELETE", ""],
    ["POST", "/link"],
  ] as const)
    for (const key of [rosa.seatKey, "nokeynokeynokeynokeynokey", contactKey()])
      expect(
        (await server.call(method, `${path}/organiser/access${what}`, { key, ...(method === "GET" ? {} : { json: {} }) })).status,
      ).toBeGreaterThanOrEqual(401)
  // The organiser's key opens none of it, nor does a seat's, nor does nothing; and the contact's opens nothing else.
  for (const key of [workshop.organiserKey, rosa.seatKey, "nokeynokeynokeynokeynokey", undefined])
    for (const [method, what] of [
      ["GET", "contact"],
      ["POST", "contact/read"],
    ] as const)
      expect((await problemOf(await server.call(method, `${path}/${what}`, key === undefined ? {} : { key }))).reason).toBe("wrong-contact")
  expect((await server.call("POST", `${path}/organiser/access/read`, { key: workshop.organiserKey })).status).toBe(404)
  for (const what of ["me", "private", "organiser", "organiser/safe", "history", "access", "door", "export/json", "me/data"])
    expect((await server.call("GET", `${path}/${what}`, { key: contactKey() })).status, what).toBe(401)
  expect((await contact("GET")).headers.get("cache-control")).toBe("no-store")
  // Before and after the end alike, until the date.
  await server.call("POST", `${path}/organiser/end`, { key: workshop.organiserKey })
  expect(await read()).toHaveLength(1)
  expect((await readJson<OrganiserAccess>(await organiser("GET"))).said).toBe(1)
})

test("the link is told once, goes with the name, and is made anew by the organiser: the old one is dead, and everybody's log says so", async () => {
  const { server, workshop, name, organiser, contact, contactKey, sayAs } = await hall()
  const rosa = await server.join(workshop)
  const first = await readJson<NamedContact>(await name())
  const key = contactKey()
  expect(first.contactUrl).toBe(`${ORIGIN}/c/${workshop.workshopId}#${key}`)
  expect(JSON.stringify(await server.store.accessContact(workshop.workshopId))).not.toContain(key)
  // The same person goes on with it, whatever else of them is put right; nobody is told it twice.
  expect(await readJson(await name({ reach: "020 7946 0000" }))).toMatchObject({ contactUrl: null, hasLink: true })
  expect(await readJson(await organiser("GET"))).toMatchObject({ contactUrl: null })
  await sayAs(rosa)
  expect((await contact("POST", key)).status).toBe(200)
  const renewed = contactKeyIn(await readJson<NamedContact>(await organiser("POST", "/link")))
  expect([renewed.length, renewed === key]).toEqual([22, false])
  const opens = async (one: string) => [(await contact("GET", one)).status, (await contact("POST", one)).status]
  expect([await opens(key), await opens(renewed)]).toEqual([
    [401, 401],
    [200, 200],
  ])
  // Another person has another.
  const ben = contactKeyIn(await readJson<NamedContact>(await name({ name: "Ben" })))
  expect([await opens(renewed), await opens(ben)]).toEqual([
    [401, 401],
    [200, 200],
  ])
  const told = (await server.store.events(workshop.workshopId)).filter(({ type }) => type.startsWith("access"))
  expect(told.map(({ type, by }) => `${type} ${JSON.stringify(by)}`)).toEqual([
    'access-contact "organiser"',
    'access-contact "organiser"',
    'access-read "server"',
    'access-link "organiser"',
    'access-read "server"',
    'access-contact "organiser"',
    'access-read "server"',
  ])
  expect(JSON.stringify([server.logged, told])).not.toMatch(new RegExp([key, renewed, ben].join("|")))
})

test("the organiser sees how many answered, and whether it was read: never a word; the contact sees what is new to them", async () => {
  const { server, workshop, name, organiser, contact, sayAs, read } = await hall()
  const [rosa, sam] = [await server.join(workshop), await server.join(workshop)]
  await name()
  const seen = async () => {
    const { said, unread, readAt } = await readJson<OrganiserAccess>(await organiser("GET"))
    return [said, unread, readAt]
  }
  await sayAs(rosa)
  expect(await seen()).toEqual([1, 1, null])
  server.later(1000)
  await read()
  const readAt = server.now()
  expect(await seen()).toEqual([1, 0, readAt])
  server.later(1000)
  await sayAs(sam)
  expect(await seen()).toEqual([2, 1, readAt])
  expect(await readJson<ContactView>(await contact("GET"))).toMatchObject({ title: "Better mornings", said: 2, unread: 1, readAt })
  expect(await (await organiser("GET")).text()).not.toContain(SECRET)
  expect(await (await contact("GET")).text()).not.toContain(SECRET)
  // Who comes after Ana begins anew.
  await name({ name: "Ben" })
  expect(await seen()).toEqual([2, 2, null])
})

test("no reading is done that could not be written down, and no link is made", async () => {
  const failing = new Set<string>()
  const broken = () => Promise.reject(new Error("disk full"))
  const room = await hall({
    wrap: (store) => new Proxy(store, { get: (of, what) => (failing.has(String(what)) ? broken : (Reflect.get(of, what) as unknown)) }),
  })
  await room.name()
  await room.say()
  failing.add("appendEvents")
  const before = await room.server.store.accessContact(room.workshop.workshopId)
  for (const answer of [await room.contact("POST"), await room.organiser("POST", "/link"), await room.name({ name: "Ben" })])
    expect([answer.status, (await answer.text()).includes(SECRET)]).toEqual([500, false])
  expect(await room.server.store.accessContact(room.workshop.workshopId)).toEqual(before)
})

test("no byte of it reaches anybody else: no frame, history, total, log, export, page or screen, whoever asks", async () => {
  const { server, workshop, path, own, call, cookie, name, say, sayAs, read } = await hall()
  const frames: Uint8Array[] = []
  const come = async (seat: Joined) => {
    const wire = { send: (frame: Uint8Array) => void frames.push(frame), close: () => {}, queuedBytes: () => 0 }
    const visit = await server.live.visit(workshop.workshopId, seat.seatId, true, wire)
    visit.receive(new Uint8Array([0, 0, 1, 0]))
    return visit
  }
  const [host, sam, rosa] = [await server.join(workshop, { name: "Host" }), await server.join(workshop), await server.join(workshop)]
  const visits = [await come(host), await come(sam), await come(rosa)]
  await name()
  const saved = await say()
  await sayAs(rosa)
  await sayAs(rosa, { ...FORM, words: `${SECRET} anew` })
  expect(await read()).toHaveLength(2)
  await server.live.addNote(workshop.workshopId, sam.seatId, { text: "An open note", kind: "need", canvas: "needs" })
  visits.push(await come(await server.join(workshop, { name: "Late" })))
  const asked = [
    "private",
    "drafts",
    "me",
    "me/data",
    "me/data.html",
    "history",
    "totals",
    "door",
    "organiser",
    "organiser/safe",
    "organiser/access",
    "access",
  ]
  const parts = [frames.map((frame) => Buffer.from(frame).toString("latin1")).join("\n")]
  for (const key of [host.seatKey, sam.seatKey, workshop.organiserKey])
    for (const what of [...asked, "export/html", "export/md", "export/csv", "export/json"])
      parts.push(await (await server.call("GET", `${path}/${what}`, { key })).text())
  for (const page of [own, `/w/${workshop.workshopId}/plain`, `/w/${workshop.workshopId}/print`])
    parts.push(await (await call("GET", page, { cookie: cookie(sam) })).text())
  parts.push(await (await call("GET", `/j/${keyOf(workshop)}`)).text(), await (await call("GET", `/j/${keyOf(workshop)}/access`)).text())
  for (const what of ["contact/read", "organiser/access/read", "organiser/access/link"])
    parts.push(await (await server.call("POST", `${path}/${what}`, { key: workshop.organiserKey })).text())
  parts.push(JSON.stringify(server.logged), JSON.stringify(await server.store.events(workshop.workshopId)))
  const got = parts.join("\n")
  expect(got).toContain("An open note")
  expect(got).not.toContain(SECRET)
  const key =
    privateLinkIn(await saved.text())
      .split("/")
      .at(-1) ?? "none"
  expect(key).toHaveLength(22)
  expect(got).not.toContain(key)
  // Its own person has it.
  const data = await readJson<MyData>(await server.call("GET", `${path}/me/data`, { key: rosa.seatKey }))
  expect(data.access).toMatchObject({ words: `${SECRET} anew`, supporter: true })
  expect(await (await server.call("GET", `${path}/me/data.html`, { key: rosa.seatKey })).text()).toContain(`${SECRET} anew`)
  for (const visit of visits) visit.leave()
})

test("a seat is told whether anybody asks, and whom to speak to: never what, whose or how many", async () => {
  const { server, workshop, path, name, sayAs } = await hall()
  const rosa = await server.join(workshop)
  const told = async () => readJson<AccessAsked>(await server.call("GET", `${path}/access`, { key: rosa.seatKey }))
  expect(await told()).toEqual({ contact: null })
  await name()
  const before = await told()
  await sayAs(rosa)
  expect([before, await told()]).toEqual([before, before])
  expect(Object.keys(before.contact ?? {})).toEqual(["name", "reach", "deleteAt"])
  expect((await server.call("GET", `${path}/access`)).status).toBe(401)
})

test("a form of another website says nothing for anybody, and deletes nothing", async () => {
  const { server, workshop, link, own, name, sayAs, cookie, kept } = await hall()
  const rosa = await server.join(workshop)
  await name()
  await sayAs(rosa)
  for (const [path, who] of [
    [own, cookie(rosa)],
    [link, ""],
  ] as const) {
    const call = { form: { do: "delete", words: "" }, ...(who ? { cookie: who } : {}), headers: { origin: "http://elsewhere.test" } }
    expect((await server.call("POST", path, call)).status).toBe(403)
  }
  expect((await server.call("POST", own, { form: { do: "delete" }, cookie: cookie(rosa) })).status).toBe(403) // nobody says who sent it
  expect(await kept()).toHaveLength(1)
})

test("one address fills no disk, and a workshop holds only so many", async () => {
  const { server, workshop, name, say } = await hall()
  await name()
  for (let i = 0; i < NEEDS_AN_HOUR; i++) expect((await say()).status).toBe(200)
  expect((await say()).status).toBe(429)
  expect((await say({ from: "192.168.1.21" })).status).toBe(200)
  const said = { words: "x", language: "", supporter: false, reach: "" }
  for (let i = NEEDS_AN_HOUR + 1; i < MOST_NEEDS; i++) await sayNeed(server, { id: workshop.workshopId }, { keyHash: `hash-${i}` }, said)
  expect((await say({ from: "192.168.1.22" })).status).toBe(429)
})

test("erasing the person, whatever of theirs should go, takes it too; other people's stays", async () => {
  const { server, workshop, path, name, sayAs, kept } = await hall()
  const [rosa, sam] = [await server.join(workshop), await server.join(workshop)]
  await name()
  await sayAs(rosa)
  await sayAs(sam, { words: "Sam's own" })
  expect((await server.call("POST", `${path}/me/erase`, { key: rosa.seatKey, json: { words: false } })).status).toBe(200)
  expect((await kept()).map(({ words }) => words)).toEqual(["Sam's own"])
})

test("what was said on another device becomes the seat's by its private link, once its person says that it is theirs, and goes with them", async () => {
  const { server, workshop, path, own, call, cookie, name, say, sayAs, kept } = await hall()
  await name()
  const mine = privateLinkIn(await (await say({ form: { ...FORM, shared: "yes" } })).text())
  const [rosa, sam] = [await server.join(workshop, { name: "Rosa" }), await server.join(workshop, { name: "Sam" })]
  const stands = async () => (await kept()).map(({ seat, keyHash, words }) => [seat, keyHash === null, words])
  expect(await (await call("GET", mine)).text()).not.toContain('value="mine"') // nobody here to give it to
  expect(await (await call("GET", own, { cookie: cookie(rosa) })).text()).toContain(server.words("en").say("access.elsewhere"))
  const opened = await call("GET", mine, { cookie: cookie(rosa) })
  expect(await opened.text()).toContain('value="mine"')
  expect(await stands()).toEqual([[null, false, FORM.words]]) // looking at it changes nothing
  // A form of another website gives nobody anything.
  const foreign = { form: { do: "mine" }, cookie: cookie(rosa) }
  expect((await server.call("POST", mine, { ...foreign, headers: { origin: "http://elsewhere.test" } })).status).toBe(403)
  expect((await server.call("POST", mine, foreign)).status).toBe(403)
  expect(await stands()).toEqual([[null, false, FORM.words]])
  const taken = await call("POST", mine, { form: { do: "mine" }, cookie: cookie(rosa) })
  expect([taken.status, taken.headers.get("location")]).toEqual([303, `${own}?said=mine`])
  expect(await stands()).toEqual([[rosa.seatId, true, FORM.words]])
  // Whoever has the link, a sender of it too, reads nothing that Rosa writes from now on.
  expect((await call("GET", mine)).status).toBe(404)
  expect(await (await call("GET", `${own}?said=mine`, { cookie: cookie(rosa) })).text()).toContain(
    server.words("en").say("access.mine-done"),
  )
  const data = await readJson<MyData>(await server.call("GET", `${path}/me/data`, { key: rosa.seatKey }))
  expect(data.access).toMatchObject({ words: FORM.words })
  expect((await server.call("POST", `${path}/me/erase`, { key: rosa.seatKey, json: { words: false } })).status).toBe(200)
  expect(await kept()).toEqual([])
  // A seat that has said something of its own keeps that, and is offered no second.
  await sayAs(sam, { words: "Sam's own" })
  const second = privateLinkIn(await (await say({ form: { ...FORM, shared: "yes" } })).text())
  expect(await (await call("GET", second, { cookie: cookie(sam) })).text()).not.toContain('value="mine"')
  await call("POST", second, { form: { do: "mine" }, cookie: cookie(sam) })
  expect(await stands()).toHaveLength(2)
  expect(await stands()).toEqual(
    expect.arrayContaining([
      [null, false, FORM.words],
      [sam.seatId, true, "Sam's own"],
    ]),
  )
})

test("deleting my information on the device that still has an answer of its own takes that one, too, and the device forgets it", async () => {
  const { server, workshop, path, cookie, name, say, sayAs, call, kept } = await hall()
  await name()
  const sam = await server.join(workshop, { name: "Sam" })
  await sayAs(sam, { words: "Sam's own" })
  const before = cookiesOf(await say())
  // He comes back with his three words on the phone where he had answered before, whose answer stays apart.
  await call("POST", `/j/${keyOf(workshop)}`, { form: { returnCode: sam.returnCode }, cookie: before })
  expect(await kept()).toHaveLength(2)
  const erased = await call("POST", `${path}/me/erase`, { json: { words: false }, cookie: `${cookie(sam)}; ${before}` })
  expect(erased.status).toBe(200)
  expect(erased.headers.getSetCookie().find((one) => one.startsWith("eba_"))).toContain("Max-Age=0")
  expect(await kept()).toEqual([])
})

/** A server on a real file, and every byte of what stands in its folder. */
async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), "access-"))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const file = await openSqlite(join(folder, "test.db"))
  const room = await hall({ wrap: () => file })
  return {
    ...room,
    bytes: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name)).toString("latin1"))
        .join(""),
  }
}

test.each(["purge", "deletion", "change", "stop asking", "erasure", "workshop deleted"] as const)(
  "after %s no byte of what was said is in the file or beside it",
  async (how) => {
    const room = await onDisk()
    const { server, workshop, path, name, sayAs, organiser, bytes } = room
    const seats = [await server.join(workshop), await server.join(workshop), await server.join(workshop)]
    await name()
    // Enough rows, of many lengths, some to go and some to stay, that pages split and cells move.
    for (let i = 0; i < 240; i++)
      await server.store.putAccessNeed(workshop.workshopId, {
        id: newId(server.random),
        seat: null,
        keyHash: `h${i}`,
        language: "",
        supporter: false,
        reach: "",
        at: i,
        words: `${how === "purge" && i % 2 === 0 ? SECRET : "Other"} ${i} ${"y".repeat((i * 37) % 900)}`,
        deleteAt: server.now() + (i % 2 === 0 ? KEEP_ACCESS_MS : KEEP_MS),
      })
    for (const seat of seats) await sayAs(seat)
    expect(bytes().includes(SECRET)).toBe(true)
    if (how === "purge") server.later(KEEP_ACCESS_MS)
    if (how === "purge") expect(await purge(server)).toBe(0) // the workshop stays
    if (how === "deletion") for (const seat of seats) await sayAs(seat, { do: "delete" })
    if (how === "change") for (const seat of seats) await sayAs(seat, { words: "Nothing after all" })
    if (how === "stop asking") expect((await organiser("DELETE")).status).toBe(200)
    if (how === "erasure")
      for (const { seatKey } of seats) await server.call("POST", `${path}/me/erase`, { key: seatKey, json: { words: false } })
    if (how === "workshop deleted") await server.call("POST", `${path}/organiser/delete`, { key: workshop.organiserKey })
    expect(bytes().includes(SECRET)).toBe(false)
    if (how === "purge") expect(bytes().includes("Ana Ruiz")).toBe(false) // the contact's own name goes with it
  },
)

test("on its date nobody reads it and nobody is asked, though the purge comes an hour later", async () => {
  const { server, workshop, link, call, name, say, organiser, contact, kept, read } = await hall()
  await name()
  const mine = privateLinkIn(await (await say()).text())
  server.later(KEEP_ACCESS_MS - 1)
  expect(await read()).toHaveLength(1)
  server.later(1)
  expect([(await contact("POST")).status, (await contact("GET")).status, (await organiser("POST", "/link")).status]).toEqual([
    401, 401, 404,
  ])
  expect(await readJson(await organiser("GET"))).toEqual({
    contact: null,
    said: 0,
    unread: 0,
    readAt: null,
    hasLink: false,
    contactUrl: null,
  })
  expect((await call("GET", mine)).status).toBe(404)
  expect(await (await call("GET", link)).text()).not.toContain("<textarea")
  expect(await kept()).toHaveLength(1)
  await purge(server)
  expect([await kept(), await server.store.accessContact(workshop.workshopId)]).toEqual([[], null])
})

test.each(["en", "es", "pt", "ar"])("the page asks in %s", async (lang) => {
  const { server, link, call, name } = await hall()
  await name()
  const page = await (await call("GET", `${link}?lang=${lang}`)).text()
  expect(page).toContain(`dir="${lang === "ar" ? "rtl" : "ltr"}"`)
  expect(page).toContain(server.words(lang as "en").say("access.title"))
})
