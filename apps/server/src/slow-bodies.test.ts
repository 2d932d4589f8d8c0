// A call whose body comes slowly is the caller's as it ends, not as it began: whoever lost their key meanwhile, by erasing, leaving or
// being asked to leave, does nothing with what they sent before.
import { afterEach, expect, test } from "vitest"
import type { Joined } from "@evenboard/api"
import { HOST, openTestServer, problemOf, type TestServer } from "./testing/server.ts"

let server: TestServer
afterEach(() => server.close())

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const at = `/api/workshops/${workshop.workshopId}`
  await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosa", showName: true })
  const tablet = (await (await server.call("POST", `${at}/seats`, { json: { returnCode: rosa.returnCode } })).json()) as Joined
  /** Everything but the last letter is sent at once; `end` sends that. */
  const slowly = (method: string, path: string, key: string, json: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(json))
    let end = (): void => {}
    const body = new ReadableStream<Uint8Array>({
      start: (to) => {
        to.enqueue(bytes.subarray(0, -1))
        end = () => {
          to.enqueue(bytes.subarray(-1))
          to.close()
        }
      },
    })
    const headers = {
      host: HOST,
      "content-type": "application/json",
      "content-length": String(bytes.length),
      authorization: `Bearer ${key}`,
    }
    const request = new Request(`http://${HOST}${path}`, { method, headers, body, duplex: "half" } as RequestInit)
    const bindings = { incoming: { socket: { remoteAddress: "10.0.0.9" } } }
    const answer = Promise.resolve(server.app.fetch(request, bindings as never))
    return { end: () => end(), answer }
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  const nameOf = async (): Promise<string | undefined> => (await server.live.now(workshop.workshopId)).seats.get(rosa.seatId)?.name
  return { workshop, at, rosa, tablet, slowly, settled, nameOf }
}

test("a name that another device began to send before everything of that person was deleted does not come back", async () => {
  const { at, rosa, tablet, slowly, settled, nameOf } = await hall()
  const { end, answer } = slowly("PATCH", `${at}/me`, tablet.seatKey, { name: "Rosalind", credit: "name" })
  await settled()
  await server.call("POST", `${at}/me/erase`, { json: { words: true }, key: rosa.seatKey })
  end()
  expect((await problemOf(await answer)).reason).toBe("wrong-key")
  expect(await nameOf()).toBe("")
})

test("whoever was asked to leave renames nobody, and says nothing, with what they began to send before", async () => {
  const { workshop, at, rosa, slowly, settled, nameOf } = await hall()
  const calls = [
    slowly("PATCH", `${at}/me`, rosa.seatKey, { name: "You will see" }),
    slowly("POST", `${at}/concerns`, rosa.seatKey, { id: "concern000000001", words: "You will see", hears: "host" }),
    slowly("POST", `${at}/notes`, rosa.seatKey, { text: "You will see", kind: "need" }),
  ]
  await settled()
  await server.call("POST", `${at}/organiser/remove`, { key: workshop.organiserKey, json: { seatId: rosa.seatId } })
  for (const { end, answer } of calls) {
    end()
    expect((await problemOf(await answer)).reason).toBe("removed")
  }
  expect(await nameOf()).toBe("Rosa")
  expect(await server.store.concerns(workshop.workshopId)).toEqual([])
})

test("a body that breaks off is no fault of the server's", async () => {
  const { at, rosa } = await hall()
  const broken = new ReadableStream<Uint8Array>({ pull: (to) => to.error(new Error("the line broke")) })
  const headers = { host: HOST, "content-type": "application/json", "content-length": "20", authorization: `Bearer ${rosa.seatKey}` }
  const request = new Request(`http://${HOST}${at}/notes`, { method: "POST", headers, body: broken, duplex: "half" } as RequestInit)
  const answer = await server.app.fetch(request, { incoming: { socket: { remoteAddress: "10.0.0.9" } } })
  expect(answer.status).toBe(400)
  expect(server.logged.filter(({ message }) => message === "bug")).toEqual([])
})
