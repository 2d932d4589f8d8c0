// The life of a room is one union, in this file: nothing else opens, keeps or drops a Doc.
//   loading(ready) → open(room) → closing(done) → (forgotten)
// A visit during `closing` waits for it. Owns that life alone; knows no HTTP and no socket.
import { Room, type RoomDeps } from "./room.ts"
import type { CloseReason } from "./wire.ts"

type Life =
  | { at: "loading"; ready: Promise<Room> }
  | { at: "open"; room: Room; cancelUnload: (() => void) | null }
  | { at: "closing"; done: Promise<void> }

/** A room nobody is in stays open this long, for phones that sleep a moment. */
const IDLE_MS = 60_000

export class Rooms {
  readonly #lives = new Map<string, Life>()
  readonly #depsOf: (board: string) => RoomDeps
  readonly #later: RoomDeps["later"]

  readonly #onClosed: (board: string) => void

  /** `onClosed` is called when a room is gone, before another visit may load it again. */
  constructor(depsOf: (board: string) => RoomDeps, later: RoomDeps["later"], onClosed: (board: string) => void = () => {}) {
    this.#depsOf = depsOf
    this.#later = later
    this.#onClosed = onClosed
  }

  /** The open room of this board; many callers at once share one load. Rejects when it cannot be loaded, and then forgets it. */
  async open(board: string): Promise<Room> {
    for (;;) {
      const life = this.#lives.get(board)
      if (!life) return this.#load(board)
      if (life.at === "loading") return life.ready
      if (life.at === "open") {
        this.#unloadWhenIdle(board)
        return life.room
      }
      await life.done
    }
  }

  /** The room if it is open now, without opening it. */
  peek(board: string): Room | null {
    const life = this.#lives.get(board)
    return life?.at === "open" ? life.room : null
  }

  #load(board: string): Promise<Room> {
    const ready = Room.load(this.#depsOf(board)).then(
      (room) => {
        this.#lives.set(board, { at: "open", room, cancelUnload: null })
        this.#unloadWhenIdle(board)
        return room
      },
      (error: unknown) => {
        this.#lives.delete(board)
        throw error
      },
    )
    this.#lives.set(board, { at: "loading", ready })
    return ready
  }

  /** Starts the wait for an empty room anew. */
  #unloadWhenIdle(board: string): void {
    const life = this.#lives.get(board)
    if (life?.at !== "open") return
    life.cancelUnload?.()
    life.cancelUnload = this.#later(IDLE_MS, () => {
      if (life.room.isIdle) void this.close(board)
      else this.#unloadWhenIdle(board)
    })
  }

  /** Commits what is queued and forgets the room; the next `open` loads it again. `goodbye`: to whoever is there then. */
  async close(board: string, goodbye?: CloseReason): Promise<void> {
    const life = this.#lives.get(board)
    if (!life) return
    if (life.at === "closing") return life.done
    const room = life.at === "loading" ? await life.ready.catch(() => null) : life.room // who asked for it was told
    const now = this.#lives.get(board)
    if (now?.at !== "open" || now.room !== room) return this.close(board, goodbye)
    now.cancelUnload?.()
    const done = now.room.close(goodbye).finally(() => {
      this.#lives.delete(board)
      this.#onClosed(board)
    })
    this.#lives.set(board, { at: "closing", done })
    return done
  }

  async closeAll(goodbye?: CloseReason): Promise<void> {
    await Promise.all([...this.#lives.keys()].map((board) => this.close(board, goodbye)))
  }
}
