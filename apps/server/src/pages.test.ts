// What people meet without JavaScript, and what a browser is sent: the join page, the plain board, the app's shell, and the headers of all.
import { gunzipSync } from "node:zlib"
import { LOCALES } from "@evenboard/words"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { inlineHash, inlineHashes } from "./headers.ts"
import { soon } from "./pages/first-view.ts"
import { STYLE } from "./pages/style.ts"
import type { Site } from "./site.ts"
import { cookieOf, keyOf, openTestServer, ORIGIN, readJson, type TestServer } from "./testing/server.ts"

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const EARLY = "document.title"
const site: Site = {
  shell: `<!doctype html><html lang="en" dir="ltr"><head><noscript><!--plain--></noscript><script>${EARLY}</script><script type="module" src="/assets/a.js"></script></head><body><!--first--><!--boot--></body></html>`,
  files: new Map([
    [
      "/assets/a.js",
      {
        type: "text/javascript; charset=utf-8",
        etag: '"1"',
        immutable: true,
        plain: bytes("plain"),
        br: bytes("brotli"),
        gzip: bytes("gzip"),
      },
    ],
    ["/sw.js", { type: "text/javascript; charset=utf-8", etag: '"2"', immutable: false, plain: bytes("worker"), br: null, gzip: null }],
  ]),
  lanOrigin: () => "http://192.168.1.7:4400",
}
const page = { accept: "text/html", origin: ORIGIN }
let server: TestServer
beforeAll(async () => void (server = await openTestServer({ site })))
afterAll(() => server.close())

const htmlOf = async (path: string, headers: Record<string, string> = {}, cookie?: string) => {
  const answer = await server.call("GET", path, { headers: { accept: "text/html", ...headers }, ...(cookie ? { cookie } : {}) })
  return { answer, html: await answer.text() }
}

describe("the join page", () => {
  test.each(LOCALES)("in %s is at most 14 KB as sent, and complete", async (locale) => {
    const opened = await server.open({
      title: "T".repeat(140),
      purpose: "P ".repeat(300),
      groups: Array.from({ length: 12 }, (_, i) => `Group number ${i} of the people who are here`),
    })
    const answer = await server.call("GET", `/j/${keyOf(opened)}?lang=${locale}`, {
      headers: { accept: "text/html", "accept-encoding": "gzip" },
    })
    expect(answer.headers.get("content-encoding")).toBe("gzip")
    const sent = new Uint8Array(await answer.arrayBuffer())
    expect(sent.length).toBeLessThanOrEqual(14 * 1024)
    const html = gunzipSync(sent).toString()
    const words = server.words(locale)
    for (const part of [
      words.say("join.name"),
      words.say("join.show-name"),
      words.say("join.join"),
      words.say("join.keep-until", { day: words.day(server.now() + 180 * 86_400_000) }),
    ])
      expect(html).toContain(part)
    expect(html).toContain(`<html lang="${words.tag}" dir="${words.dir}">`)
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/)
  })

  test("speaks the browser's language, else the workshop's, and offers the others in their own script", async () => {
    const opened = await server.open({ language: "pt" })
    const path = `/j/${keyOf(opened)}`
    expect((await htmlOf(path, { "accept-language": "ar-EG,en;q=0.5" })).html).toContain('lang="ar" dir="rtl"')
    expect((await htmlOf(path, { "accept-language": "fi" })).html).toContain('<html lang="pt-PT"')
    const { html } = await htmlOf(`${path}?lang=es`, { "accept-language": "ar" })
    expect(html).toContain('<html lang="es"')
    expect(html).toMatch(/<a\s+href="\?lang=ar"\s+lang="ar"\s+hreflang="ar"\s*>العربية<\/a\s*>/)
  })

  test("says that the phone keeps a copy where it can, and only there", async () => {
    const opened = await server.open()
    const say = server.words("en").say("join.keep-copy")
    const path = `/j/${keyOf(opened)}`
    expect((await htmlOf(path)).html).not.toContain(say)
    expect((await htmlOf(path, { host: "localhost:4400" })).html).toContain(say)
    const secure = await openTestServer({ site, env: { EVENBOARD_URL: "https://board.example" } })
    try {
      const other = await secure.open()
      const answer = await secure.call("GET", `/j/${keyOf(other)}`, { headers: { accept: "text/html", host: "board.example" } })
      expect(await answer.text()).toContain(say)
    } finally {
      await secure.close()
    }
  })

  test("has one style, and exactly that one is let in", async () => {
    const opened = await server.open()
    for (const path of [`/j/${keyOf(opened)}`, "/join", "/nothing"]) {
      const { answer, html } = await htmlOf(path)
      const { styles, scripts } = inlineHashes(html)
      expect([styles.length, scripts.length]).toEqual([1, 0])
      expect(answer.headers.get("content-security-policy")).toContain(styles[0])
    }
  })

  test("shows what people typed as words, never as markup", async () => {
    const opened = await server.open({ title: "<script>alert(1)</script>", groups: ['"><img src=x>'] })
    const { html } = await htmlOf(`/j/${keyOf(opened)}`)
    expect(html).not.toContain("<script")
    expect(html).not.toContain("<img")
  })

  test("the form seats somebody and leads into the workshop with the cookie; the same browser gets its same seat back", async () => {
    const opened = await server.open({ groups: ["Staff"] })
    const path = `/j/${keyOf(opened)}`
    const answer = await server.call("POST", path, {
      form: { name: "Rosa", showName: "yes", group: "Staff", where: "online", table: "ignored", language: "es" },
      headers: page,
    })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/w/${opened.workshopId}`])
    const cookie = cookieOf(answer)
    expect(await server.store.seats(opened.workshopId)).toMatchObject([
      { name: "Rosa", credit: "name", group: "Staff", table: "online", language: "es" },
    ])
    const { html } = await htmlOf(path, {}, cookie)
    expect(html).toContain("Welcome back, Rosa")
    expect(html).not.toContain("<form")
    const again = await server.call("POST", path, { form: {}, headers: page, cookie })
    expect([again.status, again.headers.get("location"), again.headers.get("set-cookie")]).toEqual([303, `/w/${opened.workshopId}`, null])
    expect(await server.store.seats(opened.workshopId)).toHaveLength(1)
  })

  test("where others sit already, their tables stand to be chosen with one tap, and another can still be named", async () => {
    const opened = await server.open()
    const path = `/j/${keyOf(opened)}`
    expect((await htmlOf(path)).html).not.toContain('value="at:')
    for (const table of ["10", "2", "online", '"><b>']) await server.join(opened, { table })
    const { html } = await htmlOf(path)
    const choices = [...html.matchAll(/value="(at:[^"]*)"/g)].map((match) => match[1])
    expect(choices).toEqual(["at:&quot;&gt;&lt;b&gt;", "at:2", "at:10"])
    expect(html).not.toContain("<b>")
    await server.call("POST", path, { form: { name: "Rosa", where: "at:2", table: "" }, headers: page })
    await server.call("POST", path, { form: { name: "Tom", where: "table", table: "7" }, headers: page })
    expect((await server.store.seats(opened.workshopId)).slice(-2)).toMatchObject([{ table: "2" }, { table: "7" }])
  })

  test("works from a program that names no origin, but not from another website", async () => {
    const opened = await server.open()
    expect((await server.call("POST", `/j/${keyOf(opened)}`, { form: {} })).status).toBe(303)
    const foreign = await server.call("POST", `/j/${keyOf(opened)}`, {
      form: {},
      headers: { accept: "text/html", origin: "http://evil.example" },
    })
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).toContain("This came from another website")
    expect(await server.store.seats(opened.workshopId)).toHaveLength(1)
  })

  test("an empty name and nothing ticked is a guest", async () => {
    const opened = await server.open()
    await server.call("POST", `/j/${keyOf(opened)}`, { form: { name: "" }, headers: page })
    expect(await server.store.seats(opened.workshopId)).toMatchObject([{ name: "", credit: "none", group: null, table: null, guest: 1 }])
  })

  test("three words bring the same person back on another phone; wrong ones are said beside the field", async () => {
    const opened = await server.open()
    const joined = await server.join(opened)
    const path = `/j/${keyOf(opened)}`
    const back = await server.call("POST", path, { form: { returnCode: joined.returnCode }, headers: page })
    expect(back.status).toBe(303)
    expect(await server.store.seats(opened.workshopId)).toHaveLength(1)
    const wrong = await server.call("POST", path, { form: { returnCode: "not these words" }, headers: page })
    expect(wrong.status).toBe(404)
    expect(await wrong.text()).toContain("We could not find you with these three words.")
  })

  test("behind a shut door says so, who can open it, and still lets people back in", async () => {
    const opened = await server.open()
    const host = await server.join(opened, { name: "Rosa", showName: true })
    await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/door`, { key: opened.organiserKey, json: { open: false } })
    const { html } = await htmlOf(`/j/${keyOf(opened)}`)
    expect(html).toContain("The door is shut")
    expect(html).toContain("Rosa can open it.")
    const refused = await server.call("POST", `/j/${keyOf(opened)}`, { form: {}, headers: page })
    expect(refused.status).toBe(403)
    const back = await server.call("POST", `/j/${keyOf(opened)}`, { form: { returnCode: host.returnCode }, headers: page })
    expect(back.status).toBe(303)
  })

  test("of an ended workshop says so", async () => {
    const opened = await server.open()
    await server.call("POST", `/api/workshops/${opened.workshopId}/organiser/end`, { key: opened.organiserKey })
    expect((await htmlOf(`/j/${keyOf(opened)}`)).html).toContain("This workshop has ended")
    expect((await server.call("POST", `/j/${keyOf(opened)}`, { form: {}, headers: page })).status).toBe(409)
  })

  test("of a link that leads nowhere is a kind page", async () => {
    const { answer, html } = await htmlOf("/j/nosuchkey")
    expect(answer.status).toBe(404)
    expect(html).toContain("We could not find this page.")
    expect(html).toContain('href="/join?lang=en"')
  })
})

describe("six digits", () => {
  test("the plain form first shows which workshop it is; the short form joins at once", async () => {
    const opened = await server.open()
    expect((await htmlOf("/join")).html).toContain('name="look"')
    const look = await server.call("POST", "/join", { form: { code: opened.joinCode, look: "1", language: "es" }, headers: page })
    expect([look.status, look.headers.get("location")]).toEqual([303, `/j/${keyOf(opened)}?lang=es`])
    const joined = await server.call("POST", "/join", { form: { code: opened.joinCode }, headers: page })
    expect([joined.status, joined.headers.get("location")]).toEqual([303, `/w/${opened.workshopId}`])
    expect(cookieOf(joined)).toContain(`eb_${opened.workshopId}=`)
  })

  test("a wrong code is said beside the field", async () => {
    const answer = await server.call("POST", "/join", { form: { code: "000001" }, headers: page })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain("No open workshop has this code.")
  })

  test("after eight wrong codes a device waits; a right one before costs nothing; others go on", async () => {
    const opened = await server.open()
    const from = "10.9.9.9"
    for (let i = 0; i < 12; i++)
      expect((await server.call("POST", "/join", { form: { code: opened.joinCode, look: "1" }, headers: page, from })).status).toBe(303)
    for (let i = 0; i < 8; i++)
      expect((await server.call("POST", "/join", { form: { code: "000001" }, headers: page, from })).status).toBe(404)
    const limited = await server.call("POST", "/join", { form: { code: opened.joinCode }, headers: page, from })
    expect(limited.status).toBe(429)
    const api = await server.call("POST", "/api/seats", { json: { code: opened.joinCode }, headers: page, from })
    expect([api.status, Number(api.headers.get("retry-after")) > 0]).toEqual([429, true])
    expect((await server.call("POST", "/join", { form: { code: opened.joinCode }, headers: page, from: "10.9.9.10" })).status).toBe(303)
  })
})

describe("the plain board", () => {
  const open = async (details: Record<string, string> = {}) => {
    const opened = await server.open()
    const answer = await server.call("POST", `/j/${keyOf(opened)}`, { form: details, headers: page })
    return { opened, cookie: cookieOf(answer), path: `/w/${opened.workshopId}/plain` }
  }

  test("takes a note, says its number, and shows it with its author as that person chose", async () => {
    const { cookie, path } = await open({ name: "Rosa", showName: "yes" })
    const sent = await server.call("POST", path, {
      form: { text: "The bus\r\nstops at six", kind: "need", for: "" },
      cookie,
      headers: page,
    })
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}?added=1`])
    const { html } = await htmlOf(`${path}?added=1`, {}, cookie)
    expect(html).toContain("Your note is on the board. Its number is 1.")
    expect(html).toContain("The bus\nstops at six")
    expect(html).toContain("● Need · note 1 · Rosa")
    expect(html).not.toMatch(/<script|\sstyle=/)
  })

  test("writes for somebody else, whose words they stay", async () => {
    const { cookie, path } = await open()
    await server.call("POST", path, { form: { text: "Stairs at the clinic", kind: "risk", for: "Ana" }, cookie, headers: page })
    expect((await htmlOf(path, {}, cookie)).html).toContain("Ana · typed by Guest 1")
  })

  test("keeps names apart from a sentence that runs the other way", async () => {
    const { cookie, path } = await open({ name: "Rosa", showName: "yes", language: "ar" })
    expect((await htmlOf(path, {}, cookie)).html).toContain("\u2068Rosa\u2069")
  })

  test("keeps what was typed when it cannot take it", async () => {
    const { cookie, path, opened } = await open()
    const long = await server.call("POST", path, { form: { text: "<b>long</b>".repeat(100), kind: "offer" }, cookie, headers: page })
    const html = await long.text()
    expect([long.status, html.includes("A note has room for 600 characters."), html.includes("&lt;b&gt;long")]).toEqual([400, true, true])
    expect(await (await server.call("POST", path, { form: { text: " ", kind: "need" }, cookie, headers: page })).text()).toContain(
      "Please write something first.",
    )
    expect((await server.call("POST", path, { form: { text: "a", kind: "wish" }, cookie, headers: page })).status).toBe(400)
    expect((await server.live.now(opened.workshopId)).board.notes.size).toBe(0)
  })

  test("changes its language, and gives three words", async () => {
    const { cookie, path } = await open()
    expect((await server.call("POST", `${path}/language`, { form: { language: "ar" }, cookie, headers: page })).status).toBe(303)
    expect((await htmlOf(path, {}, cookie)).html).toContain('<html lang="ar" dir="rtl">')
    expect((await server.call("POST", `${path}/language`, { form: { language: "xx" }, cookie, headers: page })).status).toBe(400)
    expect(await (await server.call("POST", `${path}/return-code`, { form: {}, cookie, headers: page })).text()).toMatch(
      /[a-z]{3,7} [a-z]{3,7} [a-z]{3,7}/,
    )
  })

  test("without the cookie leads to the start; a form from elsewhere does nothing", async () => {
    const { cookie, path } = await open()
    expect((await server.call("GET", path, { headers: page })).headers.get("location")).toBe("/")
    for (const origin of ["http://evil.example", undefined])
      expect(
        (
          await server.call("POST", path, {
            form: { text: "a", kind: "need" },
            cookie,
            headers: { accept: "text/html", ...(origin ? { origin } : {}) },
          })
        ).status,
      ).toBe(403)
  })
})

describe("the app's pages", () => {
  test("the shell carries what the app needs, in the seat's language, with a client id of its own for each load", async () => {
    const opened = await server.open()
    const cookie = cookieOf(
      await server.call("POST", `/j/${keyOf(opened)}`, { form: { name: "</script><b>", language: "ar" }, headers: page }),
    )
    const bootOf = async () => {
      const { html, answer } = await htmlOf(`/w/${opened.workshopId}`, {}, cookie)
      expect(answer.headers.get("cache-control")).toBe("no-store")
      expect(html).toContain('<html lang="ar" dir="rtl">')
      expect(html).toContain(`<meta http-equiv="refresh" content="0;url=/w/${opened.workshopId}/plain">`)
      const json = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? ""
      return JSON.parse(json) as { clientId: number; seat: { ownName: string }; workshopId: string; language: string; now: number }
    }
    const [one, two] = [await bootOf(), await bootOf()]
    expect(one).toMatchObject({ workshopId: opened.workshopId, language: "ar", now: server.now(), seat: { ownName: "</script><b>" } })
    expect(one.clientId).not.toBe(two.clientId)
    const heads = await server.store.clientHeads(opened.workshopId)
    expect(heads.map((head) => head.clientId)).toEqual(expect.arrayContaining([one.clientId, two.clientId]))
    expect((await htmlOf(`/w/${opened.workshopId}/what-happened`, {}, cookie)).answer.status).toBe(200)
  })

  test("the first notes can be read in it before any script: on the page of needs, as words, nobody's name beside them", async () => {
    const opened = await server.open({ title: "Buses & trains" })
    const cookie = cookieOf(await server.call("POST", `/j/${keyOf(opened)}`, { form: { name: "Rosa" }, headers: page }))
    const notes = `/api/workshops/${opened.workshopId}/notes`
    for (const [text, kind] of [
      ["<b>A bus</b> after ten <!--boot-->", "need"],
      ["A night bus", "option"],
    ])
      await server.call("POST", notes, { json: { text, kind }, cookie, headers: { origin: ORIGIN } })
    const firstOf = async (path: string) =>
      /<main id="first">[\s\S]*<\/main>/.exec((await htmlOf(`/w/${opened.workshopId}${path}`, {}, cookie)).html)?.[0]
    // A page goes out without them rather than late.
    await expect.poll(() => firstOf("/needs")).toContain("&lt;b&gt;A bus&lt;/b&gt; after ten &lt;!--boot--&gt;")
    const needs = (await firstOf("/needs")) ?? ""
    expect(needs).toContain("Buses &amp; trains")
    expect(needs).not.toMatch(/Rosa|night bus|<script| style=/)
    await expect.poll(() => firstOf("/options")).toContain("Buses &amp; trains")
    expect(await firstOf("/options")).not.toContain("A bus")
  })

  test("a workshop that is slow to come keeps no page waiting, and one that fails breaks none", async () => {
    expect(await soon(new Promise<never>(() => {}))).toBeNull()
    expect(await soon(Promise.reject(new Error("gone")))).toBeNull()
    expect(await soon(Promise.resolve(1))).toBe(1)
  })

  test("without the cookie, or in an unknown workshop, leads to the start", async () => {
    const opened = await server.open()
    for (const path of [`/w/${opened.workshopId}`, "/w/abcdefgh12345678", `/w/${opened.workshopId}/needs`]) {
      const answer = await server.call("GET", path)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"])
    }
  })

  test("before the app is built, people get the plain pages", async () => {
    const bare = await openTestServer()
    try {
      const opened = await bare.open()
      const cookie = cookieOf(await bare.call("POST", `/j/${keyOf(opened)}`, { form: {}, headers: page }))
      expect((await bare.call("GET", `/w/${opened.workshopId}`, { cookie })).headers.get("location")).toBe(`/w/${opened.workshopId}/plain`)
      expect((await bare.call("GET", "/")).headers.get("location")).toBe("/join")
    } finally {
      await bare.close()
    }
  })

  test("assets come as brotli or gzip, and are kept for good", async () => {
    const sent = async (accept: string) => {
      const answer = await server.call("GET", "/assets/a.js", { headers: { "accept-encoding": accept } })
      expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
      return [answer.headers.get("content-encoding"), await answer.text()]
    }
    expect(await sent("gzip, deflate, br")).toEqual(["br", "brotli"])
    expect(await sent("gzip, br;q=0")).toEqual(["gzip", "gzip"])
    expect(await sent("")).toEqual([null, "plain"])
    expect((await server.call("GET", "/assets/a.js", { headers: { "if-none-match": '"1"' } })).status).toBe(304)
    expect((await server.call("GET", "/assets/none.js")).status).toBe(404)
  })

  test("the service worker is looked for anew each time, and the page it keeps holds nobody", async () => {
    const worker = await server.call("GET", "/sw.js")
    expect([worker.status, worker.headers.get("cache-control"), worker.headers.get("content-type")]).toEqual([
      200,
      "no-cache",
      "text/javascript; charset=utf-8",
    ])
    const opened = await server.open()
    const cookie = cookieOf(await server.call("POST", `/j/${keyOf(opened)}`, { form: { name: "Rosa" }, headers: page }))
    const { html } = await htmlOf("/", {}, cookie)
    expect(html).not.toContain("Rosa")
    expect(html).not.toContain('id="boot"')
  })

  test("a QR code asked for at the server's own keyboard leads to its address on the network", async () => {
    const opened = await server.open()
    const door = (host: string) =>
      server.call("GET", `/api/workshops/${opened.workshopId}/door`, { key: opened.organiserKey, headers: { host } })
    expect(await readJson(await door("localhost:4400"))).toMatchObject({ joinUrl: `http://192.168.1.7:4400/j/${keyOf(opened)}` })
    expect(await readJson(await door("hall.test"))).toMatchObject({ joinUrl: opened.joinUrl })
  })
})

test("every answer of every route carries the headers, whatever became of it", async () => {
  const opened = await server.open()
  const cookie = cookieOf(await server.call("POST", `/j/${keyOf(opened)}`, { form: {}, headers: page }))
  const routes = server.app.routes.filter((route) => route.method !== "ALL")
  expect(routes.length).toBeGreaterThan(35)
  for (const { method, path } of routes) {
    const asked = path
      .replace(":id", opened.workshopId)
      .replace(":key", keyOf(opened))
      .replace(":format", "html")
      .replace(/:page\{.*\}/, "needs")
    for (const call of [{}, { cookie, headers: page }, { headers: { origin: "http://evil.example" } }]) {
      const { headers } = await server.call(method, asked, call)
      const csp = headers.get("content-security-policy") ?? ""
      expect(csp, `${method} ${asked}`).toContain("default-src 'none'; script-src 'self' 'sha256-")
      for (const part of [
        inlineHash(STYLE),
        inlineHash(EARLY),
        "connect-src 'self' ws://hall.test",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "worker-src 'self'",
      ])
        expect(csp).toContain(part)
      expect(csp).not.toContain("unsafe")
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("referrer-policy")).toBe("same-origin")
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
      expect(headers.get("permissions-policy")).toContain("camera=()")
      expect(headers.get("cross-origin-opener-policy")).toBeNull()
      const cached = asked.startsWith("/assets/") ? "public, max-age=31536000, immutable" : asked === "/sw.js" ? "no-cache" : "no-store"
      expect(headers.get("cache-control")).toBe(cached)
    }
  }
})
