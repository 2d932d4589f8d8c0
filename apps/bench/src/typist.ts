// Somebody who writes: notes and keystrokes as ready frames, made before the clock runs.
import * as Y from "yjs"
import { SYNC } from "./wire.ts"
import type { Seat } from "./phone.ts"

/** A ready frame, and how far the client id's clock is once it is applied. */
export type Keystroke = { frame: Uint8Array; clock: number }

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const newNoteId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => CHARACTERS[byte % 62]).join("")

export class Typist {
  readonly seat: Seat
  readonly doc = new Y.Doc()
  #text = new Y.Text()

  constructor(seat: Seat) {
    this.seat = seat
    this.doc.clientID = seat.clientId
  }

  /** A whole note in one transaction; what is typed next goes into it. */
  addNote(words: string): Keystroke {
    this.#text = new Y.Text(words)
    const fields: [string, unknown][] = Object.entries({ kind: "need", canvas: "needs", themeId: null, rank: "a0", text: this.#text })
    return this.#made(() => this.doc.getMap("notes").set(newNoteId(), new Y.Map(fields)))
  }

  /** Words at the end, or at a place from 0 to 1 of what is there. */
  type(words: string, place = 1): Keystroke {
    return this.#made(() => this.#text.insert(Math.floor(this.#text.length * place), words))
  }

  #made(change: () => void): Keystroke {
    let update: Uint8Array = new Uint8Array()
    this.doc.once("update", (bytes: Uint8Array) => (update = bytes))
    this.doc.transact(change)
    return { frame: this.seat.dialect.sync(SYNC.update, update), clock: Y.getState(this.doc.store, this.doc.clientID) }
  }
}

/** One note, then `count` letters typed at its end. */
export function oneNote(seat: Seat, count: number): Keystroke[] {
  const typist = new Typist(seat)
  const keystrokes = [typist.addNote("We need ")]
  for (let i = 0; i < count; i++) keystrokes.push(typist.type(CHARACTERS[i % 62] ?? "x"))
  typist.doc.destroy()
  return keystrokes
}

/** A sheet of notes, each written in `pieces` pieces, half of them in the middle of what stands there. */
export function manyNotes(seat: Seat, notes: number, pieces: number): { keystrokes: Keystroke[]; state: Uint8Array } {
  const typist = new Typist(seat)
  const keystrokes: Keystroke[] = []
  for (let note = 0; note < notes; note++) {
    keystrokes.push(typist.addNote("A bus late"))
    for (let i = 1; i < pieces; i++) keystrokes.push(typist.type(` and word ${i}`, i % 2 === 0 ? 1 : 0.5))
  }
  const state = Y.encodeStateAsUpdate(typist.doc)
  typist.doc.destroy()
  return { keystrokes, state }
}
