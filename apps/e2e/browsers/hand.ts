// A person's hand on a page of any browser: looks for things by their words, waits until they are there, presses and writes.
import { until } from "../stock-client.ts"
import type { Driver } from "./driver.ts"
import { isReady, lookFor, type Found, type Query } from "./in-page.ts"

const PATIENCE_MS = 10_000

export class Hand {
  readonly driver: Driver

  constructor(driver: Driver) {
    this.driver = driver
  }

  run<Argument, Value>(work: (argument: Argument) => Value, argument: Argument): Promise<Value> {
    return this.driver.evaluate(`(${work.toString()})(${JSON.stringify(argument)})`) as Promise<Value>
  }

  #lookFor(query: Query, reach = false): Promise<Found> {
    return this.run(lookFor, { query, reach })
  }

  /** A page that is just being left has nothing on it. */
  async count(query: Query): Promise<number> {
    return (await this.#lookFor(query).catch(() => null))?.count ?? 0
  }

  see(query: Query, ms = PATIENCE_MS): Promise<void> {
    return this.#patiently(query, "to be seen", async () => (await this.count(query)) > 0, ms)
  }

  gone(query: Query): Promise<void> {
    return this.#patiently(query, "to be gone", async () => (await this.count(query)) === 0)
  }

  async press(query: Query): Promise<void> {
    let found: Found | null = null
    await this.#patiently(query, "to be pressed", async () => {
      found = await this.#lookFor(query, true).catch(() => null)
      return found?.at != null
    })
    // A page that moves under the hand: look again once it has come to rest.
    const { at } = await this.#lookFor(query, true)
    if (!at) throw new Error(`${JSON.stringify(query)} went away`)
    await this.driver.pressAt(at.x, at.y)
  }

  /** Into a field, by keys, at its end. */
  async write(query: Query, text: string): Promise<void> {
    await this.press(query)
    await this.driver.key("End")
    await this.driver.type(text)
  }

  ready(): Promise<void> {
    return until("the board to be ready", () => this.run(isReady, null).catch(() => false), 20_000)
  }

  async #patiently(query: Query, what: string, holds: () => Promise<boolean>, ms = PATIENCE_MS): Promise<void> {
    await until(`${JSON.stringify(query)} ${what}`, holds, ms).catch(async (error: unknown) => {
      const there = await this.#lookFor(query).catch(() => null)
      throw new Error(`${String(error)}\nthere is: ${there?.names.join(" · ").slice(0, 800) ?? "no page"}`, { cause: error })
    })
  }
}
