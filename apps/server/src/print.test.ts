// Who may open which page to print, and that no page gives away a private link.
import type { Joined, OpenedWorkshop } from "@evenboard/api"
import { PAPER_STYLES } from "@evenboard/export"
import { LOCALES } from "@evenboard/words"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { inlineHash } from "./headers.ts"
import { PASS_HOURS } from "./print-pass.ts"
import { cookieOf, openTestServer, type TestServer } from "./testing/server.ts"

const COMMON = ["", "/cards", "/tents?tables=2&and=ar", "/join", "/host", "/evening"]

let server: TestServer
let opened: OpenedWorkshop
let host: Joined
let guest: Joined
beforeAll(async () => void (server = await openTestServer()))
afterAll(() => server.close())
beforeEach(async () => {
  opened = await server.open({ title: "Better mornings" })
  host = await server.join(opened, { name: "Ana", showName: true })
  guest = await server.join(opened, { name: "Ben" })
  const add = (key: string, json: object) => server.call("POST", `/api/workshops/${opened.workshopId}/notes`, { key, json })
  await add(host.seatKey, { text: "The bus stops at six", kind: "need" })
  await add(guest.seatKey, { text: "Stairs at the clinic", kind: "need" })
  await add(guest.seatKey, { text: "Letters I can read", kind: "need", for: { name: "Rosa" } })
})

const seatCookie = (seat: Joined) => `eb_${opened.workshopId}=${seat.seatKey}`
const open = async (path: string, as: { cookie?: string; key?: string }, of = opened) => {
  const answer = await server.call("GET", `/w/${of.workshopId}/print${path}`, { ...as, headers: { accept: "text/html" } })
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const passOf = async (of = opened) => {
  const answer = await server.call("POST", `/api/workshops/${of.workshopId}/organiser/print-pass`, { key: of.organiserKey })
  return { cookie: cookieOf(answer), header: answer.headers.get("set-cookie") ?? "", status: answer.status }
}

describe("what the log says", () => {
  const taken = async () =>
    (await server.store.events(opened.workshopId)).flatMap((event) => (event.type === "exported" ? [[event.by, event.format]] : []))

  test("who takes everybody's words away on paper, or those of people without a phone, stands there as for a file", async () => {
    const pass = (await passOf()).cookie
    await open("/evening", { cookie: seatCookie(guest) })
    await open("/evening", { cookie: pass })
    await open("/people", { cookie: seatCookie(host) })
    expect(await taken()).toEqual([
      [{ seat: guest.seatId }, "paper"],
      ["organiser", "paper"],
      [{ seat: host.seatId }, "paper-people"],
    ])
  })
  test("one's own words, what holds nobody's, what is refused and what was only asked about are nobody's business", async () => {
    for (const path of ["", "/cards", "/tents", "/join", "/host", "/mine"]) await open(path, { cookie: seatCookie(host) })
    expect((await open("/people", { cookie: seatCookie(guest) })).status).toBe(403)
    for (const path of ["/evening", "/people"])
      await server.call("HEAD", `/w/${opened.workshopId}/print${path}`, { cookie: seatCookie(host) })
    expect(await taken()).toEqual([])
  })
  test("also after the end", async () => {
    await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/end`, { key: opened.organiserKey })
    expect((await open("/evening", { cookie: seatCookie(guest) })).status).toBe(200)
    expect(await taken()).toEqual([[{ seat: guest.seatId }, "paper"]])
  })
})

describe("who opens what", () => {
  test("everybody in the workshop prints what everybody can read", async () => {
    const { cookie } = await passOf()
    for (const path of COMMON)
      for (const as of [{ cookie: seatCookie(host) }, { cookie: seatCookie(guest) }, { cookie }, { key: opened.organiserKey }])
        expect([path, (await open(path, as)).status]).toEqual([path, 200])
  })
  test("who has a seat finds where cards are typed in; the organiser's pass leads only to paper", async () => {
    const typing = `href="/w/${opened.workshopId}/paper-notes"`
    expect((await open("", { cookie: seatCookie(guest) })).html).toContain(typing)
    expect((await open("", { cookie: (await passOf()).cookie })).html).not.toContain(typing)
  })
  test("nobody else prints anything", async () => {
    const other = await server.open()
    for (const path of [...COMMON, "/mine", "/people"])
      for (const as of [
        {},
        { key: other.organiserKey },
        { cookie: `eb_${opened.workshopId}=${"x".repeat(22)}` },
        { cookie: (await passOf(other)).cookie },
      ])
        expect([path, (await open(path, as)).status]).toEqual([path, 303])
    expect((await open("/nothing", { cookie: seatCookie(host) })).status).toBe(404)
  })
  test("one's own words are for oneself, hosts and organisers included", async () => {
    const mine = await open("/mine", { cookie: seatCookie(guest) })
    expect(mine.html).toContain("Stairs at the clinic")
    expect(mine.html).not.toMatch(/The bus stops|Letters I can read/)
    expect((await open("/mine", { cookie: seatCookie(host) })).html).not.toMatch(/Stairs|Letters/)
    expect((await open("/mine", { key: opened.organiserKey })).status).toBe(403)
    expect((await open("/mine", { cookie: (await passOf()).cookie })).status).toBe(403)
  })
  test("words of people without a phone are for whoever hosts now, and the organiser; nobody with a phone is among them", async () => {
    const pass = (await passOf()).cookie
    for (const as of [
      { cookie: seatCookie(host) },
      { key: opened.organiserKey },
      { cookie: pass },
      { cookie: `${seatCookie(guest)}; ${pass}` },
    ]) {
      const { status, html } = await open("/people", as)
      expect(status).toBe(200)
      expect(html).toContain("Letters I can read")
      expect(html).toContain("Rosa")
      expect(html).not.toMatch(/The bus stops|Stairs at the clinic/)
    }
    expect((await open("/people", { cookie: seatCookie(guest) })).status).toBe(403)
    await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/host`, {
      key: opened.organiserKey,
      json: { seatId: guest.seatId },
    })
    expect((await open("/people", { cookie: seatCookie(guest) })).status).toBe(200)
    expect((await open("/people", { cookie: seatCookie(host) })).status).toBe(403)
  })
  test("the list offers only what its reader may open", async () => {
    const linked = async (as: Parameters<typeof open>[1]) =>
      [...(await open("", as)).html.matchAll(/\/print\/(\w+)/g)].map(([, name]) => name)
    expect(await linked({ cookie: seatCookie(guest) })).toEqual(
      expect.arrayContaining(["join", "tents", "cards", "host", "evening", "mine"]),
    )
    expect(await linked({ cookie: seatCookie(guest) })).not.toContain("people")
    expect(await linked({ cookie: seatCookie(host) })).toContain("people")
    expect(await linked({ key: opened.organiserKey })).not.toContain("mine")
    for (const name of new Set(await linked({ cookie: seatCookie(host) })))
      expect([name, (await open(`/${name}`, { cookie: seatCookie(host) })).status]).toEqual([name, 200])
  })
})

describe("the organiser's pass", () => {
  test("is a cookie for these pages only, and opens nothing else", async () => {
    const { cookie, header } = await passOf()
    expect(header).toContain(`; Path=/w/${opened.workshopId}/print; HttpOnly; SameSite=Strict; Max-Age=${PASS_HOURS * 3600}`)
    expect(header).not.toContain(opened.organiserKey)
    for (const path of ["organiser", "export/json", "door", "history"])
      expect((await server.call("GET", `/api/workshops/${opened.workshopId}/${path}`, { cookie })).status).toBe(401)
    expect((await server.call("GET", `/w/${opened.workshopId}/plain`, { cookie })).status).toBe(303)
  })
  test("is bought with the organiser's key alone", async () => {
    const buy = (key?: string) => server.call("POST", `/api/workshops/${opened.workshopId}/organiser/print-pass`, key ? { key } : {})
    expect([(await buy()).status, (await buy(host.seatKey)).status]).toEqual([401, 403])
  })
  test("ends after some hours, and cannot be made longer", async () => {
    const { cookie } = await passOf()
    const [name = "", value = ""] = cookie.split("=")
    const [until = "", mark = ""] = value.split(".")
    for (const forged of [`${Number(until) + 1}.${mark}`, `${until}.${"0".repeat(64)}`, `${until}.`, until, ""])
      expect((await open("", { cookie: `${name}=${forged}` })).status).toBe(303)
    expect((await open("", { cookie: `a=1; ${cookie}` })).status).toBe(200)
    server.later(PASS_HOURS * 3_600_000)
    expect((await open("", { cookie })).status).toBe(303)
  })
  test("dies with the workshop", async () => {
    const { cookie } = await passOf()
    await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/delete`, { key: opened.organiserKey })
    expect((await open("", { cookie })).status).toBe(303)
  })
})

test("no page holds a private link or key, in any language", async () => {
  const cookie = `${seatCookie(host)}; ${(await passOf()).cookie}`
  for (const lang of LOCALES)
    for (const path of [...COMMON, "/mine", "/people"]) {
      const { html } = await open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, { cookie })
      for (const secret of [opened.organiserKey, host.seatKey, guest.seatKey, host.returnCode, guest.returnCode, "/o/", "ebp_"])
        expect(html).not.toContain(secret)
      expect(html).toContain(`<html lang="${server.words(lang).tag}" dir="${server.words(lang).dir}">`)
    }
})

test("pages to print carry the one style that the policy lets in, and are kept by no cache", async () => {
  for (const path of ["/cards", "/evening"]) {
    const { html, headers } = await open(path, { cookie: seatCookie(guest) })
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? ""
    expect(PAPER_STYLES).toContain(style)
    expect(headers.get("content-security-policy")).toContain(inlineHash(style))
    expect(headers.get("cache-control")).toBe("no-store")
  }
})

test("cards of one stage come alone, questions come in the reader's language, and table numbers are bounded", async () => {
  const cards = async (query: string) => (await open(`/cards${query}`, { cookie: seatCookie(guest) })).html
  expect((await cards("?for=needs")).match(/class="a4 cards"/g)).toHaveLength(1)
  expect((await cards("?for=constructor")).match(/class="a4 cards"/g)).toHaveLength(4)
  expect(await cards("?for=needs&lang=es")).toContain("¿Qué te importa en tu día a día?")
  const tents = async (tables: string) =>
    (await open(`/tents?tables=${tables}`, { cookie: seatCookie(guest) })).html.match(/class="a4 tent"/g)?.length
  expect([await tents(""), await tents("3"), await tents("999"), await tents("-1"), await tents("x")]).toEqual([1, 3, 30, 1, 1])
})

test("a shut door shows on the sheets: no code, and a sentence on the screen", async () => {
  await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/door`, { key: opened.organiserKey, json: { open: false } })
  const { html } = await open("/join", { cookie: seatCookie(host) })
  expect(html).toContain(server.words("en").say("print.shut"))
  expect(html).not.toContain('class="code"')
})

test("a workshop that has ended can still be printed", async () => {
  await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/end`, { key: opened.organiserKey })
  for (const path of [...COMMON, "/mine"]) expect((await open(path, { cookie: seatCookie(guest) })).status).toBe(200)
})
