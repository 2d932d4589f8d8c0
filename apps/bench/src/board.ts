// A big board brought in through the door, keystroke by keystroke, and the check that a phone has all of it.
import { createHash } from "node:crypto"
import * as Y from "yjs"
import { openPhones, type Phone, type Seat } from "./phone.ts"
import { play } from "./play.ts"
import type { ServerName } from "./servers.ts"
import { manyNotes } from "./typist.ts"
import { SYNC } from "./wire.ts"
import { Witness } from "./witness.ts"
import { Writer } from "./scenarios/typing.ts"

/** Frames a second of one writer; our server reads no faster than 60. */
const PER_SECOND = 50
const DRAIN_MS = 120_000

export type Board = { updates: number; bytes: number; stateVector: Uint8Array }

/** Writes the board; the relay, which keeps nothing, gets it in one piece. Resolves once another phone has seen all of it. */
export async function writeBoard(
  name: ServerName,
  seats: Seat[],
  { notesEach, pieces }: { notesEach: number; pieces: number },
): Promise<Board> {
  const [watching, ...writing] = await openPhones(seats)
  if (!watching) throw new Error("somebody must watch")
  const made = writing.map((phone) => manyNotes(phone.seat, notesEach, pieces))
  const whole = Y.mergeUpdates(made.map(({ state }) => state))
  if (name === "relay") watching.send(watching.seat.dialect.sync(SYNC.step2, whole))
  else await typeAll(writing, watching, made)
  for (const phone of writing) phone.cut()
  const updates = made.reduce((sum, { keystrokes }) => sum + keystrokes.length, 0)
  return { updates, bytes: whole.length, stateVector: Y.encodeStateVectorFromUpdate(whole) }
}

async function typeAll(writing: Phone[], watching: Phone, made: ReturnType<typeof manyNotes>[]): Promise<void> {
  const writers = writing.map((phone, i) => new Writer(phone, made[i]?.keystrokes ?? []))
  const witness = new Witness(watching, writers)
  await play(writers.flatMap((writer, i) => writer.dues(PER_SECOND, i / writers.length)))
  if (!(await witness.all(DRAIN_MS))) throw new Error("the board was not taken in")
  watching.listener = null
}

/** Keeps what comes to many phones at once: equal frames once, and when each came. */
export class Arrivals {
  readonly #frames = new Map<string, Uint8Array>()
  readonly #complete = new Map<string, number>()
  readonly #wanted: Map<number, number>

  constructor(stateVector: Uint8Array) {
    this.#wanted = Y.decodeStateVector(stateVector)
  }

  /** A listener for a phone; the answer says, afterwards, when it had everything (NaN: never). */
  watch(dialect: Seat["dialect"]): { listener(frame: Buffer, at: number): void; completeAt(): number } {
    const came: { digest: string; at: number }[] = []
    return {
      listener: (frame, at) => {
        const read = dialect.read(frame)
        if (read.type !== "step-2" && read.type !== "update") return
        const digest = createHash("sha1").update(read.body).digest("base64")
        if (!this.#frames.has(digest)) this.#frames.set(digest, Uint8Array.from(read.body))
        came.push({ digest, at })
      },
      completeAt: () => came[this.#completeAfter(came.map(({ digest }) => digest))]?.at ?? NaN,
    }
  }

  /** Index of the frame that makes the board whole, or -1. */
  #completeAfter(digests: string[]): number {
    const key = digests.join()
    let index = this.#complete.get(key)
    if (index === undefined) this.#complete.set(key, (index = this.#apply(digests)))
    return index
  }

  #apply(digests: string[]): number {
    const doc = new Y.Doc()
    return digests.findIndex((digest) => {
      Y.applyUpdate(doc, this.#frames.get(digest) ?? new Uint8Array([0, 0]))
      return [...this.#wanted].every(([clientId, clock]) => Y.getState(doc.store, clientId) >= clock)
    })
  }
}
