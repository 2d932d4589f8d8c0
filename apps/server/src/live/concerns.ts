// What people say privately when something is wrong: to whoever hosts at that moment, or to the organiser alone, and to nobody else ever.
// Owns who may read, answer and take back each; in a table of its own, never in events, Doc or export. Works while the room is paused
// and after the workshop has ended.
import type { HeardConcern, OwnConcern, Reason, SayConcern } from "@evenboard/api"
import type { ConcernRow, Store } from "@evenboard/storage"
import type { Result } from "../deps.ts"

/** Enough for the worst evening; a program that floods stops here. */
const CONCERNS_A_SEAT = 30

type ConcernsDeps = {
  id: string
  store: Pick<Store, "concerns" | "putConcern" | "deleteConcern">
  host(): string | null
  now(): number
  /** What only this seat may know has changed; null: the organiser looks by itself. */
  tell(seat: string): void
}

const ok: Result<null> = { ok: true, value: null }
const no = (reason: Reason): Result<null> => ({ ok: false, reason })
const newestFirst = (a: ConcernRow, b: ConcernRow): number => b.at - a.at

export class Concerns {
  readonly #deps: ConcernsDeps
  #rows = new Map<string, ConcernRow>()

  constructor(deps: ConcernsDeps) {
    this.#deps = deps
  }

  async load(): Promise<void> {
    this.#rows = new Map((await this.#deps.store.concerns(this.#deps.id)).map((row) => [row.id, row]))
  }

  mine(seat: string): OwnConcern[] {
    const rows = [...this.#rows.values()].filter((row) => row.seat === seat).toSorted(newestFirst)
    return rows.map(({ id, words, hearer, isNamed, at, readAt }) => ({ id, words, hearer, isNamed, at, readAt }))
  }

  /** `hearer` null: the organiser. */
  heardBy(hearer: string | null): HeardConcern[] {
    const rows = [...this.#rows.values()].filter((row) => row.hearer === hearer).toSorted(newestFirst)
    return rows.map(({ id, words, seat, isNamed, at, readAt }) => ({ id, words, from: isNamed ? seat : null, at, readAt }))
  }

  /** A host who says something to the host, and a room without one, would be heard by nobody: then it is no. */
  async say(seat: string, { id, words, hears, isNamed = false }: SayConcern): Promise<Result<null>> {
    const known = this.#rows.get(id)
    if (known) return known.seat === seat ? ok : no("not-allowed")
    const hearer = hears === "organiser" ? null : this.#deps.host()
    if (hears === "host" && (hearer === null || hearer === seat)) return no("not-allowed")
    if (this.mine(seat).length >= CONCERNS_A_SEAT) return no("too-many-tries")
    await this.#put({ id, seat, hearer, isNamed, words, at: this.#deps.now(), readAt: null })
    if (hearer !== null) this.#deps.tell(hearer)
    this.#deps.tell(seat)
    return ok
  }

  /** Its writer takes it back: it is gone for the one who heard it, too. Answers whether there was one; the file is the caller's to clear. */
  async takeBack(seat: string, id: string): Promise<Result<boolean>> {
    const row = this.#rows.get(id)
    if (!row) return { ok: true, value: false }
    if (row.seat !== seat) return { ok: false, reason: "unknown-concern" }
    await this.#deps.store.deleteConcern(this.#deps.id, id)
    this.#rows.delete(id)
    if (row.hearer !== null) this.#deps.tell(row.hearer)
    this.#deps.tell(seat)
    return { ok: true, value: true }
  }

  /** The one who heard it says that it was read; its writer sees so. */
  async read(hearer: string | null, id: string): Promise<Result<null>> {
    const row = this.#rows.get(id)
    if (!row || row.hearer !== hearer) return no("unknown-concern")
    if (row.readAt !== null) return ok
    await this.#put({ ...row, readAt: this.#deps.now() })
    this.#deps.tell(row.seat)
    return ok
  }

  /** What is older than this is gone from the store. */
  forgetBefore(moment: number): void {
    for (const [id, row] of this.#rows) if (row.at < moment) this.#rows.delete(id)
  }

  async #put(row: ConcernRow): Promise<void> {
    await this.#deps.store.putConcern(this.#deps.id, row)
    this.#rows.set(row.id, row)
  }
}
