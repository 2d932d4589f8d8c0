// Checking the room: the host's page, by its words, and what a phone sees that tried it.
import { expect, type Locator, type Page } from "@playwright/test"
import type { Say } from "../words.ts"
import { Spoken } from "./spoken.ts"

/** On a phone: until the result is there. The page goes on by itself, so nobody waits for its load. */
export async function tryRoom(page: Page, link: string, say: Say): Promise<void> {
  await page.goto(link, { waitUntil: "commit" })
  await expect(page.getByText(say("phone.nothing-kept"), { exact: true })).toBeVisible({ timeout: 25_000 })
}

export class CheckPage extends Spoken {
  code(name: string): Locator {
    return this.main.getByRole("img", { name, exact: true })
  }
  get phones(): Locator {
    return this.main.getByRole("listitem")
  }

  /** From the host's page. */
  async open(): Promise<void> {
    await this.page.getByRole("link", { name: this.say("host.check"), exact: true }).click()
    await expect(this.page.getByRole("heading", { level: 1, name: this.say("check.title"), exact: true })).toBeVisible()
    await expect(this.code(this.say("check.qr"))).toBeVisible()
  }

  /** What the code says, as a phone's camera reads it. */
  async link(): Promise<string> {
    return (await this.main.getByRole("link", { name: /\/check\// }).getAttribute("href")) ?? ""
  }

  /** On the host's page, once so many phones were there. */
  async expectPhones(count: number): Promise<void> {
    await expect(this.main.getByText(this.say("check.count", { count }), { exact: true })).toBeVisible()
  }

  async wifi(name: string, password: string): Promise<void> {
    await this.page.getByLabel(this.say("check.wifi-name"), { exact: true }).fill(name)
    await this.page.getByLabel(this.say("check.wifi-password"), { exact: true }).fill(password)
    await expect(this.code(this.say("check.wifi-qr", { name }))).toBeVisible()
  }

  async press(id: string): Promise<void> {
    await this.main.getByRole("button", { name: this.say(id), exact: true }).click()
  }
}
