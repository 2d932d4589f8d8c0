import { expect, test } from "vitest"
import { acceptedLocale, addressOf, hostOf, isOwnOrigin, isSecure, ownOrigin, seatCookie, seatCookieHeader, senderOf } from "./asking.ts"
import { readConfig } from "./config.ts"

const local = readConfig({})
const https = readConfig({ EVENBOARD_URL: "https://board.example" })
const proxied = readConfig({ EVENBOARD_TRUST_PROXY: "1" })
const headers = (fields: Record<string, string>) => (name: string) => fields[name]

test("without EVENBOARD_URL our origin is what the Host header says", () => {
  expect(ownOrigin(headers({ host: "192.168.1.7:4400" }), local)).toBe("http://192.168.1.7:4400")
  expect(ownOrigin(headers({ host: "[fe80::1]:4400" }), local)).toBe("http://[fe80::1]:4400")
  expect(ownOrigin(headers({ host: "evil.example" }), https)).toBe("https://board.example")
})

test("a Host header that is no host goes into no link", () => {
  for (const host of ["a b", 'x"; script-src *', "a/b", "a@b", "", "[::1"]) expect(hostOf(headers({ host }), local)).toBeNull()
  expect(ownOrigin(headers({ host: "a b" }), local)).toBe("http://localhost:4400")
})

test("forwarded headers count only behind a trusted proxy, and then the last word is the proxy's", () => {
  const sent = headers({
    host: "inside:4400",
    "x-forwarded-host": "evil.example, board.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "1.1.1.1, 2.2.2.2",
  })
  expect([ownOrigin(sent, local), isSecure(sent, local), addressOf(sent, local, "10.0.0.1")]).toEqual([
    "http://inside:4400",
    false,
    "10.0.0.1",
  ])
  expect([ownOrigin(sent, proxied), isSecure(sent, proxied), addressOf(sent, proxied, "10.0.0.1")]).toEqual([
    "https://board.example",
    true,
    "2.2.2.2",
  ])
})

test.each([
  "http://hall.test.evil.example",
  "http://evilhall.test",
  "http://hall.test:81",
  "http://sub.hall.test",
  "null",
  "",
  "hall.test",
  "http://hällë.test",
])("origin %j is not http://hall.test", (origin) => expect(isOwnOrigin(origin, headers({ host: "hall.test" }), local)).toBe(false))
test("our own origin is ours, its default port said or not", () => {
  expect(isOwnOrigin("http://hall.test", headers({ host: "hall.test:80" }), local)).toBe(true)
  expect(isOwnOrigin("http://HALL.test/j/x", headers({ host: "hall.test" }), local)).toBe(true)
  expect(isOwnOrigin("https://board.example", headers({ host: "inside" }), https)).toBe(true)
  expect(isOwnOrigin("http://inside", headers({ host: "inside" }), https)).toBe(false)
})

test("the sender is told from Origin first, then Sec-Fetch-Site, then Referer", () => {
  const from = (fields: Record<string, string>) => senderOf(headers({ host: "hall.test", ...fields }), local)
  expect(from({ origin: "http://evil.example", "sec-fetch-site": "same-origin" })).toBe("foreign")
  expect(from({ origin: "null" })).toBe("foreign")
  expect(from({ "sec-fetch-site": "cross-site" })).toBe("foreign")
  expect(from({ "sec-fetch-site": "same-site" })).toBe("foreign")
  expect(from({ "sec-fetch-site": "same-origin" })).toBe("own")
  expect(from({ referer: "http://hall.test/w/1" })).toBe("own")
  expect(from({ referer: "http://evil.example/" })).toBe("foreign")
  expect(from({})).toBe("unsaid")
})

test("the language is the best one we speak", () => {
  expect(acceptedLocale("de, pt-BR;q=0.8, en;q=0.9")).toBe("en")
  expect(acceptedLocale("ar-EG")).toBe("ar")
  expect(acceptedLocale("es;q=0, de")).toBeNull()
  expect(acceptedLocale(undefined)).toBeNull()
  expect(acceptedLocale("*;q=x,,;")).toBeNull()
})

test("the cookie is the workshop's own, and on https only the __Host- one counts", () => {
  const key = "k".repeat(22)
  const plain = seatCookieHeader({ workshopId: "w1", seatKey: key, seconds: 60, secure: false })
  expect(plain).toBe(`eb_w1=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60`)
  const secure = seatCookieHeader({ workshopId: "w1", seatKey: key, seconds: 9e9, secure: true })
  expect(secure).toBe(`__Host-eb_w1=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure`)
  expect(seatCookie(headers({ cookie: `a=b; eb_w1=${key}` }), local, "w1")).toBe(key)
  expect(seatCookie(headers({ cookie: `eb_w2=${key}` }), local, "w1")).toBeNull()
  expect(seatCookie(headers({ cookie: `eb_w1=${key}` }), https, "w1")).toBeNull()
  expect(seatCookie(headers({ cookie: `__Host-eb_w1=${key}` }), https, "w1")).toBe(key)
})
