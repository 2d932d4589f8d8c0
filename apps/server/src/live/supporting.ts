// Who may write for somebody who has a phone of their own: by that person's own yes, for as long as they leave it standing. Told to the two
// and to nobody else: that somebody needs help writing is theirs to tell. Owns who may say yes to whom; in a table of its own, never in
// events, Doc or export. It gives nothing but to write as a scribe does for people without a phone.
import type { PrivateView, Reason } from "@evenboard/api"
import type { SeatRow, Store, SupporterRow } from "@evenboard/storage"
import type { Result } from "../deps.ts"

/** As many as sit beside one person in an evening. */
const SUPPORTERS = 5

type SupportingDeps = {
  id: string
  store: Pick<Store, "supporters" | "setSupporter">
  seats(): ReadonlyMap<string, SeatRow>
  isEnded(): boolean
  isRemoved(seat: string): boolean
  /** What only this seat may know has changed. */
  tell(seat: string): void
  /** What this supporter typed for this person and nobody has seen is the person's own from now on. */
  handOver(seat: string, supporter: string): Promise<void>
}

const ok: Result<null> = { ok: true, value: null }
const no = (reason: Reason): Result<null> => ({ ok: false, reason })

export class Supporting {
  readonly #deps: SupportingDeps
  #rows: SupporterRow[] = []

  constructor(deps: SupportingDeps) {
    this.#deps = deps
  }

  async load(): Promise<void> {
    this.#rows = await this.#deps.store.supporters(this.#deps.id)
  }

  mayWriteFor(supporter: string, seat: string): boolean {
    return this.#rows.some((row) => row.seat === seat && row.supporter === supporter)
  }

  viewOf(seat: string): Pick<PrivateView, "supporters" | "supports"> {
    return {
      supporters: this.#rows.filter((row) => row.seat === seat).map(({ supporter }) => supporter),
      supports: this.#rows.filter(({ supporter }) => supporter === seat).map((row) => row.seat),
    }
  }

  async allow(seat: string, supporter: string): Promise<Result<null>> {
    const { id, store, seats, isEnded, isRemoved, tell } = this.#deps
    if (isEnded()) return no("ended")
    if (seat === supporter || !seats().get(supporter)?.device || isRemoved(supporter)) return no("unknown-seat")
    if (this.mayWriteFor(supporter, seat)) return ok
    if (this.viewOf(seat).supporters.length >= SUPPORTERS) return no("too-many-people")
    await store.setSupporter(id, { seat, supporter }, true)
    this.#rows = [...this.#rows, { seat, supporter }]
    tell(seat)
    tell(supporter)
    return ok
  }

  /** Works at any time. */
  async withdraw(seat: string, supporter: string): Promise<Result<null>> {
    const { id, store, tell, handOver } = this.#deps
    if (!this.mayWriteFor(supporter, seat)) return ok
    await store.setSupporter(id, { seat, supporter }, false)
    this.#rows = this.#rows.filter((row) => row.seat !== seat || row.supporter !== supporter)
    await handOver(seat, supporter)
    tell(seat)
    tell(supporter)
    return ok
  }
}
