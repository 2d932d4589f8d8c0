import { beforeEach, expect, test } from "vitest"
import type { OwnDraft, OwnDrafts, PutDraft } from "@evenboard/api"
import type { Answer, Asked } from "../screens/paper/ask.ts"
import { DraftsDesk, type Shelf, type Waiting } from "./drafts-desk.ts"

const draft = (id: string, change: Partial<OwnDraft> = {}): OwnDraft => ({
  id,
  roundId: "round001",
  kind: "need",
  text: `words of ${id}`,
  for: null,
  willShow: true,
  writtenAt: 1,
  ...change,
})

/** A server that keeps drafts, and can be away, in the middle of things, or past the reveal. */
class Server {
  drafts = new Map<string, OwnDraft>()
  notes = new Map<string, string>()
  isReachable = true
  losesAnswers = false
  refusesWith: { reason: "too-many-drafts"; title: string } | null = null
  calls: string[] = []
  runningRound: string | null = "round001"

  ask = async <T>(path: string, { method = "GET", body }: Asked): Promise<Answer<T>> => {
    await Promise.resolve()
    this.calls.push(`${method} ${path}`)
    const offline = { ok: false, reason: "offline", title: null } as const
    if (!this.isReachable) return offline
    const answer = this.#answer(method, path.split("/"), body)
    return (this.losesAnswers ? offline : answer) as Answer<T>
  }

  #answer(method: string, [, id = "", act = ""]: string[], body: unknown): Answer<unknown> {
    if (method === "GET") return { ok: true, value: { drafts: [...this.drafts.values()], roundId: "", written: 0 } satisfies OwnDrafts }
    if (this.refusesWith) return { ok: false, ...this.refusesWith }
    if (act !== "show" && this.notes.has(id)) return { ok: false, reason: "already-shown", title: "shown" }
    if (method === "DELETE") return { ok: true, value: this.drafts.delete(id) }
    if (act === "show") {
      this.notes.set(id, this.drafts.get(id)?.text ?? "")
      return { ok: true, value: { noteId: id, number: 1 } }
    }
    const { text, kind, keepBack, roundId = "" } = body as PutDraft
    const row = draft(id, { text, kind, roundId, willShow: roundId === this.runningRound && !keepBack })
    this.drafts.set(id, row)
    return { ok: true, value: row }
  }

  reveal(): void {
    for (const [id, row] of this.drafts) {
      if (!row.willShow) continue
      this.notes.set(id, row.text)
      this.drafts.delete(id)
    }
    this.runningRound = null
  }
}

let server: Server
let onDevice: Map<string, Waiting>
let shelf: Shelf
let later: (() => void)[]
let ids: number
beforeEach(() => {
  server = new Server()
  onDevice = new Map()
  later = []
  ids = 0
  shelf = {
    keep: (waiting) => {
      onDevice.set(waiting.id, structuredClone(waiting))
      return true
    },
    drop: (id) => void onDevice.delete(id),
    all: () => [...onDevice.values()],
  }
})
const open = () =>
  new DraftsDesk({
    path: "drafts",
    shelf,
    ask: server.ask,
    newId: () => `new${(ids += 1)}`,
    round: () => server.runningRound,
    firstWordingOf: (id) => server.notes.get(id) ?? null,
    now: () => 1,
    after: (_, work) => {
      later.push(work)
      return () => void (later = later.filter((one) => one !== work))
    },
  })
const shown = (desk: DraftsDesk) => desk.state.get().drafts.map(({ id, text, where }) => [id, text, where])

test("is said to be saved only when the server has it, and then waits nowhere", async () => {
  const desk = open()
  const saving = desk.put(draft("d1"))
  expect(shown(desk)).toEqual([["d1", "words of d1", "sending"]])
  expect(onDevice.size).toBe(1)
  expect(await saving).toBe("saved")
  expect(shown(desk)).toEqual([["d1", "words of d1", "saved"]])
  expect(onDevice.size).toBe(0)
})

test("without a line is kept on the device, outlives the page, and goes when the line is back", async () => {
  server.isReachable = false
  expect(await open().put(draft("d1"))).toBe("on-device")
  const again = open()
  expect(shown(again)).toEqual([["d1", "words of d1", "sending"]])
  await again.flush()
  expect(shown(again)).toEqual([["d1", "words of d1", "on-device"]])
  server.isReachable = true
  later.at(-1)?.()
  await again.flush()
  expect(shown(again)).toEqual([["d1", "words of d1", "saved"]])
  expect(onDevice.size).toBe(0)
})

test("where the browser keeps nothing, says that it is only on this page", async () => {
  shelf.keep = () => false
  server.isReachable = false
  expect(await open().put(draft("d1"))).toBe("on-page")
})

test("what comes back after the reveal stays mine, and I decide", async () => {
  server.isReachable = false
  const desk = open()
  await desk.put(draft("d1"))
  server.reveal()
  server.isReachable = true
  await desk.refresh()
  expect(desk.state.get().drafts).toMatchObject([{ id: "d1", willShow: false, where: "saved" }])
  expect(await desk.show("d1")).toMatchObject({ ok: true, value: { number: 1 } })
  expect(desk.state.get().drafts).toEqual([])
})

test("a draft whose answer was lost before the reveal makes no second one", async () => {
  const desk = open()
  server.losesAnswers = true
  expect(await desk.put(draft("d1"))).toBe("on-device")
  server.reveal()
  server.losesAnswers = false
  await desk.refresh()
  expect(desk.state.get().drafts).toEqual([])
  expect([...server.notes]).toEqual([["d1", "words of d1"]])
  expect(onDevice.size).toBe(0)
})

test("words changed without a line, and shown in the older ones, become a draft of their own", async () => {
  const desk = open()
  await desk.put(draft("d1"))
  server.isReachable = false
  await desk.put(draft("d1", { text: "better words" }))
  server.reveal()
  server.isReachable = true
  await desk.refresh()
  await desk.flush()
  expect([...server.notes]).toEqual([["d1", "words of d1"]])
  expect(desk.state.get().drafts).toMatchObject([{ id: "new1", text: "better words", willShow: false, where: "saved" }])
})

test("of several changes to one draft the last is what stands", async () => {
  const desk = open()
  await Promise.all([desk.put(draft("d1", { text: "a" })), desk.put(draft("d1", { text: "b" })), desk.put(draft("d1", { text: "c" }))])
  expect(server.drafts.get("d1")?.text).toBe("c")
  expect(shown(desk)).toEqual([["d1", "c", "saved"]])
})

test("an answer that was under way while I wrote takes nothing of it from the list", async () => {
  const desk = open()
  let answerNow = (): void => {}
  const { ask } = server
  const slow = new Promise<void>((resolve) => (answerNow = resolve))
  server.ask = async (path, asked) => {
    const answer = await ask(path, asked)
    if (asked.method === undefined) await slow
    return answer as never
  }
  const again = open()
  const refreshing = again.refresh()
  await new Promise((resolve) => setImmediate(resolve))
  await again.put(draft("d1"))
  answerNow()
  await refreshing
  expect(shown(again)).toEqual([["d1", "words of d1", "saved"]])
  expect(desk.state.get().isKnown).toBe(false)
})

test("thrown away is gone here at once, and there when the line is back", async () => {
  const desk = open()
  await desk.put(draft("d1"))
  server.isReachable = false
  await desk.throwAway("d1")
  expect(shown(desk)).toEqual([])
  server.isReachable = true
  await desk.refresh()
  expect(server.drafts.size).toBe(0)
  expect(shown(desk)).toEqual([])
})

test("what the server refuses stays with its sentence, and keeps nothing else waiting", async () => {
  const desk = open()
  server.refusesWith = { reason: "too-many-drafts", title: "You have very many notes." }
  await desk.put(draft("d1"))
  expect(desk.state.get().drafts).toMatchObject([{ id: "d1", where: "on-device", why: "You have very many notes." }])
  server.refusesWith = null
  await desk.put(draft("d2", { writtenAt: 2 }))
  expect(new Map(shown(desk).map(([id, , where]) => [id, where]))).toEqual(
    new Map([
      ["d1", "on-device"],
      ["d2", "saved"],
    ]),
  )
  await desk.put(draft("d1", { text: "shorter" }))
  expect(server.drafts.get("d1")?.text).toBe("shorter")
})

test("at the reveal what was shown leaves the list at once, what is kept back stays", async () => {
  const desk = open()
  await desk.put(draft("d1"))
  await desk.put(draft("d2", { willShow: false, writtenAt: 2 }))
  server.reveal()
  await desk.refresh()
  expect(shown(desk)).toEqual([["d2", "words of d2", "saved"]])
})
