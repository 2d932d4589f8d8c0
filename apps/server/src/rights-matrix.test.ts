// Every call and every intent there is, by who may do it, so that none can be forgotten: a new one fails here until it stands in a list.
// What changes the board or what people said of it is the same for everybody; what only a host or the organiser may do is the process
// alone. See rights.test.ts for the commands of the board itself.
import { afterEach, expect, test } from "vitest"
import { Intent, type Joined, type OpenedSeat } from "@evenboard/api"
import { newId, run, type AgreementId, type NoteId, type PledgeId } from "@evenboard/board"
import { seatCookieHeader } from "./asking.ts"
import { livePhone } from "./testing/live-phone.ts"
import { ORIGIN, openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

type IntentType = Intent["type"]

let server: TestServer
afterEach(() => server.close())

/** Paths after /api/workshops/:id, unless they begin elsewhere. */
const CALLS = {
  /** Words on the board, by people alike. */
  content: [
    "POST /notes",
    "POST /intents",
    "GET /drafts",
    "PUT /drafts/:draftId",
    "DELETE /drafts/:draftId",
    "POST /drafts/:draftId/show",
    "PUT /pledges/:pledgeId/goes-along",
    "POST /w/:id/plain",
    "POST /w/:id/plain/drafts",
    "POST /w/:id/plain/goes-along",
  ],
  /** Read by everybody with a key, the same for all. */
  told: ["GET /balance", "GET /history", "GET /door", "GET /export/:format", "GET /recipe", "POST /screen"],
  /** About the caller alone: each of themselves, alike. */
  own: [
    "GET /me",
    "PATCH /me",
    "GET /me/counts",
    "POST /me/return-code",
    "GET /me/data",
    "GET /me/data.html",
    "POST /me/erase",
    "POST /me/leave",
    "PUT /me/quiet",
    "GET /private",
    "POST /concerns",
    "DELETE /concerns/:concernId",
    "POST /concerns/:concernId/read",
    "POST /ask-back",
    "POST /removal/answer",
    "DELETE /removal",
    "PUT /supporters/:seatId",
    "DELETE /supporters/:seatId",
    "POST /seats/:seatId/return-code",
    "GET /access",
    "GET /w/:id/access",
    "POST /w/:id/access",
    "POST /w/:id/plain/language",
    "POST /w/:id/plain/return-code",
    "POST /w/:id{[0-9A-Za-z]+}/away",
  ],
  /** The process, and looking after people: whoever hosts. */
  host: [
    "POST /removal",
    "POST /rotate-link",
    "POST /mentions/find",
    "POST /mentions",
    "POST /check",
    "DELETE /check",
    "POST /rehearsal",
    "DELETE /rehearsal",
  ],
  /** The life of the workshop: the organiser's key alone. */
  organiser: [
    "GET /organiser",
    "PATCH /organiser",
    "POST /organiser/door",
    "POST /organiser/rotate-link",
    "POST /organiser/host",
    "POST /organiser/end",
    "POST /organiser/delete",
    "POST /organiser/mentions/find",
    "POST /organiser/mentions",
    "GET /organiser/safe",
    "POST /organiser/concerns/:concernId/read",
    "POST /organiser/remove",
    "POST /organiser/return",
    "GET /organiser/access",
    "PUT /organiser/access",
    "DELETE /organiser/access",
    "POST /organiser/access/link",
    "POST /organiser/print-pass",
  ],
  /** What people need so that they can take part: the link of the one who reads it, alone (access.test.ts). */
  contact: ["GET /contact", "POST /contact/read"],
  /** Before anybody has a seat, or of the instance. */
  door: [
    "GET /",
    "GET /livez",
    "GET /readyz",
    "GET /version",
    "GET /robots.txt",
    "GET /away",
    "GET /join",
    "POST /join",
    "GET /j/:key",
    "POST /j/:key",
    "GET /j/:key/access",
    "POST /j/:key/access",
    "GET /w/:id/access/:key",
    "POST /w/:id/access/:key",
    "GET /s/:key",
    "GET /check/:key",
    "GET /check/:key/:phone/:step{[1-9]}",
    "GET /api/openapi.json",
    "GET /api/export.schema.json",
    "POST /api/workshops",
    "POST /api/seats",
    "POST /seats",
  ],
  /** Pages, which show what the calls tell. */
  page: [
    "GET /o/*",
    "GET /c/*",
    "GET /w/:id",
    "GET /w/:id/:page{[a-z-]+}",
    "GET /w/:id/plain",
    "GET /w/:id/print",
    ...["cards", "tents", "join", "host", "evening", "mine", "people"].map((paper) => `GET /w/:id/print/${paper}`),
  ],
} as const

const INTENTS = {
  anybody: [
    "raise-hand",
    "count-hands",
    "say-worry",
    "withdraw-worry",
    "open-seat",
    "written-for",
    "propose-hide",
    "confirm-hide",
    "drop-hide",
    "ask-help",
    "ask-to-host",
    "confirm-host",
    "ask-reveal",
    "put-off-reveal",
    "confirm-reveal",
  ],
  process: [
    "move-stage",
    "start-timer",
    "lengthen-timer",
    "stop-timer",
    "edit-plan",
    "open-door",
    "shut-door",
    "hide-note",
    "restore-note",
    "pause",
    "resume",
    "ask-quiet",
    "agree-design",
    "pass-host",
    "start-round",
  ],
} as const satisfies Record<string, readonly IntentType[]>

const whole = (call: string): string => {
  const [method, path = ""] = call.split(" ")
  const isElsewhere = /^\/(?:api|w|j|s|o|c|join|away|livez|readyz|version|robots\.txt)(?:\/|:|\{|$)|^\/check\/:key|^\/$/.test(path)
  return `${method} ${isElsewhere ? path : `/api/workshops/:id${path}`}`
}

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId: id } = workshop
  const at = `/api/workshops/${id}`
  const host = await server.join(workshop, { name: "Rosa", showName: true, table: "1", group: "Staff" })
  const author = await server.join(workshop, { name: "Ana", showName: true, table: "2" })
  const scribe = await server.join(workshop, { name: "Sam", table: "3" })
  const participant = await server.join(workshop, { group: "Carers", table: "4" })
  const add = async (who: Joined, text: string, more: object = {}): Promise<NoteId> =>
    (
      await readJson<{ noteId: NoteId }>(
        await server.call("POST", `${at}/notes`, { key: who.seatKey, json: { text, kind: "need", ...more } }),
      )
    ).noteId
  await add(scribe, "Somewhere warm", { for: { name: "Old Tom" } })
  const roles = { host, scribe, participant, newcomer: await server.join(workshop) }
  const phone = await livePhone(server.live, id, author.seatId)
  const [agreementId, pledgeId] = [newId<AgreementId>(), newId<PledgeId>()]
  run(phone.doc, { type: "add-agreement", id: agreementId, text: "We agree to begin", sources: [] })
  run(phone.doc, { type: "add-pledge", id: pledgeId, text: "We listen" })
  await phone.leave()
  const call = (who: Joined, method: string, rest: string, json?: object) =>
    server.call(method, `${at}/${rest}`, { key: who.seatKey, ...(json ? { json } : {}) })
  const intent = (who: Joined, json: { type: IntentType; [field: string]: unknown }) =>
    call(who, "POST", "intents", { id: newId(), ...json })
  const cookieOf = ({ seatKey }: Joined): string =>
    seatCookieHeader({ workshopId: id, seatKey, seconds: 60, secure: false }).split(";")[0] ?? ""
  return { workshop, id, at, host, author, roles, add, agreementId, pledgeId, call, intent, cookieOf }
}
const reasonOf = async (answer: Response): Promise<string> => (answer.status < 400 ? "ok" : (await problemOf(answer)).reason)

test("every call of the server, and every intent, stands in one list of who may", async () => {
  server = await openTestServer()
  const asked = new Set(server.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))
  const listed = Object.values(CALLS).flatMap((calls) => calls.map(whole))
  expect([...asked].toSorted()).toEqual(listed.toSorted())
  const types = Intent._zod.def.options.flatMap((option) => option._zod.def.shape.type._zod.def.values)
  expect(types.toSorted()).toEqual(Object.values(INTENTS).flat().toSorted())
})

test("what is content is answered the same, whoever asks: host, scribe, participant, newcomer", async () => {
  const { id, at, host, author, roles, add, agreementId, pledgeId, call, intent, cookieOf } = await hall()
  await intent(host, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  const answers = new Map<string, string[]>()
  for (const [role, who] of Object.entries(roles)) {
    const said: string[] = []
    const note = async (what: string, answer: Promise<Response>): Promise<Response> => {
      const got = await answer
      said.push(`${what} ${got.status} ${await reasonOf(got.clone())}`)
      return got
    }
    const theirs = await add(author, "The bus stops at six")
    const own = await add(who, "Mine")
    await note("note", call(who, "POST", "notes", { text: "A bench", kind: "offer" }))
    await note("note for", call(who, "POST", "notes", { text: "A bench", kind: "offer", for: { name: `Tom ${role}` } }))
    await note("note for somebody with a phone", call(who, "POST", "notes", { text: "No", kind: "need", for: { seatId: author.seatId } }))
    const draft = newId()
    await note("draft", call(who, "PUT", `drafts/${draft}`, { text: "Alone", kind: "need", keepBack: true }))
    await note("drafts", call(who, "GET", "drafts"))
    await note("show", call(who, "POST", `drafts/${draft}/show`))
    await note("throw", call(who, "DELETE", `drafts/${draft}`))
    await note("goes along", call(who, "PUT", `pledges/${pledgeId}/goes-along`, { words: "We listen", goes: true }))
    const form = (path: string, fields: Record<string, string>) =>
      server.call("POST", `/w/${id}/${path}`, { form: fields, cookie: cookieOf(who), headers: { origin: ORIGIN } })
    await note("plain", form("plain", { text: "By form", kind: "need" }))
    await note("plain draft", form("plain/drafts", { act: "throw", draft: newId() }))
    await note("plain goes along", form("plain/goes-along", { pledge: pledgeId, words: "We listen", goes: "yes" }))
    await note("hand", intent(who, { type: "raise-hand", agreementId, stance: "for" }))
    await note("count", intent(who, { type: "count-hands", agreementId, for: said.length, worried: 1 }))
    await note("worry", intent(who, { type: "say-worry", agreementId, words: "Too soon" }))
    const { session } = await server.live.now(id)
    const [mine, other] = [
      session.worries.find(({ seat }) => seat === who.seatId),
      session.worries.find(({ seat }) => seat === author.seatId),
    ]
    await note("my worry", intent(who, { type: "withdraw-worry", worryId: mine?.id ?? "" }))
    await note("somebody's worry", intent(who, { type: "withdraw-worry", worryId: other?.id ?? "none" }))
    await note("my note as somebody's", intent(who, { type: "written-for", noteId: own, for: { name: `Tom ${role}` } }))
    await note("their note as somebody's", intent(who, { type: "written-for", noteId: theirs, for: { name: `Tom ${role}` } }))
    const place = await readJson<OpenedSeat>(await note("place", intent(who, { type: "open-seat", name: "Lea" })))
    await note("words for it", call(who, "POST", `seats/${place.seatId}/return-code`))
    await note("help", intent(who, { type: "ask-help", what: "time" }))
    await note("propose", intent(who, { type: "propose-hide", noteId: theirs, reason: "names a child" }))
    await note("agree with myself", intent(who, { type: "confirm-hide", noteId: theirs }))
    await note("drop", intent(who, { type: "drop-hide", noteId: theirs }))
    await note("put off", intent(who, { type: "put-off-reveal" }))
    await note("confirm", intent(who, { type: "confirm-reveal", roundId: newId() }))
    answers.set(role, said)
  }
  const [one, ...rest] = [...answers]
  expect(one?.[1].filter((line) => line.endsWith(" ok")).length).toBeGreaterThan(15)
  for (const [role, said] of rest) expect(said, `${role} and ${one?.[0]}`).toEqual(one?.[1])
  expect((await server.call("GET", `${at}/balance`, { key: author.seatKey })).status).toBe(200)
})

test("what is told is told to everybody alike, the organiser too, and what is one's own each may see of themselves", async () => {
  const { workshop, at, roles, call } = await hall()
  const keys = [...Object.values(roles).map(({ seatKey }) => seatKey), workshop.organiserKey]
  const withoutTaking = (body: string): string => body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "").replace(/\{[^{}]*"exported"[^{}]*\},?/g, "")
  for (const told of ["balance", "history?limit=500", "door", "recipe"]) {
    const bodies = new Set<string>()
    for (const key of keys) bodies.add(await (await server.call("GET", `${at}/${told}`, { key })).text())
    expect(bodies.size, told).toBe(1)
  }
  const files = new Set<string>()
  for (const key of keys) {
    const file = JSON.parse(await (await server.call("GET", `${at}/export/json?lang=en`, { key })).text()) as {
      notes: unknown
      seats: unknown
    }
    files.add(withoutTaking(JSON.stringify([file.notes, file.seats])))
  }
  expect(files.size).toBe(1)
  for (const own of ["me", "me/counts", "me/data", "me/data.html", "private", "access", "drafts"])
    for (const who of Object.values(roles)) expect((await call(who, "GET", own)).status, own).toBe(200)
  for (const who of Object.values(roles)) expect((await call(who, "POST", "screen")).status).toBe(200)
})

test("what only a host or the organiser may do is refused to everybody else for that alone, and none of it writes words", async () => {
  const { workshop, at, id, roles, host, call, intent } = await hall()
  const { host: _host, ...others } = roles
  const before = (await server.live.now(id)).board
  for (const type of INTENTS.process)
    for (const who of Object.values(others)) {
      const fields = { to: "needs", minutes: 5, noteId: newId(), reason: "x", is: true, kind: "alone", stage: "needs", question: "" }
      const body = type === "edit-plan" ? { type, title: "Other" } : type === "pass-host" ? { type, to: who.seatId } : { type, ...fields }
      expect(await reasonOf(await intent(who, body)), type).toBe("not-host")
    }
  const bodies: Record<string, object> = {
    "POST /removal": { seatId: "x", confirmer: "y" },
    "POST /mentions/find": { words: "Ana" },
    "POST /mentions": { id: newId(), words: "Ana" },
    "POST /check": { page: newId() },
  }
  for (const known of CALLS.host)
    for (const who of Object.values(others)) {
      const [method = "", path = ""] = known.split(" ")
      expect(await reasonOf(await call(who, method, path.slice(1), bodies[known])), known).toBe("not-host")
    }
  for (const known of CALLS.organiser)
    for (const who of [host, ...Object.values(others)]) {
      const [method = "", path = ""] = known.split(" ")
      expect(await reasonOf(await call(who, method, path.replace(":concernId", newId()).slice(1))), known).toBe("not-organiser")
    }
  for (const known of CALLS.contact)
    for (const key of [...Object.values(roles).map(({ seatKey }) => seatKey), workshop.organiserKey]) {
      const [method = "", path = ""] = known.split(" ")
      expect(await reasonOf(await server.call(method, `${at}${path}`, { key })), known).toBe("wrong-contact")
    }
  // The organiser's key is nobody's seat: it writes nothing, and has nothing of its own.
  for (const known of [...CALLS.content, ...CALLS.own]) {
    const [method = "", path = ""] = known.split(" ")
    if (path.startsWith("/w/")) continue
    const answer = await server.call(method, `${at}${path.replace(/:\w+/, newId())}`, {
      key: workshop.organiserKey,
      ...(method === "GET" ? {} : { json: {} }),
    })
    expect(answer.status, known).toBe(403)
  }
  expect((await server.live.now(id)).board).toEqual(before)
})
