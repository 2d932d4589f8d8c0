// All running workshops. A workshop is loaded with its room and forgotten with it; nothing here outlives the last phone by more than a minute.
import { randomBytes } from "node:crypto"
import type * as Y from "yjs"
import { guardSchema, newId, run, type Board, type NoteId, type ThemeId } from "@evenboard/board"
import { ABOUT_US, aboutUsOn } from "@evenboard/board/arrive"
import { Connection, Rooms, type RoomDeps, type Wire } from "@evenboard/sync"
import type { Deps, Live, Screen, Visit } from "../deps.ts"
import { BoardReader } from "./board-reader.ts"
import { replayElsewhere } from "./replay-thread.ts"
import { Workshop } from "./workshop.ts"

type LiveDeps = Pick<Deps, "store" | "log" | "now" | "words"> & { later?: RoomDeps["later"] }

export const laterByTimer: RoomDeps["later"] = (ms, work) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** A workshop that would not load has told whoever asked for it. */
const nothing = (): void => undefined

/** Sits on no seat: a screen that only looks. */
const NOBODY = ""

/** 53 random bits. */
const newClientId = (): number => Number(randomBytes(8).readBigUInt64BE() >> 11n) || 1

/** Where words about ourselves stand, made where there is no such theme. */
function aboutUsIn(doc: Y.Doc, board: Board): ThemeId {
  const there = aboutUsOn(board)
  if (there) return there.id
  const make = (themeId: ThemeId) => run(doc, { type: "put-together", themeId, canvas: "needs", title: "", notes: [], aboutUs: true }).ok
  if (make(ABOUT_US)) return ABOUT_US
  const themeId = newId<ThemeId>()
  make(themeId)
  return themeId
}

export function createLive({ store, log, now, words, later = laterByTimer }: LiveDeps): Live {
  const workshops = new Map<string, Promise<Workshop>>()
  const readers = new Map<string, BoardReader>()
  const replaying = replayElsewhere()
  /** Ended workshops among the open ones. */
  const ended = new Set<string>()
  const paused = new Set<string>()
  /** Of an open workshop: seats that were removed. Asked at each frame, so that it needs no promise. */
  const removals = new Map<string, { has(seat: string): boolean }>()
  /** Of an open workshop: who may type whose words. */
  const typing = new Map<string, (scribe: string, author: string) => boolean>()
  /** Of a screen without a seat: the seat whose link it came by. */
  const makers = new WeakMap<Connection, string>()
  /** Those being deleted: none of them is loaded again. */
  const going = new Set<string>()

  const fault = (id: string, what: string, error: unknown): void =>
    log.error({ workshop: id, what, error: error instanceof Error ? error.message : String(error) }, "fault in a room")
  const roomDeps = (board: string): RoomDeps => {
    if (going.has(board)) throw new Error("the workshop is being deleted")
    return depsOf(board)
  }
  const depsOf = (board: string): RoomDeps => ({
    board,
    store,
    schema: guardSchema,
    readerOf: (doc, facts) => {
      const reader = new BoardReader(doc, facts, (scribe, author) => typing.get(board)?.(scribe, author) ?? true)
      readers.set(board, reader)
      return reader
    },
    now,
    later,
    newClientId,
    replay: replaying.replay,
    mayWrite: (seat) => (whyNotWrite(board, seat) === null ? true : whyNotWrite(board, seat) === "paused" ? "read-only" : "refused"),
    onCommitted: (_, facts) => void workshops.get(board)?.then((workshop) => workshop.committed(facts), nothing),
    onFault: (what, error) => fault(board, what, error),
  })
  const whyNotWrite = (board: string, seat: string): "ended" | "removed" | "paused" | null => {
    if (ended.has(board)) return "ended"
    if (removals.get(board)?.has(seat)) return "removed"
    return paused.has(board) ? "paused" : null
  }
  const forget = (id: string): void => {
    void workshops.get(id)?.then((workshop) => workshop.stop(), nothing)
    workshops.delete(id)
    readers.delete(id)
    ended.delete(id)
    paused.delete(id)
    removals.delete(id)
    typing.delete(id)
  }
  const rooms = new Rooms(roomDeps, later, forget)

  const closeScreens = (id: string, isOver: (connection: Connection) => boolean): void => {
    for (const connection of rooms.peek(id)?.connections ?? [])
      if (connection.readsOnly && isOver(connection)) connection.close("screen-over")
  }
  const readerOf = (id: string): BoardReader => {
    const reader = readers.get(id)
    if (!reader) throw new Error("a reader lives as long as its room")
    return reader
  }

  async function open(id: string): Promise<Workshop> {
    await rooms.open(id)
    let workshop = workshops.get(id)
    if (!workshop) {
      workshop = Workshop.load({
        id,
        store,
        openRoom: () => rooms.open(id),
        broadcast: (frame, forScreens) => rooms.peek(id)?.broadcast(frame, forScreens),
        connections: () => rooms.peek(id)?.connections ?? [],
        closeScreensOf: (seat) => closeScreens(id, (connection) => makers.get(connection) === seat),
        reader: () => readerOf(id),
        now,
        later,
        words,
        onFault: (what, error) => fault(id, what, error),
        onEnded: (isOver) => void (isOver ? ended.add(id) : ended.delete(id)),
        onPaused: (isPaused) => void (isPaused ? paused.add(id) : paused.delete(id)),
        onRemoval: (removal) => void removals.set(id, removal),
        onTyping: (mayTypeFor) => void typing.set(id, mayTypeFor),
      })
      workshops.set(id, workshop)
      workshop.catch(() => workshops.delete(id))
    }
    return workshop
  }

  async function enter(id: string, who: string | Screen, speaksEvenboard: boolean, wire: Wire): Promise<Visit> {
    const [seat, maker] = typeof who === "string" ? [who, null] : [null, who.maker]
    const workshop = await open(id)
    if (workshop.sight.isShowing) throw new Error("a note is still to be taken out of sight")
    const ids = seat === null ? [] : (await store.clientHeads(id, seat)).map((head) => head.clientId)
    const room = await rooms.open(id)
    if (seat !== null && workshop.safe.removal.has(seat)) {
      wire.close("removed")
      return { receive: nothing, leave: nothing }
    }
    if (maker !== null && workshop.safe.removal.has(maker)) {
      wire.close("screen-over")
      return { receive: nothing, leave: nothing }
    }
    const connection = new Connection(seat ?? NOBODY, speaksEvenboard, wire, seat === null)
    if (maker !== null) makers.set(connection, maker)
    room.connect(connection, ids)
    workshop.enter(connection)
    return {
      receive: (frame) => room.receive(connection, frame),
      leave: () => {
        room.leave(connection)
        workshop.leave(connection)
      },
    }
  }

  return {
    async visit(id, who, speaksEvenboard, wire) {
      try {
        return await enter(id, who, speaksEvenboard, wire)
      } catch (error) {
        if (!going.has(id)) throw error
        wire.close("gone")
        return { receive: nothing, leave: nothing }
      }
    },

    async now(id) {
      const workshop = await open(id)
      const { facts } = readerOf(id)
      return {
        session: workshop.session,
        board: workshop.sight.board,
        facts,
        seats: workshop.seats,
        here: workshop.here,
        counted: workshop.pledges.counted,
      }
    },

    intent: async (id, by, intent) => (await open(id)).intent(by, intent),
    record: async (id, by, body) => (await open(id)).record(by, body),
    openSeat: async (id, by, intent, returnHash) => (await open(id)).openSeat(by, intent, returnHash),
    renewWords: async (id, by, seatId, returnHash) => (await open(id)).renewWords(by, seatId, returnHash),
    claimSeat: async (id, seatId) => (await open(id)).claimSeat(seatId),
    safe: async (id) => (await open(id)).safe,
    erase: async (id, wish, keepKeyHash) => (await open(id)).erase(wish, keepKeyHash),
    findMentions: async (id, by, words) => (await open(id)).findMentions(by, words),
    takeMentionOut: async (id, wish) => (await open(id)).takeMentionOut(wish),
    seatChanged: async (id, seatId) => (await open(id)).seatChanged(seatId),

    goAlong: async (id, seat, pledgeId, said) => (await open(id)).pledges.say(seat, pledgeId, said),

    drafts: async (id, seat) => (await open(id)).drafts.mine(seat),
    putDraft: async (id, seat, draftId, draft) => (await open(id)).drafts.put(seat, draftId, draft),
    throwAwayDraft: async (id, seat, draftId) => (await open(id)).drafts.throwAway(seat, draftId),
    showDraft: async (id, seat, draftId) => (await open(id)).drafts.show(seat, draftId),

    async addNote(id, by, { text, kind, canvas, aboutUs, for: whom }) {
      const workshop = await open(id)
      const refusal = whyNotWrite(id, by)
      if (refusal !== null) return { ok: false, reason: refusal }
      const found = whom ? await workshop.seatFor(by, whom) : ({ ok: true, value: by } as const)
      if (!found.ok) return found
      const author = found.value
      const room = await rooms.open(id)
      if (readerOf(id).facts.size >= guardSchema.thingsLimit) return { ok: false, reason: "too-large" }
      const noteId = newId<NoteId>()
      const outcome = await room.edit(by, (doc) => {
        const late = whyNotWrite(id, by)
        if (late !== null) return { ok: false, reason: late } as const
        readerOf(id).creditNext(noteId, { author, scribe: author === by ? null : by })
        const themeId = aboutUs === true && canvas === "needs" ? aboutUsIn(doc, readerOf(id).board) : null
        return run(doc, { type: "add-note", id: noteId, kind, canvas, text, spot: { themeId } })
      })
      const late = whyNotWrite(id, by)
      if (late !== null && !outcome.ok) return { ok: false, reason: late }
      const number = readerOf(id).facts.get(noteId)?.number
      return outcome.ok && number !== undefined ? { ok: true, value: { noteId, number } } : { ok: false, reason: "bad-body" }
    },

    async history(id, { before, target, kinds, until, limit }) {
      const { hidden } = (await open(id)).session
      const rows = await store.ledger(id, {
        limit: limit + 1,
        ...(before === undefined ? {} : { before }),
        ...(target === undefined ? {} : { target }),
        ...(kinds === undefined ? {} : { kinds }),
        ...(until === undefined ? {} : { until }),
      })
      const page = rows.slice(0, limit).map(({ id: row, at, seat, kind, target: on, before: was, after }) => {
        const words = hidden.has(on) ? { before: null, after: null } : { before: was, after } // also while they are still to be forgotten
        return { id: row, at, seat, kind, target: on, ...words }
      })
      return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
    },

    closeScreens: (id) => closeScreens(id, () => true),

    async drop(id, andThen) {
      if (andThen) going.add(id)
      try {
        for (const connection of rooms.peek(id)?.connections ?? []) connection.close("gone") // now, not once all is committed
        await rooms.close(id, "gone")
        await andThen?.()
      } finally {
        if (andThen) going.delete(id)
      }
    },

    async close() {
      await rooms.closeAll("restarting")
      await replaying.close()
    },
  }
}
