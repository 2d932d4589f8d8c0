// What every page object begins with: a browser's page, and the words of its language. People find things by their words, and so do these.
import { expect, type Locator, type Page } from "@playwright/test"
import type { Say } from "../words.ts"

export abstract class Spoken {
  readonly page: Page
  readonly say: Say

  constructor(page: Page, say: Say) {
    this.page = page
    this.say = say
  }

  get main(): Locator {
    return this.page.getByRole("main")
  }
  get sheet(): Locator {
    return this.page.getByRole("dialog")
  }

  /** Presses a button of the open sheet, which then shuts. */
  async submit(id: string): Promise<void> {
    await this.sheet.getByRole("button", { name: this.say(id), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
  }
}
