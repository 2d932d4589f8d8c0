// Taking a note out of sight, and putting it back. Out of sight means gone: from the Doc, its log and every cached frame, and from the
// kept wordings; a copy stays for the hosts in a table of its own. Owns the order of those steps, so that a crash between two loses nothing.
import * as Y from "yjs"
import { putBack, takeOut, type NoteId } from "@evenboard/board"
import { SERVER_SEAT, type Room } from "@evenboard/sync"
import type { Workshop } from "./workshop.ts"

type Hidden = { content: string; firstWording: string }

/** Steps: copy (durable) → delete from the Doc (durable, relayed) → forget the log and wordings. Repeating it does no harm. */
export async function hideNote(workshop: Workshop, room: Room, noteId: NoteId): Promise<void> {
  const { deps } = workshop
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
  const content = takeOut(copy, noteId)
  copy.destroy()
  const { facts } = deps.reader()
  if (content !== null) {
    const hidden: Hidden = { content, firstWording: facts.get(noteId)?.firstWording ?? "" }
    await deps.store.hideNote(deps.id, { noteId, content: JSON.stringify(hidden), hiddenAt: deps.now() })
  }
  deps.reader().clearFirstWording(noteId)
  workshop.people.forgotten(noteId) // before anything else: no frame made from now on may hold it
  if (content !== null) await room.edit(SERVER_SEAT, (doc) => takeOut(doc, noteId))
  await room.forget([noteId])
}

/** Hides what should be hidden and, after a crash or a full disk, is still on the board or in its log. */
export async function finishHiding(workshop: Workshop, room: Room): Promise<void> {
  const { deps, session } = workshop
  for (const noteId of session.hidden.keys()) {
    const isThere = deps.reader().board.notes.has(noteId as NoteId)
    if (isThere || (await hasKeptWords(workshop, noteId))) await hideNote(workshop, room, noteId as NoteId)
  }
}

/** Forgetting leaves the rows of a note, and no words in them. */
const hasKeptWords = async ({ deps }: Workshop, noteId: string): Promise<boolean> =>
  (await deps.store.ledger(deps.id, { target: noteId, limit: 1 })).some(({ before, after }) => before !== null || after !== null)

export async function restoreNote({ deps }: Workshop, room: Room, noteId: NoteId): Promise<void> {
  const row = await deps.store.hiddenNote(deps.id, noteId)
  if (!row) return
  const { content, firstWording } = JSON.parse(row.content) as Hidden
  await room.edit(SERVER_SEAT, (doc) => {
    deps.reader().firstWordingNext(noteId, firstWording)
    putBack(doc, content)
  })
  await deps.store.forgetHidden(deps.id, noteId)
}
