// A screen without a seat: what it may see, and that it can change nothing and counts as nobody.
import * as decoding from "lib0/decoding"
import * as Y from "yjs"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import type { Boot, Door, Joined, OpenedWorkshop, PeopleFrame, ScreenLink } from "@evenboard/api"
import type { SessionFrame } from "@evenboard/session"
import { MESSAGE, type CloseReason } from "@evenboard/sync"
import { partsOfScreenKey, screenKey } from "./screens.ts"
import { NO_SITE } from "./site.ts"
import { cookieOf, openTestServer, ORIGIN, problemOf, readJson, type TestServer } from "./testing/server.ts"

const SHELL = `<!doctype html><html lang="en" dir="ltr"><head><noscript><!--plain--></noscript></head><body><!--boot--></body></html>`
let server: TestServer
beforeAll(async () => void (server = await openTestServer({ site: { ...NO_SITE, shell: SHELL } })))
afterAll(() => server.close())

type Hall = { opened: OpenedWorkshop; rosa: Joined; path: string; cookie: string; screenUrl: string }
const BY_ORGANISER = { maker: null }

/** Rosa shows her name and has written a note; a browser without a seat has opened the link she made. */
async function hall(): Promise<Hall> {
  const opened = await server.open({ language: "es" })
  const rosa = await server.join(opened, { name: "Rosa Nombre", showName: true, group: "Staff" })
  const path = `/api/workshops/${opened.workshopId}`
  await server.call("POST", `${path}/notes`, { key: rosa.seatKey, json: { text: "The bus stops at six", kind: "need" } })
  const made = await server.call("POST", `${path}/screen`, { key: rosa.seatKey })
  const { screenUrl } = await readJson<ScreenLink>(made)
  const shown = await server.call("GET", new URL(screenUrl).pathname)
  return { opened, rosa, path, cookie: cookieOf(shown), screenUrl }
}

function listener() {
  const frames: Uint8Array[] = []
  const closed: CloseReason[] = []
  const wire = {
    send: (frame: Uint8Array) => void frames.push(frame),
    close: (why: CloseReason) => void closed.push(why),
    queuedBytes: () => 0,
  }
  const of = <T>(type: number): T[] =>
    frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame)
      return decoding.readVarUint(decoder) === type ? [JSON.parse(decoding.readVarString(decoder)) as T] : []
    })
  const nacks = () => frames.filter((frame) => frame[0] === MESSAGE.nack)
  const acks = () => frames.filter((frame) => frame[0] === MESSAGE.ack).length
  return {
    frames,
    closed,
    wire,
    people: () => of<PeopleFrame>(MESSAGE.people),
    sessions: () => of<SessionFrame>(MESSAGE.session),
    nacks,
    acks,
  }
}
const updateOf = (update: Uint8Array): Uint8Array => Uint8Array.of(0, 2, update.length, ...update)

describe("the key of a screen", () => {
  test("names its workshop and who made it, holds 128 bits beside them, and fits no other workshop, maker, link or secret", () => {
    const secret = new Uint8Array(32).fill(1)
    const [workshop, maker] = [
      { id: "workshop01", joinGeneration: 1 },
      { id: "seat000001", erased: 0 },
    ]
    const key = screenKey(secret, workshop, maker)
    expect(key).toMatch(/^workshop01-seat000001-[0-9A-Za-z]{22}$/)
    expect(partsOfScreenKey(key)).toEqual({ workshopId: "workshop01", maker: "seat000001" })
    const others = [
      screenKey(secret, { ...workshop, joinGeneration: 2 }, maker),
      screenKey(secret, { ...workshop, id: "workshop02" }, maker),
      screenKey(secret, workshop, { ...maker, id: "seat000002" }),
      screenKey(secret, workshop, { ...maker, erased: 1 }),
      screenKey(new Uint8Array(32), workshop, maker),
    ]
    expect(new Set([key, ...others].map((one) => one.split("-")[2])).size).toBe(6)
  })

  test.each(["", "workshop01", "-", "workshop01-short", "workshop01-0123456789012345678901", "../x-seat000001-0123456789012345678901"])(
    "is not %j",
    (key) => {
      expect(partsOfScreenKey(key)).toBe(null)
    },
  )
})

describe("the link", () => {
  test("is made by anybody who is in, and by the organiser; by nobody else", async () => {
    const { opened, path, screenUrl } = await hall()
    expect(screenUrl).toMatch(new RegExp(`^${ORIGIN}/s/${opened.workshopId}-[0-9A-Za-z]{16}-[0-9A-Za-z]{22}$`))
    expect((await server.call("POST", `${path}/screen`, { key: opened.organiserKey })).status).toBe(200)
    expect((await server.call("POST", `${path}/screen`)).status).toBe(401)
  })

  test("gives a browser its cookie and leaves the address bar; a wrong one gives nothing", async () => {
    const { opened, cookie, screenUrl } = await hall()
    const shown = await server.call("GET", new URL(screenUrl).pathname)
    expect([shown.status, shown.headers.get("location")]).toEqual([303, `/w/${opened.workshopId}/room`])
    expect(shown.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/)
    expect(cookie).toMatch(new RegExp(`^ebs_${opened.workshopId}=`))
    const wrong = await server.call("GET", `/s/${opened.workshopId}-${opened.workshopId}-${"x".repeat(22)}`)
    expect([wrong.status, wrong.headers.get("set-cookie")]).toEqual([404, null])
  })

  test("leaves somebody who is in as who they are", async () => {
    const { opened, rosa, screenUrl } = await hall()
    const shown = await server.call("GET", new URL(screenUrl).pathname, { cookie: `eb_${opened.workshopId}=${rosa.seatKey}` })
    expect([shown.status, shown.headers.get("set-cookie")]).toEqual([303, null])
  })

  test("is never logged", async () => {
    const { screenUrl } = await hall()
    expect(JSON.stringify(server.logged)).not.toContain(screenUrl.split("/s/")[1])
    expect(server.logged.some(({ fields }) => (fields as { route?: string }).route === "/s/:key")).toBe(true)
  })
})

describe("a screen without a seat", () => {
  test("opens the room screen, in the workshop's language, and no other page", async () => {
    const { opened, cookie } = await hall()
    const page = await server.call("GET", `/w/${opened.workshopId}/room`, { cookie })
    const html = await page.text()
    const boot = JSON.parse(/id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? "") as Boot
    expect([boot.isScreen, boot.language, boot.seat.id]).toEqual([true, "es", "screen"])
    expect(html).not.toContain("Rosa")
    for (const other of ["", "/needs", "/people", "/log", "/host"]) {
      const answer = await server.call("GET", `/w/${opened.workshopId}${other}`, { cookie })
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/w/${opened.workshopId}/room`])
    }
    for (const other of ["/plain", "/print"])
      expect((await server.call("GET", `/w/${opened.workshopId}${other}`, { cookie })).headers.get("location")).toBe("/")
  })

  test("sees the way in, and reads nothing else by HTTP", async () => {
    const { opened, path, cookie } = await hall()
    expect(await readJson<Door>(await server.call("GET", `${path}/door`, { cookie }))).toMatchObject({
      open: true,
      joinUrl: opened.joinUrl,
    })
    for (const what of ["me", "history", "balance", "drafts", "export/json", "export/html", "recipe", "organiser"])
      expect((await server.call("GET", `${path}/${what}`, { cookie })).status, what).toBe(403)
  })

  test.each([
    ["POST", "notes", { text: "Mine", kind: "need" }],
    ["POST", "intents", { id: "intent-1", type: "move-stage", to: "options" }],
    ["PUT", "drafts/draft00000000001", { text: "Mine", kind: "need" }],
    ["PATCH", "me", { name: "Screen" }],
    ["POST", "me/return-code", {}],
    ["POST", "screen", {}],
    ["POST", "organiser/rotate-link", {}],
  ])("changes nothing by %s %s", async (method, what, json) => {
    const { path, cookie } = await hall()
    const answer = await server.call(method, `${path}/${what}`, { cookie, json, headers: { origin: ORIGIN } })
    expect([answer.status, (await problemOf(answer)).reason]).toEqual([403, "not-allowed"])
  })

  test("is told the board and the log, and of people only how many are here", async () => {
    const { opened, rosa } = await hall()
    const [phone, screen] = [listener(), listener()]
    await server.live.visit(opened.workshopId, rosa.seatId, true, phone.wire)
    await server.live.visit(opened.workshopId, BY_ORGANISER, true, screen.wire)
    const sam = await server.join(opened, { name: "Sam Nombre", showName: true })
    await server.live.visit(opened.workshopId, sam.seatId, true, listener().wire)
    await vi.waitFor(() => expect(screen.people().at(-1)).toMatchObject({ seats: [], here: ["0", "1"] }))
    expect(screen.sessions()[0]?.whole).toBe(true)
    const [whole] = screen.people()
    expect([whole?.seats, whole?.here, whole?.facts.map(({ number, author, firstWording }) => [number, author, firstWording])]).toEqual([
      [],
      ["0"],
      [[1, "", ""]],
    ])
    expect(JSON.stringify(phone.people())).toContain("Sam Nombre")
    expect(JSON.stringify(screen.people())).not.toMatch(/Nombre/)
  })

  test("counts as nobody, and nobody is told of it", async () => {
    const { opened, rosa } = await hall()
    const phone = listener()
    await server.live.visit(opened.workshopId, rosa.seatId, true, phone.wire)
    const heard = () => phone.people().flatMap(({ here }) => (here ? [here] : []))
    await vi.waitFor(() => expect(heard().length).toBe(2)) // everything, then that Rosa came
    const visit = await server.live.visit(opened.workshopId, BY_ORGANISER, true, listener().wire)
    const { here, seats } = await server.live.now(opened.workshopId)
    expect([[...here], [...seats.keys()]]).toEqual([[rosa.seatId], [rosa.seatId]])
    visit.leave()
    const sam = await server.join(opened, { name: "Sam" })
    await server.live.visit(opened.workshopId, sam.seatId, true, listener().wire)
    await vi.waitFor(() => expect(heard().at(-1)).toEqual([rosa.seatId, sam.seatId]))
    expect(heard().length).toBe(3)
  })

  test("is refused whatever it writes, and answers the server's question with nothing unharmed", async () => {
    const { opened } = await hall()
    const screen = listener()
    const visit = await server.live.visit(opened.workshopId, BY_ORGANISER, true, screen.wire)
    visit.receive(Uint8Array.of(0, 1, 2, 0, 0))
    await vi.waitFor(() => expect(screen.acks()).toBe(1))
    expect(screen.nacks()).toEqual([])
    const doc = new Y.Doc()
    doc.getMap("themes").set("theme00000000001", new Y.Map([["canvas", "needs"]]))
    visit.receive(updateOf(Y.encodeStateAsUpdate(doc)))
    await vi.waitFor(() => expect(screen.nacks().length).toBe(1))
    expect((await server.live.now(opened.workshopId)).board.themes.size).toBe(0)
  })

  test.each(["the organiser", "the host"])("ends with the join link it was made under, whoever makes a new one: %s", async (who) => {
    const { opened, cookie, path, rosa } = await hall()
    const screen = listener()
    await server.live.visit(opened.workshopId, BY_ORGANISER, true, screen.wire)
    const [call, key] = who === "the host" ? ["rotate-link", rosa.seatKey] : ["organiser/rotate-link", opened.organiserKey]
    expect((await server.call("POST", `${path}/${call}`, { key })).status).toBe(200)
    expect(screen.closed).toEqual(["screen-over"])
    expect((await server.call("GET", `/w/${opened.workshopId}/room`, { cookie })).headers.get("location")).toBe("/")
    expect((await server.call("GET", `${path}/door`, { cookie })).status).toBe(401)
  })

  /** Sam has made a link of his own and opened it on a browser beside him. */
  async function ofSam(room: Hall) {
    const sam = await server.join(room.opened, { name: "Sam" })
    const { screenUrl } = await readJson<ScreenLink>(await server.call("POST", `${room.path}/screen`, { key: sam.seatKey }))
    const { pathname } = new URL(screenUrl)
    const cookie = cookieOf(await server.call("GET", pathname))
    const [his, hosts] = [listener(), listener()]
    await server.live.visit(room.opened.workshopId, { maker: sam.seatId }, true, his.wire)
    await server.live.visit(room.opened.workshopId, { maker: room.rosa.seatId }, true, hosts.wire)
    const opens = async (kept: string) => [
      (await server.call("GET", `/w/${room.opened.workshopId}/room`, { cookie: kept })).status,
      (await server.call("GET", `${room.path}/door`, { cookie: kept })).status,
    ]
    return { sam, pathname, cookie, his, hosts, opens }
  }

  test("ends with the person who made its link, when they are asked to leave; nobody else's does", async () => {
    const room = await hall()
    const { sam, pathname, cookie, his, hosts, opens } = await ofSam(room)
    expect(await opens(cookie)).toEqual([200, 200])
    const person = { key: room.opened.organiserKey, json: { seatId: sam.seatId } }
    expect((await server.call("POST", `${room.path}/organiser/remove`, person)).status).toBe(200)
    expect([his.closed, hosts.closed]).toEqual([["screen-over"], []])
    expect([await opens(cookie), await opens(room.cookie)]).toEqual([
      [303, 401],
      [200, 200],
    ])
    expect((await server.call("GET", pathname)).status).toBe(404)
    const late = listener()
    await server.live.visit(room.opened.workshopId, { maker: sam.seatId }, true, late.wire)
    expect([late.closed, late.frames]).toEqual([["screen-over"], []])
    await server.call("POST", `${room.path}/organiser/return`, person)
    expect(await opens(cookie)).toEqual([200, 200])
  })

  test("ends when who made its link has themselves deleted, and a link they make then is another", async () => {
    const room = await hall()
    const { sam, pathname, cookie, his, hosts, opens } = await ofSam(room)
    expect((await server.call("POST", `${room.path}/me/erase`, { key: sam.seatKey, json: { words: false } })).status).toBe(200)
    expect([his.closed, hosts.closed, await opens(cookie)]).toEqual([["screen-over"], [], [303, 401]])
    expect((await server.call("GET", pathname)).status).toBe(404)
    const { screenUrl } = await readJson<ScreenLink>(await server.call("POST", `${room.path}/screen`, { key: sam.seatKey }))
    expect(new URL(screenUrl).pathname).not.toBe(pathname)
    expect((await server.call("GET", new URL(screenUrl).pathname)).status).toBe(303)
  })
})
