// Arrive, as people meet it: a first note, and how we want to work together. Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { noteIn } from "./find.ts"
import { Spoken } from "./spoken.ts"

export class ArrivePage extends Spoken {
  button(id: string): Locator {
    return this.main.getByRole("button", { name: this.say(id), exact: true })
  }

  /** A first note in the composer's own sheet. */
  async writeFirst(text: string): Promise<void> {
    await this.button("together.first-do").click()
    await this.sheet.getByRole("textbox").fill(text)
    await this.sheet.getByRole("button", { name: this.say("board.add-this"), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
    await expect(this.first(text)).toBeVisible()
  }
  first(text: string): Locator {
    return noteIn(this.main, text)
  }

  pledge(text: string): Locator {
    return this.main.getByRole("article", { name: text, exact: true })
  }
  /** One tap, in the language of this phone. */
  async take(offer: string): Promise<string> {
    const text = this.say(`together.offer-${offer}`)
    await this.main.getByRole("button", { name: text, exact: true }).click()
    await expect(this.pledge(text)).toBeVisible()
    return text
  }
  async add(text: string): Promise<void> {
    await this.button("together.add").click()
    await this.sheet.getByRole("textbox").fill(text)
    await this.sheet.getByRole("button", { name: this.say("together.add-button"), exact: true }).click()
    await expect(this.pledge(text)).toBeVisible()
  }
  async begin(text: string, act: "change" | "set-aside"): Promise<Locator> {
    await this.pledge(text)
      .getByRole("button", { name: this.say(`together.${act}`), exact: true })
      .click()
    return this.sheet.getByRole("textbox")
  }
  async end(act: "change-button" | "set-aside"): Promise<void> {
    await this.sheet.getByRole("button", { name: this.say(`together.${act}`), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
  }

  goAlongButton(text: string): Locator {
    return this.pledge(text).getByRole("button", { name: this.say("together.go"), exact: true })
  }
  async goAlong(text: string): Promise<void> {
    await this.goAlongButton(text).click()
    await expect(this.goAlongButton(text)).toHaveAttribute("aria-pressed", "true")
    await expect(this.pledge(text).getByText(this.say("together.going"))).toBeVisible()
  }
  /** The number comes some seconds after, so that it does not point at who tapped. */
  async expectCount(text: string, count: number): Promise<void> {
    await expect(this.pledge(text).getByText(this.say("together.counted", { count }))).toBeVisible({ timeout: 10_000 })
  }
}
