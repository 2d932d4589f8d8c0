// What only one person may know is in nobody else's bytes (issue 5, done-when 6): an evening over real sockets and HTTP, in which each
// private thing carries a word of its own. Everything that every other seat, the host, a screen without a seat and the organiser was
// sent, and every answer to every GET there is, is searched for it. Whoever may know it is named beside it, and must find it: a word that
// nobody was told would prove nothing.
import { once } from "node:events"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createAdaptorServer } from "@hono/node-server"
import { WebSocket } from "ws"
import { afterEach, expect, test } from "vitest"
import type { Joined, NamedContact, OwnCounts, PrivateView, ScreenLink } from "@evenboard/api"
import { run, type NoteId } from "@evenboard/board"
import { MESSAGE } from "@evenboard/sync"
import { seatCookieHeader } from "./asking.ts"
import { attachSockets } from "./socket.ts"
import { NO_SITE } from "./site.ts"
import { livePhone } from "./testing/live-phone.ts"
import { cookieOf, openTestServer, readJson } from "./testing/server.ts"

const SHELL = `<!doctype html><html lang="en" dir="ltr"><head><noscript><!--plain--></noscript></head><body><!--boot--></body></html>`
const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** Each private thing: the word in it, and who may be sent that word. Names the rest are refused by. */
const PRIVATE = {
  "said to the organiser alone": { word: "canaryconcernone", may: ["rosa", "organiser"] },
  "said to whoever hosts": { word: "canaryconcerntwo", may: ["rosa", "host"] },
  "the words of a note out of sight": { word: "canaryhiddenone", may: ["rosa", "host"] },
  "why its author would have it back": { word: "canaryaskbackone", may: ["host"] },
  "written alone, not shown": { word: "canarydraftone", may: ["rosa"] },
  "written alone for somebody": { word: "canarydrafttwo", may: ["rosa"] },
  "for whom it was written": { word: "canaryforwhomone", may: ["rosa"] },
  "the name of who shows none": { word: "canarynameone", may: ["rosa"] },
  "a group": { word: "canarygroupone", may: ["rosa"] },
  "a name taken out": { word: "canarytakenone", may: [] },
  "who asked for help": { word: "canaryhelpone", may: [] },
  "what somebody needs so that they can take part": { word: "canaryneedsone", may: ["rosa", "contact"] },
} as const satisfies Record<string, { word: string; may: readonly Who[] }>
type Who = "rosa" | "host" | "sam" | "screen" | "organiser" | "contact"
const WHO: readonly Who[] = ["rosa", "host", "sam", "screen", "organiser", "contact"]
/** Who comes with a cookie, as a browser does. */
type Seated = Exclude<Who, "organiser" | "contact">

const word = (what: keyof typeof PRIVATE): string => PRIVATE[what].word

/** Everything each of them was sent, as bytes. */
async function evening() {
  const server = await openTestServer({ site: { ...NO_SITE, shell: SHELL } })
  const http = createAdaptorServer({ fetch: server.app.fetch }) as Server
  const sockets = attachSockets({ ...server, server: http })
  await once(http.listen(0, "127.0.0.1"), "listening")
  const { port } = http.address() as AddressInfo
  const workshop = await server.open({ title: "Better mornings", purpose: `Ask ${word("a name taken out")}` })
  const { workshopId: id } = workshop
  const path = `/api/workshops/${id}`
  const ana = await server.join(workshop, { name: "Ana", showName: true })
  const rosa = await server.join(workshop, { name: word("the name of who shows none"), group: word("a group") })
  const sam = await server.join(workshop, { name: "Sam", showName: true, group: "Staff" })
  const screenUrl = (await readJson<ScreenLink>(await server.call("POST", `${path}/screen`, { key: ana.seatKey }))).screenUrl
  const cookies = {
    screen: cookieOf(await server.call("GET", new URL(screenUrl).pathname)),
    ...Object.fromEntries(
      Object.entries({ host: ana, rosa, sam }).map(([who, { seatKey }]) => [
        who,
        seatCookieHeader({ workshopId: id, seatKey, seconds: 60, secure: false }).split(";")[0] ?? "",
      ]),
    ),
  } as Record<Seated, string>

  const sent = new Map<Who, Buffer[]>(WHO.map((who) => [who, []]))
  const lines: WebSocket[] = []
  const listen = async (who: Seated): Promise<void> => {
    const line = new WebSocket(`ws://127.0.0.1:${port}/sync/${id}`, ["evenboard.1"], {
      headers: { cookie: cookies[who], origin: `http://127.0.0.1:${port}` },
    })
    line.on("message", (frame: Buffer) => sent.get(who)?.push(Buffer.from(frame)))
    await once(line, "open")
    line.send(Buffer.of(0, 0, 1, 0)) // sync step 1: all there is
    lines.push(line)
  }
  closers.push(async () => {
    for (const line of lines) line.terminate()
    sockets.close()
    http.close()
    await server.close()
  })
  const post = async (who: Joined, rest: string, json: object): Promise<Response> => {
    const answer = await server.call("POST", `${path}/${rest}`, { key: who.seatKey, json })
    expect(answer.status, `${rest} ${JSON.stringify(json)}`).toBeLessThan(300)
    return answer
  }
  const intent = (who: Joined, json: { id?: string; type: string; [field: string]: unknown }) =>
    post(who, "intents", { id: `intent-${JSON.stringify(json).length}-${Math.floor(lines.length * 7 + json.type.length)}`, ...json })

  // Before anybody listens: what is private now, though everybody saw it then.
  const note = async (who: Joined, text: string): Promise<NoteId> =>
    (await readJson<{ noteId: NoteId }>(await post(who, "notes", { text, kind: "need" }))).noteId
  const hidden = await note(rosa, word("the words of a note out of sight"))
  const named = await note(rosa, `${word("a name taken out")} drives the bus`)
  for (let count = 0; count < 3; count += 1) await note(rosa, `A bench ${count}`)
  const phone = await livePhone(server.live, id, rosa.seatId)
  run(phone.doc, { type: "change-words", id: hidden, text: `${word("the words of a note out of sight")}, and more` })
  await phone.leave()
  await intent(ana, { type: "hide-note", noteId: hidden, reason: "says where she lives" })
  await post(ana, "mentions", { id: "mention00000001", words: word("a name taken out") })

  await Promise.all((["host", "rosa", "sam", "screen"] as const).map(listen))
  await post(rosa, "concerns", { id: "concern000000001", words: word("said to the organiser alone"), hears: "organiser" })
  await post(rosa, "concerns", { id: "concern000000002", words: word("said to whoever hosts"), hears: "host" })
  await post(rosa, "ask-back", { noteId: hidden, words: word("why its author would have it back") })
  await intent(ana, { type: "start-round", kind: "alone", stage: "needs", question: "What else?" })
  const draft = (draftId: string, json: object) => server.call("PUT", `${path}/drafts/${draftId}`, { key: rosa.seatKey, json })
  await draft("draft00000000001", { text: word("written alone, not shown"), kind: "need", keepBack: true })
  const forWhom = { name: word("for whom it was written") }
  await draft("draft00000000002", { text: word("written alone for somebody"), kind: "need", for: forWhom, keepBack: true })
  await intent(rosa, { type: "ask-help", what: "time", id: `${word("who asked for help")}-intent` })
  const place = await readJson<{ returnCode: string }>(
    await post(sam, "intents", { id: "intent-open-seat", type: "open-seat", name: "Tomas" }),
  )
  await intent(ana, { type: "ask-quiet" }) // each phone decides alone whether it offers anything: nobody is sent more than anybody
  const contact = { name: "Farah", reach: "020 7946 0000" }
  const naming = await server.call("PUT", `${path}/organiser/access`, { key: workshop.organiserKey, json: contact })
  const contactKey = (await readJson<NamedContact>(naming)).contactUrl?.split("#")[1] ?? ""
  const need = { words: word("what somebody needs so that they can take part"), language: "", reach: "" }
  const said = await server.call("POST", `/w/${id}/access`, { cookie: cookies.rosa, form: need, headers: { origin: "http://hall.test" } })
  expect(said.status).toBeLessThan(400)
  await server.call("PATCH", `${path}/me`, { key: rosa.seatKey, json: { quotable: false } })
  await server.call("PUT", `${path}/me/quiet`, { key: rosa.seatKey, json: { quiet: true } })
  await note(sam, "Said last, so that everything before it has come")
  for (const who of ["host", "rosa", "sam", "screen"] as const)
    await expect.poll(() => Buffer.concat(sent.get(who) ?? []).includes("Said last"), { timeout: 5000 }).toBe(true)
  await expect.poll(() => Buffer.concat(sent.get("sam") ?? []).includes('"help-asked"'), { timeout: 5000 }).toBe(true)

  const frames = new Map([...sent].map(([who, all]) => [who, [...all]]))
  const answers = new Map<Who, Map<string, { status: number; body: string }>>()
  for (const who of WHO) {
    const as = who === "organiser" ? { key: workshop.organiserKey } : who === "contact" ? { key: contactKey } : { cookie: cookies[who] }
    answers.set(who, new Map())
    // The one thing that is read by a POST.
    const read = await server.call("POST", `${path}/contact/read`, { ...as, headers: { origin: "http://hall.test" } })
    answers.get(who)?.set("contact/read", { status: read.status, body: await read.text() })
    for (const get of await everyGet(server, id)) {
      const answer = await server.call("GET", get, as)
      const body = `${[...answer.headers].join("\n")}\n${await answer.text()}`
      answers.get(who)?.set(get, { status: answer.status, body })
    }
  }
  return { server, workshop, path, rosa, sam, ana, place, hidden, named, frames, answers, contactKey, sent, cookies, note }
}

/** Every GET that the server says it has, with what stands in its place; and the pages, which that list does not hold. */
async function everyGet(server: Awaited<ReturnType<typeof openTestServer>>, id: string): Promise<string[]> {
  const { paths } = await readJson<{ paths: Record<string, Record<string, unknown>> }>(await server.call("GET", "/api/openapi.json"))
  const formats = ["json", "html", "md", "csv"]
  const filled = Object.entries(paths)
    .filter(([, methods]) => "get" in methods)
    .flatMap(([path]) => (path.includes("{format}") ? formats.map((format) => path.replace("{format}", format)) : [path]))
    .map((path) => path.replace("{id}", id))
  expect(
    filled.filter((path) => path.includes("{")),
    "a new kind of path: say what stands in it",
  ).toEqual([])
  const pages = ["", "/plain", "/print", "/needs", "/room", "/host", "/me", "/access", "/log", "/happened", "/balance"]
  return [...filled, `/api/workshops/${id}/history?limit=500`, ...pages.map((page) => `/w/${id}${page}`)]
}

test("what only one person may know is in nobody else's frames, and in no answer to anybody else", { timeout: 60_000 }, async () => {
  const { frames, answers, rosa, sam, ana, place, workshop, contactKey } = await evening()
  const told = (who: Who): Buffer[] => [
    ...(frames.get(who) ?? []),
    ...[...(answers.get(who) ?? [])].map(([, { body }]) => Buffer.from(body)),
  ]
  const knows = (canary: string): Who[] => WHO.filter((who) => told(who).some((bytes) => bytes.includes(canary)))
  const found = Object.fromEntries(Object.entries(PRIVATE).map(([what, { word: canary }]) => [what, knows(canary)]))
  expect(found).toEqual(Object.fromEntries(Object.entries(PRIVATE).map(([what, { may }]) => [what, [...may]])))

  // Keys and return words: nobody is sent another's, or even their own again.
  for (const secret of [rosa.seatKey, rosa.returnCode, sam.seatKey, ana.seatKey, place.returnCode, workshop.organiserKey, contactKey])
    expect(knows(secret)).toEqual([])
})

test(
  "a frame that only one seat is sent says nothing but that there is news, no other seat is sent one, and the quiet hear what all do",
  { timeout: 60_000 },
  async () => {
    const { frames } = await evening()
    const news = (who: Who): Buffer[] => (frames.get(who) ?? []).filter((frame) => frame[0] === MESSAGE.private)
    for (const who of WHO) for (const frame of news(who)) expect([...frame]).toEqual([MESSAGE.private])
    const asked = (who: Who): string[] =>
      (frames.get(who) ?? []).filter((frame) => frame.includes('"quiet-asked"')).map((frame) => frame.toString("latin1"))
    expect(asked("rosa")).toHaveLength(1)
    expect(asked("sam")).toEqual(asked("rosa"))
    expect([news("rosa").length > 0, news("host").length > 0, news("sam").length, news("screen").length]).toEqual([true, true, 0, 0])
  },
)

test(
  "how much I did, how I am credited, whether I may be quoted and that I am quiet is told to me alone",
  { timeout: 60_000 },
  async () => {
    const { server, path, answers, frames, rosa, named } = await evening()
    const counts = JSON.stringify(await readJson<OwnCounts>(await server.call("GET", `${path}/me/counts`, { key: rosa.seatKey })))
    expect(JSON.parse(counts)).toMatchObject({ notes: 5 })
    const others = WHO.filter((who) => who !== "rosa")
    const own = new Set([`${path}/me`, `${path}/me/data`, `${path}/me/data.html`, `${path}/private`])
    for (const who of others) {
      const bytes = Buffer.concat([
        ...(frames.get(who) ?? []),
        ...[...(answers.get(who) ?? [])].flatMap(([get, { body }]) => (own.has(get) || get.startsWith("/w/") ? [] : [Buffer.from(body)])),
      ])
      for (const mine of [counts, '"quotable"', '"credit"', '"quiet"', '"group":', '"nameTakenOut"'])
        expect(bytes.includes(mine), `${who}: ${mine}`).toBe(false)
      expect(answers.get(who)?.get(`${path}/private`)?.body.includes(named)).toBe(false)
      expect(
        answers
          .get(who)
          ?.get(`/w/${path.split("/").at(-1)}`)
          ?.body.includes(`"ownName":"${PRIVATE["the name of who shows none"].word}"`),
      ).toBe(false)
    }
    expect(answers.get("rosa")?.get(`${path}/private`)?.body).toContain(named)
  },
)

test(
  "who may write for whom is known to the two: one byte to each, nothing to anybody else, before, while and after",
  { timeout: 60_000 },
  async () => {
    const { server, path, rosa, sam, sent, cookies, contactKey, workshop, note } = await evening()
    const seated = ["rosa", "host", "sam", "screen"] as const
    /** What was sent to each since, once all of them have had what was said last. */
    const since = async (work: () => Promise<unknown>, last: string) => {
      const before = new Map(seated.map((who) => [who, sent.get(who)?.length ?? 0]))
      await work()
      await note(sam, last)
      const got = (who: Who): Buffer[] => (sent.get(who) ?? []).slice(before.get(who as Seated))
      for (const who of seated) await expect.poll(() => Buffer.concat(got(who)).includes(last), { timeout: 5000 }).toBe(true)
      return new Map(seated.map((who) => [who, got(who)]))
    }
    const yes = (method: "PUT" | "DELETE") => server.call(method, `${path}/supporters/${sam.seatId}`, { key: rosa.seatKey })
    const privateOf = async (cookie: string) => (await server.call("GET", `${path}/private`, { cookie })).text()
    const tells = async () => {
      const told: Who[] = []
      for (const who of WHO) {
        const as = who === "organiser" ? { key: workshop.organiserKey } : who === "contact" ? { key: contactKey } : { cookie: cookies[who] }
        for (const get of await everyGet(server, workshop.workshopId)) {
          const body = await (await server.call("GET", get, as)).text()
          if (body.includes(`"supporters":["${sam.seatId}"]`) || body.includes(`"supports":["${rosa.seatId}"]`)) told.push(who)
          // The person's own data names it by seat; nobody else's does.
          else if (/"supporters": ?\[\s*"/.test(body)) told.push(who)
        }
      }
      return [...new Set(told)].toSorted()
    }
    expect(await tells()).toEqual([])
    const without = { host: await privateOf(cookies.host), screen: await privateOf(cookies.screen) }
    const given = await since(() => yes("PUT"), "Said after the yes")
    expect(await tells()).toEqual(["rosa", "sam"])
    expect(JSON.parse(await privateOf(cookies.rosa)) as PrivateView).toMatchObject({ supporters: [sam.seatId], supports: [] })
    expect({ host: await privateOf(cookies.host), screen: await privateOf(cookies.screen) }).toEqual(without)
    const taken = await since(() => yes("DELETE"), "Said after it was taken back")
    expect(await tells()).toEqual([])
    for (const got of [given, taken]) {
      const news = seated.map((who) =>
        got
          .get(who)
          ?.filter((frame) => frame[0] === MESSAGE.private)
          .map((frame) => [...frame]),
      )
      expect(news).toEqual([[[MESSAGE.private]], [], [[MESSAGE.private]], []])
      for (const who of seated) expect(Buffer.concat(got.get(who) ?? []).toString("latin1")).not.toMatch(/support/)
    }
  },
)
