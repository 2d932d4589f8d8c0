// Our board as anyone has it: the real server, a workshop filled through the socket, and a seat taken by the browser itself.
import type { Page } from "@playwright/test"
import * as Y from "yjs"
import { Phone } from "../phone.ts"
import { ServerProcess } from "../server-process.ts"
import { PROGRAMS } from "../servers.ts"
import { Dialect, SYNC } from "../wire.ts"
import { columnsFor, idOf, misplaced, orderAfter, rankOf, type Moved, type PlainNote } from "./notes.ts"
import type { Served } from "./served.ts"

/** A frame holds at most about 12,000 plain structs' work; a note is eight. */
const NOTES_A_FRAME = 400
/** Our server reads 60 frames a second from each. */
const MOVES_EACH = 50

type Opened = { workshopId: string; joinUrl: string }
type Joined = { seatKey: string; clientIds: { from: number } }

export async function serveOurs(notes: readonly PlainNote[], movesPerSecond: number): Promise<Served> {
  const server = await ServerProcess.start(PROGRAMS.ours)
  const { workshopId, joinUrl } = await post<Opened>(`${server.origin}/api/workshops`, { title: "Bench" })
  const seats = `${server.origin}/api/workshops/${workshopId}/seats`
  const key = new URL(joinUrl).pathname.split("/").at(-1)
  const join = async (): Promise<Mover> => new Mover(server.origin, workshopId, await post<Joined>(seats, { key }))
  const writer = await join()
  await writer.fill(notes)
  const movers = await Promise.all(Array.from({ length: Math.ceil(movesPerSecond / MOVES_EACH) }, join))
  for (const mover of movers) await mover.takeOver(writer)
  return {
    url: `${server.origin}/w/${workshopId}/needs`,
    async enter(context) {
      const answer = await context.request.post(seats, { data: { key } })
      if (!answer.ok()) throw new Error(`joining: ${answer.status()}`)
    },
    fit: (page) => page.getByRole("button", { name: "Fit", exact: true }).click(),
    hundred: (page) => page.getByRole("button", { name: "100 %", exact: true }).click(),
    // A note is always moved by the same seat, so that its last move is the one that counts.
    move: (moves) => {
      for (const moved of moves) movers[Number(moved.id.slice(1)) % movers.length]?.move(moved)
    },
    inPlace: (page, all, moves) => shareInPlace(page, all, moves),
    list: (page) => page.getByRole("button", { name: "List", exact: true }).click(),
    async close() {
      for (const mover of [writer, ...movers]) mover.close()
      await server.dispose()
    },
  }
}

/** A seat without a screen, that writes whole notes and moves them. */
class Mover {
  readonly #doc = new Y.Doc()
  readonly #phone: Phone
  readonly #dialect = new Dialect(null)

  constructor(origin: string, workshopId: string, { seatKey, clientIds }: Joined) {
    this.#doc.clientID = clientIds.from
    this.#phone = new Phone({
      url: `${origin.replace("http", "ws")}/sync/${workshopId}`,
      protocols: ["evenboard.1", `evenboard.key.${seatKey}`],
      dialect: this.#dialect,
      clientId: clientIds.from,
    })
  }

  /** Resolves once the server has stored all of it. */
  async fill(notes: readonly PlainNote[]): Promise<void> {
    await this.#phone.synced()
    const last = Math.ceil(notes.length / NOTES_A_FRAME) + 1
    const stored = new Promise<void>((resolve) => {
      this.#phone.listener = (frame) => {
        const read = this.#dialect.read(frame)
        if (read.type === "ack" && read.count > last) resolve()
      }
    })
    this.#send(() => {
      for (let column = 0; notes.length > 0 && column < columnsFor(notes.length); column++) {
        const fields: [string, unknown][] = [
          ["canvas", "needs"],
          ["title", new Y.Text(`Theme ${column + 1}`)],
          ["rank", rankOf(column)],
        ]
        this.#doc.getMap("themes").set(idOf("T", column), new Y.Map(fields))
      }
    })
    for (let from = 0; from < notes.length; from += NOTES_A_FRAME)
      this.#send(() => {
        for (const note of notes.slice(from, from + NOTES_A_FRAME)) this.#doc.getMap("notes").set(note.id, mapOf(note))
      })
    if (notes.length > 0) await stored
    this.#phone.listener = null
  }

  async takeOver(from: Mover): Promise<void> {
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(from.#doc))
    await this.#phone.synced()
  }

  move({ id, column, rank }: Moved): void {
    const note = this.#doc.getMap<Y.Map<unknown>>("notes").get(id)
    this.#send(() => {
      note?.set("themeId", idOf("T", column))
      note?.set("rank", rank)
    })
  }

  #send(change: () => void): void {
    this.#doc.once("update", (update: Uint8Array) => this.#phone.sendSync(this.#dialect.sync(SYNC.update, update)))
    this.#doc.transact(change)
  }

  close(): void {
    this.#phone.cut()
    this.#doc.destroy()
  }
}

function mapOf({ words, column, row }: PlainNote): Y.Map<unknown> {
  const fields = { kind: "need", canvas: "needs", themeId: idOf("T", column), rank: rankOf(row), text: new Y.Text(words) }
  return new Y.Map<unknown>(Object.entries(fields))
}

/** By what the Board shows: each column's count, and every note that is mounted. */
async function shareInPlace(page: Page, notes: readonly PlainNote[], moves: readonly Moved[]): Promise<number> {
  const lanes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-lane]")].map((lane) => ({
      key: lane.dataset["lane"] ?? "",
      count: Number(/\((\d[\d.,\s]*)/.exec(lane.querySelector("h2")?.textContent ?? "")?.[1]?.replace(/\D/g, "") ?? NaN),
      shown: [...lane.querySelectorAll<HTMLElement>("[data-note]")].map((note) => note.dataset["note"] ?? ""),
    })),
  )
  const wrong = orderAfter(notes, moves).map((wanted, column) => {
    const lane = lanes.find(({ key }) => key === idOf("T", column))
    return lane ? Math.max(Math.abs(lane.count - wanted.length), misplaced(lane.shown, wanted)) : wanted.length
  })
  return 1 - wrong.reduce((sum, count) => sum + count, 0) / notes.length
}

async function post<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`POST ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
