// The board as an immutable value, kept up to date from the doc: after each transaction only what changed is read again, and what did
// not change keeps its identity, so that === tells. Owns the listening; read.ts does the reading.
//
//   transaction → changed types → { root, key } → readOne → new Board → onChange, subscribers
import * as Y from "yjs"
import { descriptionOf, entriesOf, ROOT_MAPS, sheetText, TEXT_ROOTS } from "./doc.ts"
import type { RootMap } from "./doc.ts"
import { follow } from "./memo.ts"
import { readBoard, readOne } from "./read.ts"
import type { ValueOf } from "./read.ts"
import type { Board, Note, NoteId } from "./types.ts"

export type BoardView = {
  get(): Board
  /** Called after every change of the board. Answers how to stop. */
  subscribe(listener: () => void): () => void
  /**
   * Called once for every transaction that wrote anything; `before` and `after` are the same value when nothing of the board changed.
   * A transaction made inside somebody's Yjs observer may be told together with the one observed.
   */
  onChange(listener: (before: Board, after: Board, transaction: Y.Transaction) => void): () => void
  destroy(): void
}

export function boardView(doc: Y.Doc): BoardView {
  const places = new Places(doc)
  let board = readBoard(doc)
  for (const note of board.notes.values()) places.watch(note)
  const subscribers = new Set<() => void>()
  const listeners = new Set<(before: Board, after: Board, transaction: Y.Transaction) => void>()

  const update = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return
    const before = board
    const changed = places.changedIn(transaction)
    board = reread(doc, before, changed)
    for (const id of changed.get("notes") ?? []) places.watch(board.notes.get(id as NoteId))
    for (const listener of listeners) listener(before, board, transaction)
    if (board !== before) for (const subscriber of subscribers) subscriber()
  }
  doc.on("afterTransaction", update)

  return {
    get: () => board,
    subscribe: (listener) => joining(subscribers, listener),
    onChange: (listener) => joining(listeners, listener),
    destroy: () => {
      doc.off("afterTransaction", update)
      subscribers.clear()
      listeners.clear()
    },
  }
}

function joining<T>(all: Set<T>, one: T): () => void {
  all.add(one)
  return () => void all.delete(one)
}

type Changed = Map<RootMap, Set<string>>

/** Says which thing on the board a Yjs type belongs to. */
class Places {
  readonly #doc: Y.Doc
  readonly #roots = new Map<unknown, RootMap>()
  /** The root texts of options. */
  readonly #sheets = new Map<unknown, NoteId>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    for (const root of ROOT_MAPS) this.#roots.set(entriesOf(doc, root), root)
  }

  /** Root texts come to be when somebody asks for them: for an option, we do, so that later changes in them are heard. */
  watch(note: Note | undefined): void {
    if (!note?.sheet) return
    for (const field of TEXT_ROOTS) this.#sheets.set(sheetText(this.#doc, field, note.id), note.id)
    this.#sheets.set(descriptionOf(this.#doc, note.id), note.id)
  }

  changedIn(transaction: Y.Transaction): Changed {
    const changed: Changed = new Map()
    const add = (root: RootMap, key: string): void => void changed.set(root, (changed.get(root) ?? new Set()).add(key))
    for (const [type, keys] of transaction.changed) {
      const { top, key } = climb(type)
      const [root, note] = [this.#roots.get(top), this.#sheets.get(top)]
      if (note !== undefined) add("notes", note)
      else if (root !== undefined && key !== null) add(root, key)
      else if (root !== undefined) for (const key of keys) if (key !== null) add(root, key)
    }
    return changed
  }
}

/** The root above a type, and the key it hangs on there; null for the root itself. */
export function climb(type: unknown): { top: unknown; key: string | null } {
  let [top, key]: [unknown, string | null] = [type, null]
  // oxlint-disable-next-line no-underscore-dangle -- where a type hangs is only said there
  while (top instanceof Y.AbstractType && top._item !== null) [top, key] = [top._item.parent, top._item.parentSub]
  return { top, key }
}

/** Reads the changed things again; maps without a difference stay, and so does the board. */
function reread(doc: Y.Doc, board: Board, changed: Changed): Board {
  const next: { -readonly [R in RootMap]?: Board[R] } = {}
  for (const [root, keys] of changed) {
    const map = rereadMap(doc, root, board[root] as ReadonlyMap<string, ValueOf[RootMap]>, keys)
    if (map !== board[root]) Object.assign(next, { [root]: map })
  }
  if (Object.keys(next).length === 0) return board
  const after: Board = { ...board, ...next }
  follow(board, after)
  return after
}

function rereadMap<R extends RootMap>(doc: Y.Doc, root: R, old: ReadonlyMap<string, ValueOf[R]>, keys: ReadonlySet<string>): typeof old {
  let map: Map<string, ValueOf[R]> | null = null
  for (const key of keys) {
    const [was, is] = [old.get(key), readOne(doc, root, key) ?? undefined]
    if (isSame(was, is)) continue
    map ??= new Map(old)
    if (is === undefined) map.delete(key)
    else map.set(key, is)
  }
  return map ?? old
}

/** Equal plain values. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
