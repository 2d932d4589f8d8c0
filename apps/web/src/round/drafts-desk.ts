// What I write alone, on this phone: what the server has of it, and what is still on its way. Each draft waits by its own key on this
// device until the server has answered, so that a dead line, a closed tab or a flat battery loses none. Knows no React and no board.
//
//   put ─→ kept on the device ─→ PUT ─┬→ durable there: the key goes
//                                     ├→ nobody answered: again in RETRY_MS, or when the line is back
//                                     └→ shown meanwhile, in other words: a new draft of mine, which only I can show
import type { OwnDraft, OwnDrafts, PutDraft } from "@evenboard/api"
import { isPhoneShared } from "../connect/shared-phone.ts"
import { valueOf, type Value } from "../connect/value.ts"
import type { Answer, Asked } from "../screens/paper/ask.ts"

/** saved: the server has it · sending · on-device: nobody answered, kept here · on-page: nobody answered, and this browser keeps nothing. */
export type Where = "saved" | "sending" | "on-device" | "on-page"
export type MyDraft = OwnDraft & { where: Where; /** Why the server will not take it, in its own sentence. */ why: string | null }
export type Desk = { drafts: readonly MyDraft[]; /** False until the server has told what it has. */ isKnown: boolean }

/** One change that the server has not confirmed. A later one for the same draft takes its place. */
export type Waiting = { id: string; at: number; put: OwnDraft | null }

/** Where changes wait on the device, one by one. `keep` says whether it was kept. */
export type Shelf = { keep(waiting: Waiting): boolean; drop(id: string): void; all(): Waiting[] }

type DeskDeps = {
  /** `/api/workshops/{id}/drafts` */
  path: string
  shelf: Shelf
  ask<T>(path: string, asked: Asked): Promise<Answer<T>>
  newId(): string
  /** The round that runs, or null. */
  round(): string | null
  /** The author's first words of a note on the board; null where there is no such note. */
  firstWordingOf(id: string): string | null
  now(): number
  after(ms: number, work: () => void): () => void
}

const RETRY_MS = 5000
const LATER: readonly string[] = ["offline", "cannot-store", "too-many-tries", "bug"]

export class DraftsDesk {
  readonly #deps: DeskDeps
  readonly #state = valueOf<Desk>({ drafts: [], isKnown: false })
  #saved = new Map<string, OwnDraft>()
  readonly #waiting = new Map<string, Waiting>()
  readonly #why = new Map<string, string>()
  /** What this browser would not keep. */
  readonly #unkept = new Set<string>()
  /** How many changes the server has answered. */
  #settled = 0
  #isKnown = false
  #isOffline = false
  #sending: Promise<void> | null = null
  #cancelRetry: (() => void) | null = null

  constructor(deps: DeskDeps) {
    this.#deps = deps
    for (const waiting of deps.shelf.all().toSorted((a, b) => a.at - b.at)) this.#waiting.set(waiting.id, waiting)
    this.#tell()
  }

  get state(): Value<Desk> {
    return this.#state
  }

  /** Asks the server what it has, and sends what waits. */
  async refresh(): Promise<void> {
    await this.flush()
    const settled = this.#settled
    const answer = await this.#deps.ask<OwnDrafts>(this.#deps.path, {})
    if (!answer.ok) return
    if (settled !== this.#settled) return this.refresh() // the answer may be older than what was settled meanwhile
    this.#saved = new Map(answer.value.drafts.map((draft) => [draft.id, draft]))
    this.#isKnown = true
    this.#tell()
  }

  /** Writes one, new or known; resolves when the server has it, or it is clear that this takes longer. */
  async put(draft: OwnDraft): Promise<Where> {
    await this.#wait({ id: draft.id, at: this.#deps.now(), put: draft })
    return this.#whereIs(draft.id)
  }

  async throwAway(id: string): Promise<void> {
    await this.#wait({ id, at: this.#deps.now(), put: null })
  }

  /** Shows one to everyone. What waits of it goes first. */
  async show(id: string): Promise<Answer<{ noteId: string; number: number }>> {
    await this.flush()
    if (this.#waiting.has(id)) return { ok: false, reason: "offline", title: null }
    const answer = await this.#deps.ask<{ noteId: string; number: number }>(`${this.#deps.path}/${id}/show`, { method: "POST" })
    if (answer.ok) {
      this.#settled += 1
      this.#saved.delete(id)
      this.#tell()
    }
    return answer
  }

  /** Sends what waits, one after the other. */
  flush(): Promise<void> {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null
      this.#tell()
    })
    return this.#sending
  }

  #wait(waiting: Waiting): Promise<void> {
    this.#waiting.set(waiting.id, waiting)
    this.#why.delete(waiting.id)
    if (this.#deps.shelf.keep(waiting)) this.#unkept.delete(waiting.id)
    else this.#unkept.add(waiting.id)
    this.#tell()
    // A send that runs already may have passed this one by.
    const running = this.#sending
    return running ? running.then(() => this.flush()) : this.flush()
  }

  async #sendAll(): Promise<void> {
    for (const waiting of this.#waiting.values()) {
      if (this.#why.has(waiting.id) || this.#waiting.get(waiting.id) !== waiting) continue
      const answer = await this.#send(waiting)
      this.#isOffline = !answer.ok && LATER.includes(answer.reason)
      if (this.#isOffline) {
        this.#cancelRetry ??= this.#deps.after(RETRY_MS, () => void this.flush())
        return
      }
      this.#settle(waiting, answer)
      this.#tell()
    }
  }

  #send({ id, put }: Waiting): Promise<Answer<OwnDraft | null>> {
    const path = `${this.#deps.path}/${id}`
    if (!put) return this.#deps.ask(path, { method: "DELETE" })
    const { text, kind, for: whom, roundId, willShow } = put
    const body: PutDraft = { text, kind, roundId, keepBack: !willShow, ...(whom ? { for: whom } : {}) }
    return this.#deps.ask(path, { method: "PUT", body })
  }

  #settle(waiting: Waiting, answer: Answer<OwnDraft | null>): void {
    const { id, put } = waiting
    this.#settled += 1
    if (this.#waiting.get(id) !== waiting) return // changed again meanwhile: the newer one is sent next
    if (answer.ok) {
      if (put && answer.value) this.#saved.set(id, answer.value)
      else this.#saved.delete(id)
      return this.#done(id)
    }
    if (answer.reason === "already-shown") return this.#shownMeanwhile(id, put)
    if (put) this.#why.set(id, answer.title ?? "")
    else this.#done(id)
  }

  /** The words that everybody sees need no second note; other words are a draft of their own. */
  #shownMeanwhile(id: string, put: OwnDraft | null): void {
    const before = this.#saved.get(id)?.text ?? this.#deps.firstWordingOf(id) ?? put?.text
    this.#saved.delete(id)
    this.#done(id)
    if (!put || before === put.text) return
    void this.#wait({ id: this.#deps.newId(), at: this.#deps.now(), put: { ...put, willShow: false } })
  }

  #done(id: string): void {
    this.#waiting.delete(id)
    this.#why.delete(id)
    this.#unkept.delete(id)
    this.#deps.shelf.drop(id)
  }

  #whereIs(id: string): Where {
    if (!this.#waiting.has(id)) return "saved"
    if (this.#unkept.has(id) && (this.#isOffline || this.#why.has(id))) return "on-page"
    return this.#isOffline || this.#why.has(id) ? "on-device" : "sending"
  }

  /** What of mine nobody has seen: as the server has it, with what waits put over it. */
  #tell(): void {
    const drafts = new Map(this.#saved)
    for (const { id, put } of this.#waiting.values()) {
      if (put) drafts.set(id, { ...put, id })
      else drafts.delete(id)
    }
    const isMine = (draft: OwnDraft) => this.#waiting.has(draft.id) || !draft.willShow || draft.roundId === this.#deps.round()
    const list = [...drafts.values()].filter(isMine).toSorted((a, b) => a.writtenAt - b.writtenAt)
    const mine = list.map((draft) => ({ ...draft, where: this.#whereIs(draft.id), why: this.#why.get(draft.id) ?? null }))
    this.#state.set({ drafts: mine, isKnown: this.#isKnown })
  }
}

/** One entry of localStorage a draft, so that two tabs never write over each other. Synchronous: kept before the sheet says so. */
export function shelfInBrowser(workshopId: string, seat: string): Shelf {
  const prefix = `evenboard-${workshopId}-alone-${seat}-`
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  return {
    keep: (waiting) =>
      quietly(() => {
        if (isPhoneShared()) return false
        localStorage.setItem(prefix + waiting.id, JSON.stringify(waiting))
        return true
      }, false),
    drop: (id) => quietly(() => localStorage.removeItem(prefix + id), undefined),
    all: () =>
      quietly(
        () =>
          Object.keys(localStorage)
            .filter((key) => key.startsWith(prefix))
            .flatMap((key) => quietly(() => [JSON.parse(localStorage.getItem(key) ?? "") as Waiting], [])),
        [],
      ),
  }
}
