// A board with the ledger that the server would keep of it: one row for each act on each thing, newest first. For tests only.
import * as Y from "yjs"
import type { PastRow } from "../back-in-time.ts"
import { readChanges } from "../changes.ts"
import type { Command } from "../command.ts"
import { run } from "../run.ts"
import type { Board } from "../types.ts"
import { boardView } from "../view.ts"

export class Kept {
  readonly doc = new Y.Doc()
  readonly #view = boardView(this.doc)
  /** Newest first. */
  rows: PastRow[] = []
  /** As it stood at each time: 0 is the empty board, and each act takes one ms. */
  readonly stood: Board[] = [this.#view.get()]

  get now(): Board {
    return this.#view.get()
  }

  get at(): number {
    return this.stood.length - 1
  }

  act(change: (doc: Y.Doc) => void): void {
    const before = this.now
    this.doc.transact(() => change(this.doc))
    const after = this.now
    const at = this.stood.push(after) - 1
    const rows = readChanges(before, after).map(({ kind, target, before: was, after: is }) => ({
      at,
      kind,
      target,
      before: was,
      after: is,
    }))
    this.rows = [...rows.toReversed(), ...this.rows]
  }

  run(...commands: readonly Command[]): this {
    for (const command of commands) this.act((doc) => void run(doc, command))
    return this
  }

  /** As the server does for a note out of sight, and for what somebody erased. */
  clear(target: string): void {
    this.rows = this.rows.map((row) => (row.target === target ? { ...row, before: null, after: null } : row))
  }
}
