// Taking notes out of sight, and putting them back. Out of sight means gone: from the Doc, its log and every cached frame, and from the
// kept wordings; a copy stays for the hosts in a table of its own. Owns the order of those steps, so that a crash between two loses nothing,
// and tries again while the disk fails. Until then nobody who comes is sent the words: phones are to come back, pages are made without them.
import * as Y from "yjs"
import { boardView, putBack, takeOut, type Board, type NoteId } from "@evenboard/board"
import { SERVER_SEAT, type Room } from "@evenboard/sync"
import type { Workshop } from "./workshop.ts"

type Hidden = { content: string; firstWording: string }

const RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

export class Sight {
  readonly #workshop: Workshop
  /** Runs after every decision made before, and before every later one. */
  readonly #decide: (work: () => Promise<void>) => Promise<void>
  /** Where the disk stopped a hiding half-way. */
  #unfinishedIn: Room | null = null
  #cancelRetry: (() => void) | null = null
  #isStopped = false

  constructor(workshop: Workshop, decide: (work: () => Promise<void>) => Promise<void>) {
    this.#workshop = workshop
    this.#decide = decide
  }

  /** Rejects when the store does; then it is tried again by itself, and when the workshop is next opened. */
  async hide(room: Room, noteId: NoteId): Promise<void> {
    try {
      await this.#hide(room, noteId)
    } catch (error) {
      this.#finishLater(room, RETRY_MS)
      throw error
    }
  }

  /** Hides what should be hidden and, after a crash or a full disk, is still on the board or in its log. */
  async finish(room: Room): Promise<void> {
    const { deps, session } = this.#workshop
    for (const noteId of session.hidden.keys()) {
      const isThere = deps.reader().board.notes.has(noteId as NoteId)
      if (isThere || (await this.#hasKeptWords(noteId))) await this.#hide(room, noteId as NoteId)
    }
    this.#unfinishedIn = null
  }

  async restore(room: Room, noteId: NoteId): Promise<void> {
    const { deps } = this.#workshop
    const row = await deps.store.hiddenNote(deps.id, noteId)
    if (!row) return
    const { content, firstWording } = JSON.parse(row.content) as Hidden
    await room.edit(SERVER_SEAT, (doc) => {
      deps.reader().firstWordingNext(noteId, firstWording)
      putBack(doc, content)
    })
    await deps.store.forgetHidden(deps.id, noteId)
  }

  /** Whether the Doc, and so whatever a joiner would be sent, holds a note that should be hidden. */
  get isShowing(): boolean {
    return this.#stillThere().length > 0
  }

  /** The board as people may see it. */
  get board(): Board {
    const notes = this.#stillThere()
    if (!this.#unfinishedIn || notes.length === 0) return this.#workshop.deps.reader().board
    const copy = copyOf(this.#unfinishedIn.doc)
    for (const noteId of notes) takeOut(copy, noteId)
    const board = boardView(copy).get()
    copy.destroy()
    return board
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelRetry?.()
  }

  /** Steps: copy (durable) → delete from the Doc (durable, relayed) → forget the log and wordings. Repeating it does no harm. */
  async #hide(room: Room, noteId: NoteId): Promise<void> {
    const { deps, people } = this.#workshop
    const copy = copyOf(room.doc)
    const content = takeOut(copy, noteId)
    copy.destroy()
    people.forgotten(noteId) // before anything else: no frame made from now on may hold it
    if (content !== null) {
      const hidden: Hidden = { content, firstWording: deps.reader().facts.get(noteId)?.firstWording ?? "" }
      await deps.store.hideNote(deps.id, { noteId, content: JSON.stringify(hidden), hiddenAt: deps.now() })
      await room.edit(SERVER_SEAT, (doc) => takeOut(doc, noteId))
    }
    deps.reader().clearFirstWording(noteId)
    await room.forget([noteId])
  }

  /** Stays with this room: once it has closed there is nothing to do before the workshop is opened again. */
  #finishLater(room: Room, wait: number): void {
    this.#unfinishedIn = room
    if (this.#isStopped) return
    this.#cancelRetry?.()
    this.#cancelRetry = this.#workshop.deps.later(wait, () => {
      this.#decide(() => this.finish(room)).catch((error: unknown) => {
        this.#workshop.deps.onFault("take out of sight", error)
        this.#finishLater(room, Math.min(2 * wait, LONGEST_RETRY_MS))
      })
    })
  }

  #stillThere(): NoteId[] {
    if (!this.#unfinishedIn) return []
    const { deps, session } = this.#workshop
    const { notes } = deps.reader().board
    return [...session.hidden.keys()].map((id) => id as NoteId).filter((id) => notes.has(id))
  }

  /** Forgetting leaves the rows of a note, and no words in them. */
  async #hasKeptWords(noteId: string): Promise<boolean> {
    const { deps } = this.#workshop
    return (await deps.store.ledger(deps.id, { target: noteId, limit: 1 })).some(({ before, after }) => before !== null || after !== null)
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
