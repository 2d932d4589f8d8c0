// Deleting one's information over HTTP: what goes, what stays, who may go on, and what a disk that fails in the middle leaves to do.
import { afterEach, expect, test } from "vitest"
import type { Erased, Joined } from "@evenboard/api"
import type { Store } from "@evenboard/storage"
import { openTestServer, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Ana hosts. Rosa has two devices and a note that Ana changed. */
async function hall(wrap: (store: Store) => Store = (store) => store) {
  const server = await openTestServer({ wrap })
  servers.push(server)
  const workshop = await server.open({ groups: ["Carers"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const ana = await server.join(workshop, { name: "Ana", showName: true })
  const rosa = await server.join(workshop, { name: "Rosalind", showName: true, group: "Carers", table: "Tafel Vier" })
  const tablet = await readJson<Joined>(await server.call("POST", `${path}/seats`, { json: { returnCode: rosa.returnCode } }))
  const note = (who: Joined, text: string) => server.call("POST", `${path}/notes`, { key: who.seatKey, json: { text, kind: "need" } })
  await note(rosa, "A bench of my own")
  await note(ana, "Ana's bench")
  const everything = async (): Promise<string> => {
    const { store } = server
    const id = workshop.workshopId
    const kept = [await store.seats(id), await store.ledger(id), await store.facts(id), await store.events(id)]
    const { snapshot, updates } = await store.loadDoc(id)
    const exported = await (await server.call("GET", `${path}/export/json`, { key: ana.seatKey })).text()
    return [
      JSON.stringify(kept),
      exported,
      ...[snapshot ?? new Uint8Array(), ...updates].map((bytes) => new TextDecoder().decode(bytes)),
    ].join()
  }
  const erase = (body: object, key = rosa.seatKey) => server.call("POST", `${path}/me/erase`, { key, json: body })
  const now = () => server.live.now(workshop.workshopId)
  return { server, workshop, path, ana, rosa, tablet, erase, everything, now }
}

test("my name only: nobody is told it any more, my words stay, and my other device and my three words open nothing", async () => {
  const { server, path, rosa, tablet, erase, everything, now, workshop } = await hall()
  const receipt = await readJson<Erased>(await erase({ words: false }))
  expect(receipt).toEqual({
    receipt: expect.stringMatching(/^[0-9A-Za-z]{16}$/) as string,
    at: expect.any(Number) as number,
    level: "name",
  })
  const all = await everything()
  for (const gone of ["Rosalind", 'Carers","table', "Tafel Vier", receipt.receipt]) expect(all).not.toContain(gone)
  expect(all).toContain("A bench of my own")
  expect((await now()).seats.get(rosa.seatId)).toMatchObject({ name: "", credit: "none", group: null, table: null, returnHash: null })
  expect((await server.call("GET", `${path}/me`, { key: rosa.seatKey })).status).toBe(200)
  expect((await server.call("GET", `${path}/me`, { key: tablet.seatKey })).status).toBe(401)
  expect((await server.call("POST", `${path}/seats`, { json: { returnCode: rosa.returnCode } })).status).toBe(404)
  expect((await server.store.events(workshop.workshopId)).filter(({ type }) => type === "erased")).toMatchObject([
    { by: "server", type: "erased", words: false },
  ])
})

test("my words too: my notes leave board, history and export, and everybody else's stay, with their numbers", async () => {
  const { erase, everything, now } = await hall()
  expect((await readJson<Erased>(await erase({ words: true }))).level).toBe("words")
  const all = await everything()
  for (const gone of ["Rosalind", "A bench of my own"]) expect(all).not.toContain(gone)
  expect(all).toContain("Ana's bench")
  const { board, facts } = await now()
  expect([...board.notes.values()].map(({ id, text }) => [facts.get(id)?.number, text])).toEqual([[2, "Ana's bench"]])
})

test("it can be done after the workshop has ended, and again", async () => {
  const { server, path, workshop, erase, everything } = await hall()
  await server.call("POST", `${path}/organiser/end`, { key: workshop.organiserKey })
  for (const words of [false, true, true]) expect((await erase({ words })).status).toBe(200)
  expect(await everything()).not.toContain("A bench of my own")
})

test("whoever has no key, or asks for neither, deletes nothing", async () => {
  const { erase, everything } = await hall()
  expect((await erase({ words: true }, "nokeynokeynokeynokeynokey")).status).toBe(401)
  expect((await erase({})).status).toBe(400)
  expect(await everything()).toContain("A bench of my own")
})

/** Rosa's second note is out of sight, with a reason that tells of her; she hid one of Ana's as host, and would hide another. */
async function outOfSight() {
  const all = await hall()
  const { server, path, ana, rosa, workshop } = all
  let said = 0
  const intent = async (who: Joined, json: object) =>
    server.call("POST", `${path}/intents`, { key: who.seatKey, json: { id: `intent-${(said += 1)}-long`, ...json } })
  const add = async (who: Joined, text: string) =>
    readJson<{ noteId: string }>(await server.call("POST", `${path}/notes`, { key: who.seatKey, json: { text, kind: "need" } }))
  const [hers, anas, third] = [await add(rosa, "My street is Mill Lane"), await add(ana, "Ana's street"), await add(ana, "Ana's third")]
  await intent(ana, { type: "hide-note", noteId: hers.noteId, reason: "says that Rosalind lives in Mill Lane" })
  await intent(ana, { type: "pass-host", to: rosa.seatId })
  await intent(rosa, { type: "hide-note", noteId: anas.noteId, reason: "Rosalind's own reason" })
  await intent(rosa, { type: "propose-hide", noteId: third.noteId, reason: "Rosalind would" })
  await server.call("POST", `${path}/organiser/host`, { key: workshop.organiserKey, json: { seatId: ana.seatId } })
  return { ...all, intent, hers: hers.noteId, anas: anas.noteId }
}

test("of a note of mine out of sight no word and no reason is left, it cannot come back, and its number says only that it was there", async () => {
  const { erase, everything, intent, ana, hers, anas, now, server, path } = await outOfSight()
  await erase({ words: true })
  const all = await everything()
  for (const gone of ["Mill Lane", "Rosalind"]) expect(all).not.toContain(gone)
  expect((await now()).session.hidden.get(hers)).toMatchObject({ number: 3, reason: "[deleted]" })
  expect((await readJson<{ reason: string }>(await intent(ana, { type: "restore-note", noteId: hers }))).reason).toBe("too-late")
  await intent(ana, { type: "restore-note", noteId: anas })
  const { board } = await now()
  expect([...board.notes.values()].map(({ text }) => text)).toEqual(["Ana's bench", "Ana's third", "Ana's street"])
  expect(await (await server.call("GET", `${path}/private`, { key: ana.seatKey })).text()).not.toContain("Mill Lane")
})

test("with my name only, a note of mine out of sight can come back, as the guest's that I am then", async () => {
  const { erase, intent, ana, hers, now, rosa } = await outOfSight()
  await erase({ words: false })
  expect((await intent(ana, { type: "restore-note", noteId: hers })).status).toBe(200)
  const { board, facts, seats } = await now()
  expect(board.notes.get(hers as never)?.text).toBe("My street is Mill Lane")
  expect([facts.get(hers)?.author, seats.get(rosa.seatId)?.name]).toEqual([rosa.seatId, ""])
})

const STEPS = ["commit", "forgetWords", "compact", "appendEvents", "scrub", "finishErasure"] as const satisfies readonly (keyof Store)[]
test.each(STEPS)("a disk that is full at %s leaves the rest to be done when the workshop is next opened", async (step) => {
  let isFull = false
  const { server, workshop, erase, everything, now } = await hall(
    (store) =>
      new Proxy(store, {
        get: (target, name) =>
          isFull && name === step ? () => Promise.reject(new Error("disk full")) : (Reflect.get(target, name) as unknown),
      }),
  )
  isFull = true
  expect((await erase({ words: true })).status).toBeGreaterThanOrEqual(500)
  isFull = false
  await server.live.drop(workshop.workshopId)
  await now()
  const all = await everything()
  for (const gone of ["Rosalind", "A bench of my own"]) expect(all).not.toContain(gone)
  expect((await server.store.events(workshop.workshopId)).filter(({ type }) => type === "erased")).toHaveLength(1)
  expect(await server.store.erasuresToFinish(workshop.workshopId)).toEqual([])
})

test("three words that somebody types while their owner has everything deleted open nothing afterwards", async () => {
  let erasing: Promise<unknown> | null = null
  let isTyping = false
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const call = Reflect.get(target, name) as (...asked: unknown[]) => Promise<unknown>
        if (name !== "removedSeats" || !isTyping) return call
        return async (...asked: unknown[]) => {
          isTyping = false
          erasing = room.erase({ words: true }) // between finding the seat and giving it a key
          await erasing
          return call.apply(target, asked)
        }
      },
    })
  const room = await hall(wrap)
  isTyping = true
  const answer = await room.server.call("POST", `${room.path}/seats`, { json: { returnCode: room.rosa.returnCode } })
  expect(erasing).not.toBeNull()
  expect(answer.status).toBe(404)
})
