// Honest frames of every kind against the guard: offline for a while, undo and redo, page loads with an outbox, several tabs of one seat,
// words typed before the first sync, a frame lost with its line. FUZZ_HONEST and FUZZ_SEED scale and repeat. None may be refused; a gap must heal by a step 1.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { checkUpdate } from "./guard/guard.ts"
import { PLAIN_SCHEMA, randomFrom, sizeOf, type Random } from "./testing/index.ts"

const HONEST = sizeOf("FUZZ_HONEST")
const SEED = sizeOf("FUZZ_SEED")
/** A fresh board after so many, as workshops end. */
const FRAMES_A_BOARD = 300

class Server {
  readonly doc = new Y.Doc()
  readonly owners = new Map<number, string>()
  readonly #random: Random
  frames = 0
  gaps = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** Sent in the moment in which a line broke, and lost with it. */
  loses(): boolean {
    return this.#random.chance(0.01)
  }

  take(seat: string, update: Uint8Array): "ok" | "gap" {
    this.frames += 1
    const verdict = checkUpdate(this.doc, update, seat, { ownerOf: (id) => this.owners.get(id) }, PLAIN_SCHEMA)
    if (verdict.type === "gap") this.gaps += 1
    if (verdict.type !== "ok") {
      expect(verdict, `FUZZ_SEED=${SEED} frame ${this.frames}`).toEqual({ type: "gap" })
      return "gap"
    }
    for (const { clientId } of verdict.heads) this.owners.set(clientId, seat)
    Y.applyUpdate(this.doc, verdict.update)
    expect(this.doc.store.pendingStructs).toBeNull()
    return "ok"
  }
}

/** One tab. What it wrote while away waits in `waiting`. */
class Tab {
  doc = new Y.Doc()
  #undo = new Y.UndoManager([this.doc.getText("text"), this.doc.getMap("notes")], { captureTimeout: 0 })
  isOnline = true
  waiting: Uint8Array[] = []
  readonly #seat: string
  readonly #server: Server

  constructor(seat: string, server: Server) {
    this.#seat = seat
    this.#server = server
    this.#listen()
  }

  #listen(): void {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "server") return
      if (!this.isOnline || this.#server.loses()) this.waiting.push(update)
      else if (this.#server.take(this.#seat, update) === "gap") this.answerStep1()
    })
  }

  /** As after a server's step 1: everything it lacks, in one. */
  answerStep1(): void {
    expect(this.#server.take(this.#seat, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server.doc)))).toBe("ok")
    this.waiting = []
  }

  hear(): void {
    if (this.isOnline) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc)), "server")
  }

  comeBack(): void {
    this.isOnline = true
    this.hear()
    this.answerStep1()
  }

  /** The page is loaded again: a new client id; the outbox is said again, before or after the first sync. */
  reload(beforeSync: boolean): void {
    const kept = this.waiting
    this.#undo.destroy()
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.#undo = new Y.UndoManager([this.doc.getText("text"), this.doc.getMap("notes")], { captureTimeout: 0 })
    this.#listen()
    this.isOnline = true
    if (!beforeSync) this.hear()
    for (const update of kept) Y.applyUpdate(this.doc, update, "outbox")
    this.hear()
    this.answerStep1()
  }

  write(random: Random): void {
    const text = this.doc.getText("text")
    const notes = this.doc.getMap<unknown>("notes")
    const dice = random.next()
    if (dice < 0.45) text.insert(random.below(text.length + 1), random.pick(["a", "word ", "عربي ", "👩🏽‍⚕️"]))
    else if (dice < 0.6 && text.length > 8) text.delete(random.below(text.length - 6), 1 + random.below(5))
    else if (dice < 0.75)
      notes.set(
        `n${random.below(30)}`,
        new Y.Map<unknown>([
          ["kind", "need"],
          ["rank", "a0"],
          ["text", new Y.Text("words")],
        ]),
      )
    else if (dice < 0.85) this.#writeInside(notes.get(`n${random.below(30)}`), random)
    else if (dice < 0.9) notes.delete(`n${random.below(30)}`)
    else if (dice < 0.95) this.#undo.undo()
    else this.#undo.redo()
  }

  #writeInside(note: unknown, random: Random): void {
    if (!(note instanceof Y.Map)) return
    const words: unknown = note.get("text")
    if (words instanceof Y.Text && random.chance(0.6)) words.insert(random.below(words.length + 1), "x")
    else note.set("place", { likely: 1 + random.below(5), effect: random.below(5) - 2 })
  }
}

test(`${HONEST} honest frames: none refused for good`, () => {
  const random = randomFrom(SEED)
  let frames = 0
  let gaps = 0
  while (frames < HONEST) {
    const server = new Server(random)
    const tabs = ["rosa", "rosa", "sam", "ana", "tom", "mia"].map((seat) => new Tab(seat, server))
    while (server.frames < FRAMES_A_BOARD) {
      const tab = random.pick(tabs)
      const dice = random.next()
      if (dice < 0.7) tab.write(random)
      else if (dice < 0.9) tab.hear()
      else if (dice < 0.95) tab.isOnline = false
      else if (dice < 0.985) tab.comeBack()
      else tab.reload(random.chance(0.5))
    }
    for (const tab of tabs) tab.comeBack()
    frames += server.frames
    gaps += server.gaps
  }
  expect(gaps).toBeGreaterThan(0)
  process.stdout.write(`= honest: seed ${SEED}, ${frames} honest frames, ${gaps} gaps healed, 0 refused for good\n`)
})
