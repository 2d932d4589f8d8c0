// A hall of people for the long stories: who sits where, who has no phone, and whose words of the housing case each says. Seats in no
// browser are programs: they join and write drafts by HTTP, and group over the socket as any Yjs client.
import { call, join, type Joined, type Opened } from "./api.ts"
import { authors, comments, type Comment } from "./cases/housing.ts"
import { EvenboardClient } from "./evenboard-client.ts"
import { noteId } from "./stock-client.ts"

export type Person = { name: string; table: string; hasPhone: boolean }

const NAMES =
  "Rosa Sam Salma Lou Kim Ana Ben Cleo Dev Elif Femi Gus Hana Ivo Jaya Kofi Lena Milo Nora Omar Pia Quin Tom May Ivy Ned Ada Joe".split(" ")

/** 28 people: eighteen phones at three tables, four elsewhere, six at the tables without a phone. The first four tables are the pages'. */
export const PEOPLE: readonly Person[] = NAMES.map((name, i) => ({
  name,
  table: i === 4 || (i >= 19 && i < 22) ? "online" : String((i % 3) + 1),
  hasPhone: i < 22,
}))

/** Each author's words go to one of the 28, by author id. */
const order = authors.toSorted((a, b) => Number(a) - Number(b))
export const wordsOfPerson = (index: number): Comment[] => comments.filter(({ author }) => order.indexOf(author) % PEOPLE.length === index)

/** What a hall makes of them: a theme, and the words that lead to it. The first that fits takes a comment. */
export const THEMES: readonly (readonly [title: string, words: RegExp])[] = [
  ["About us", /^(?:I |My household )/],
  ["Renting", /rent|tenan|landlord/i],
  ["Tax", /\btax|gst|capital gain|stamp/i],
  ["Buying to sell", /invest|specul|flip|empty|vacant/i],
  ["From elsewhere", /immigra|foreign|overseas|population|migrant/i],
  ["State and social homes", /social hous|state hous|HNZ|public hous|homeless/i],
  ["First homes and loans", /loan|mortgage|deposit|first[- ]home|bank|interest|kiwisaver/i],
  ["Small and shared homes", /tiny|co-?hous|apartment|laneway|small|shared|papakainga/i],
  ["Land", /\bland\b|section|zon|RMA|densit|sprawl/i],
  ["Building", /build|construct|material|prefab|developer/i],
  ["Wages", /wage|income|afford/i],
  ["Rules", /council|regulat|consent|law|rule/i],
  ["Government", /government|polic/i],
  ["The market", /market|price|suppl|demand/i],
]
export const themeOf = (words: string): string | null => THEMES.find(([, fits]) => fits.test(words))?.[0] ?? null

/** Somebody in the hall who is played by a program. */
export class Bot {
  readonly seat: Joined
  readonly origin: string
  readonly workshopId: string
  #client: EvenboardClient | null = null

  private constructor(origin: string, workshopId: string, seat: Joined) {
    this.origin = origin
    this.workshopId = workshopId
    this.seat = seat
  }

  /** The seat of a page, as a program that holds its key. */
  static of(origin: string, opened: Opened, seatKey: string): Bot {
    return new Bot(origin, opened.workshopId, { seatId: "", seatKey, returnCode: "", clientIds: { from: 0, count: 0 } })
  }

  static async join(origin: string, opened: Opened, { name, table }: Person): Promise<Bot> {
    const seat = await join(origin, opened, { name, showName: true, table, group: Number(table) % 2 ? "Tenants" : "Council staff" })
    return new Bot(origin, opened.workshopId, seat)
  }

  /** Here, as a phone is. */
  async connect(): Promise<EvenboardClient> {
    this.#client ??= new EvenboardClient(this.origin, this.workshopId, this.seat)
    await this.#client.synced()
    return this.#client
  }

  post<T>(path: string, body: object, method = "POST"): Promise<T> {
    return call(`${this.origin}/api/workshops/${this.workshopId}/${path}`, body, this.seat.seatKey, method)
  }

  /** A place for somebody without a phone; answers their seat. */
  async openSeat({ name, table }: Person): Promise<string> {
    const { seatId } = await this.post<{ seatId: string }>("intents", { id: noteId(), type: "open-seat", name, table, showName: true })
    return seatId
  }

  /** For one's own eyes until the reveal; `seatId`: the words of somebody without a phone. */
  writeAlone(text: string, seatId?: string): Promise<unknown> {
    return this.post(`drafts/${noteId()}`, { text, kind: "need", ...(seatId ? { for: { seatId } } : {}) }, "PUT")
  }

  leave(): void {
    this.#client?.leave()
  }
}
