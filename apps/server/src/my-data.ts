// Gathers everything that is one seat's, from every store. Owns where each thing lies; what of it is theirs to have stands in export.
import { myData, type MyData, type MyDataSource } from "@evenboard/export"
import type { SeatRow, WorkshopRow } from "@evenboard/storage"
import { needOf } from "./access.ts"
import type { Deps } from "./deps.ts"

/** Of a whole ledger. */
const ALL = Number.MAX_SAFE_INTEGER

export async function myDataOf(
  { store, live, now }: Pick<Deps, "store" | "live" | "now">,
  workshop: WorkshopRow,
  seat: SeatRow,
): Promise<MyData> {
  const { id } = workshop
  const { session, board, facts } = await live.now(id)
  const [ledger, events, { drafts }] = await Promise.all([store.ledger(id, { limit: ALL }), store.events(id), live.drafts(id, seat.id)])
  const { goesAlong } = await (await live.safe(id)).viewOf(seat.id)
  const { workshopId: _workshop, returnHash: _hash, device: _device, ...own } = seat
  return myData({
    workshopId: id,
    session,
    events,
    board,
    facts,
    seat: own,
    rows: ledger.filter((row) => row.seat === seat.id).toReversed(),
    drafts: drafts.map(({ id: draftId, kind, text, writtenAt, for: whom }) => ({
      id: draftId,
      kind,
      text,
      writtenAt,
      forSomebody: whom !== null,
    })),
    concerns: (await store.concerns(id)).filter((row) => row.seat === seat.id).map(({ at, words, isNamed }) => ({ at, words, isNamed })),
    access: await accessOf({ store, now }, workshop, seat.id),
    supporters: (await store.supporters(id)).filter((row) => row.seat === seat.id).map(({ supporter }) => supporter),
    goesAlong: goesAlong.flatMap(({ seat: whose, words }) => (whose === seat.id && words !== null ? [words] : [])),
    hidden: await hiddenOf(
      store,
      id,
      [...facts.values()].filter(({ author, noteId }) => author === seat.id && session.hidden.has(noteId)),
    ),
    now: now(),
    keepUntil: workshop.keepUntil,
  })
}

async function accessOf(deps: Pick<Deps, "store" | "now">, workshop: WorkshopRow, seat: string): Promise<MyDataSource["access"]> {
  const need = await needOf(deps, workshop.id, { seat })
  if (!need) return null
  const { at, words, language, supporter, reach, deleteAt } = need
  return { at, words, language, supporter, reach, deleteAt }
}

async function hiddenOf(store: Deps["store"], workshopId: string, facts: readonly { noteId: string }[]): Promise<MyDataSource["hidden"]> {
  const hidden = new Map<string, { kind: string; words: string; firstWording: string }>()
  for (const { noteId } of facts) {
    const row = await store.hiddenNote(workshopId, noteId)
    if (!row) continue
    const { content, firstWording } = JSON.parse(row.content) as { content: string; firstWording: string }
    const { note } = JSON.parse(content) as { note: { kind: string; text: string } }
    hidden.set(noteId, { kind: note.kind, words: note.text, firstWording })
  }
  return hidden
}
