// Phones that try whether they reach this server, before people come. All of it is in memory: a key for each workshop whose host has
// the page open, and per phone how long things took. It knows no address, no cookie and no kind of phone, and forgets after minutes.
//
// A phone goes through a few redirects, each one way there and back, then loads a page as large as the app, whose last line asks for
// the result. So any browser is measured, without a script: what it asks for next says that it has what was sent before.
import type { CheckedPhone } from "@evenboard/api"
import { newKey, type Random } from "../keys.ts"
import { paceOf, secondsOf } from "./pace.ts"

/** A hidden tab asks once a minute: its check stays open between. */
export const OPEN_MS = 150_000
/** A page that is loaded anew finds its check as it was. */
export const LEAVE_MS = 5000
export const FORGET_PHONE_MS = 15 * 60_000
/** Ways there and back. The shortest is nearest the truth: the others waited for something else too. */
export const WAYS = 4
/** Who has not loaded the page by then is told apart from who still loads it. */
export const GIVE_UP_MS = 30_000
const MOST_PHONES = 60

type Phone = {
  id: string
  cameAt: number
  /** When it was last sent something (ms), and how much of the way it has come. */
  sentAt: number
  ways: number
  shortest: number | null
  download: number | null
}
/** `pages`: until when each page of a host keeps it open. */
type Check = { key: string; pages: Map<string, number>; phones: Phone[] }

/** What to send a phone next: to the next step, the large page, its result, or (lost its place, or gone meanwhile) from the start. */
export type Next = { go: "step"; phone: string; step: number } | { go: "load"; phone: string } | { go: "result"; result: CheckedPhone }

export class CheckDesk {
  readonly #checks = new Map<string, Check>()
  readonly #now: () => number
  readonly #random: Random

  constructor(now: () => number, random: Random) {
    this.#now = now
    this.#random = random
  }

  /** The key of this workshop's check: open from now until OPEN_MS after this page last called. */
  keepOpen(workshopId: string, page: string): string {
    this.#tidy()
    const check = this.#checks.get(workshopId) ?? { key: newKey(this.#random), pages: new Map(), phones: [] }
    check.pages.set(page, this.#now() + OPEN_MS)
    this.#checks.set(workshopId, check)
    return check.key
  }

  /** This page goes. With the last one the check shuts, and all that was measured is forgotten. */
  leave(workshopId: string, page: string): void {
    const check = this.#checks.get(workshopId)
    if (check?.pages.has(page)) check.pages.set(page, this.#now() + LEAVE_MS)
  }

  phones(workshopId: string): CheckedPhone[] {
    this.#tidy()
    return (this.#checks.get(workshopId)?.phones ?? []).map((phone) => this.#told(phone))
  }

  /** A phone comes, or (`again`, as it was called before) measures anew. Null when no check has this key. */
  come(key: string, again: string | undefined): Next | null {
    const check = this.#checkOf(key)
    if (!check) return null
    const before = check.phones.findIndex(({ id }) => id === again)
    const phone = { id: newKey(this.#random), cameAt: this.#now(), sentAt: this.#now(), ways: 0, shortest: null, download: null }
    if (before >= 0) check.phones[before] = phone
    else if (check.phones.push(phone) > MOST_PHONES) check.phones.shift()
    return { go: "step", phone: phone.id, step: 1 }
  }

  /** It asks for step 1 … WAYS, or for the result (WAYS + 1). A page asked for again is no new measure. */
  back(key: string, id: string, step: number): Next | "from-start" | null {
    const check = this.#checkOf(key)
    if (!check) return null
    const phone = check.phones.find((one) => one.id === id)
    if (!phone) return "from-start"
    if (step <= WAYS) return step === phone.ways + 1 ? this.#oneWay(phone) : "from-start"
    if (phone.ways < WAYS) return "from-start"
    phone.download ??= Math.max(0, this.#now() - phone.sentAt)
    return { go: "result", result: this.#told(phone) }
  }

  #oneWay(phone: Phone): Next {
    const way = Math.max(0, this.#now() - phone.sentAt)
    phone.shortest = Math.min(phone.shortest ?? way, way)
    phone.ways += 1
    phone.sentAt = this.#now()
    return phone.ways < WAYS ? { go: "step", phone: phone.id, step: phone.ways + 1 } : { go: "load", phone: phone.id }
  }

  #told({ shortest, download, cameAt }: Phone): CheckedPhone {
    if (shortest === null || download === null)
      return { way: shortest, seconds: null, pace: this.#now() - cameAt > GIVE_UP_MS ? "too-slow" : null }
    const seconds = secondsOf(shortest, download)
    return { way: Math.round(shortest), seconds, pace: paceOf(seconds) }
  }

  #checkOf(key: string): Check | undefined {
    this.#tidy()
    return [...this.#checks.values()].find((check) => check.key === key)
  }

  #tidy(): void {
    const now = this.#now()
    for (const [id, check] of this.#checks) {
      for (const [page, until] of check.pages) if (until <= now) check.pages.delete(page)
      if (check.pages.size === 0) this.#checks.delete(id)
      else check.phones = check.phones.filter(({ cameAt }) => now - cameAt < FORGET_PHONE_MS)
    }
  }
}
