// Checking the room over HTTP: who may open a check, what a phone without a script is sent, and what nobody is told.
import type { Joined, OpenedWorkshop, RoomCheck } from "@evenboard/api"
import { afterEach, beforeEach, expect, test } from "vitest"
import { LEAVE_MS, OPEN_MS } from "./check/check-desk.ts"
import { NO_SITE } from "./site.ts"
import { openTestServer, ORIGIN, problemOf, readJson, type TestServer } from "./testing/server.ts"

const PAGE = { page: "hostspage" }
let server: TestServer
let opened: OpenedWorkshop
let host: Joined
let guest: Joined
beforeEach(async () => {
  server = await openTestServer({ site: { ...NO_SITE, lanOrigin: () => "http://192.168.1.20:4400" } })
  opened = await server.open()
  host = await server.join(opened, { name: "Ana" })
  guest = await server.join(opened, { name: "Ben" })
})
afterEach(() => server.close())

const path = () => `/api/workshops/${opened.workshopId}/check`
const ask = (key: string, headers: Record<string, string> = {}) => server.call("POST", path(), { key, headers, json: PAGE })
const check = async (headers: Record<string, string> = {}): Promise<RoomCheck> => readJson(await ask(host.seatKey, headers))
const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, "")

/** Follows what it is told, each time after `ms`, until a page stands there. */
async function follow(from: string, ms: number, headers: Record<string, string> = {}): Promise<Response> {
  let answer = await server.call("GET", from, { headers })
  while (answer.status === 303) {
    server.later(ms)
    answer = await server.call("GET", answer.headers.get("location") ?? "", { headers })
  }
  return answer
}
const resultOf = (html: string): string => /url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""

test("the host and the organiser check the room, and nobody else", async () => {
  expect((await ask(host.seatKey)).status).toBe(200)
  expect((await ask(opened.organiserKey)).status).toBe(200)
  expect((await problemOf(await ask(guest.seatKey))).reason).toBe("not-host")
  expect((await problemOf(await server.call("POST", path(), { json: PAGE }))).reason).toBe("wrong-key")
})

test("a phone without a script goes from the code to one sentence, and the host sees the same", async () => {
  const { url, phones, qrSvg } = await check()
  expect([phones, qrSvg.startsWith("<svg")]).toEqual([[], true])
  const large = await follow(pathOf(url), 30)
  const page = await large.text()
  expect(page.length).toBeGreaterThan(120_000)
  expect(page).not.toContain("<script")
  // What ends the measure stands after all that is measured.
  expect(page.indexOf("http-equiv")).toBeGreaterThan(120_000)
  expect((await check()).phones).toEqual([{ way: 30, seconds: null, pace: null }])
  server.later(1900)
  const told = await (await server.call("GET", resultOf(page))).text()
  expect(told).toContain("This phone reached the computer")
  expect(told).toContain("Quick enough: the first page takes about 2 seconds.")
  expect(told).toContain("It took 30 ms there and back.")
  expect((await check()).phones).toEqual([{ way: 30, seconds: 2, pace: "quick" }])
})

test("a slow line is told in its own words, in the phone's language", async () => {
  const { url } = await check()
  const arabic = { "accept-language": "ar" }
  const page = await (await follow(pathOf(url), 500, arabic)).text()
  server.later(9000)
  const told = await (await server.call("GET", resultOf(page), { headers: arabic })).text()
  expect(told).toContain('dir="rtl"')
  expect(told).toContain("بطيء لكنه يعمل")
})

test("no seat is made, no cookie is set, and neither key nor address is logged", async () => {
  const { url } = await check()
  const answer = await follow(pathOf(url), 1)
  expect(answer.headers.get("set-cookie")).toBeNull()
  expect((await server.store.seats(opened.workshopId)).length).toBe(2)
  const key = url.split("/check/")[1] ?? "none"
  expect(JSON.stringify(server.logged)).not.toContain(key)
  expect(JSON.stringify(server.logged)).toContain('"route":"/check/:key"')
})

test("once the host's page is shut the code says so and measures nothing", async () => {
  const { url } = await check()
  await server.call("DELETE", path(), { key: host.seatKey, json: PAGE })
  server.later(LEAVE_MS)
  const shut = await server.call("GET", pathOf(url))
  expect([shut.status, (await shut.text()).includes("This check is over")]).toEqual([404, true])
  const next = await check()
  server.later(OPEN_MS)
  expect((await server.call("GET", pathOf(next.url))).status).toBe(404)
})

test("opened at an address only the computer knows, it tells of the one phones need", async () => {
  const here = await check({ host: "localhost:4400" })
  expect(here).toMatchObject({ origin: "http://192.168.1.20:4400", reach: "this-network", isOpenedHere: true, isSecure: false })
  expect(here.url).toContain("http://192.168.1.20:4400/check/")
  expect(await check()).toMatchObject({ origin: ORIGIN, reach: "this-network", isOpenedHere: false })
})
