// What happened, and the board back in time: going there, moving in time, bringing something back.
import { expect, type Locator } from "@playwright/test"
import { beginning } from "./find.ts"
import { Spoken } from "./spoken.ts"

export class PastPage extends Spoken {
  get slider(): Locator {
    return this.main.getByRole("slider", { name: this.say("history.slider"), exact: true })
  }
  async open(): Promise<void> {
    await this.main.getByRole("link", { name: this.say("history.play"), exact: true }).click()
    await expect(this.slider).toBeVisible()
  }
  button(id: string): Locator {
    return this.main.getByRole("button", { name: this.say(id), exact: true })
  }
  /** Counted back from the newest change. */
  async goBack(changes: number): Promise<void> {
    for (let n = 0; n < changes; n++) await this.button("history.earlier").click()
  }
  /** The words of the notes under a theme, as they stood. */
  theme(title: string): Locator {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { level: 3, name: title, exact: true }) })
  }
  note(words: string): Locator {
    return this.main.getByRole("listitem").filter({ has: this.page.getByText(words, { exact: true }) })
  }
  /** Asked for in the page, said yes to in the sheet; `told`: sentences that must stand there first. */
  async bringBack(button: Locator, told: readonly string[]): Promise<void> {
    await button.click()
    const sheet = this.page.getByRole("dialog")
    for (const sentence of told) await expect(sheet.getByText(sentence, { exact: true })).toBeVisible()
    await sheet.getByRole("button", { name: this.say("history.do"), exact: true }).click()
    await expect(sheet).toHaveCount(0)
  }
  restoreNote(words: string): Locator {
    return this.note(words).getByRole("button", { name: beginning(this.say("history.restore-note")) })
  }
}
