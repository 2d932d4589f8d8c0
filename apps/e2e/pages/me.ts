// Me: its folded parts; my data, to save and to have deleted.
import { expect, type Download, type Locator } from "@playwright/test"
import { beginning } from "./find.ts"
import { Spoken } from "./spoken.ts"

export class MePage extends Spoken {
  /** Opens the part under this heading. */
  async unfold(title: string): Promise<void> {
    await this.summary(title).click()
  }
  private summary(title: string): Locator {
    const heading = this.page.getByRole("heading", { level: 2, name: beginning(this.say(title)) })
    return this.main.locator("summary", { has: heading })
  }

  async save(what: "to-read" | "as-data"): Promise<Download> {
    await this.unfold("mydata.title")
    const coming = this.page.waitForEvent("download")
    await this.main.getByRole("link", { name: this.say(`mydata.${what}`), exact: true }).click()
    return coming
  }

  /** By keyboard alone, up to the receipt. */
  async deleteByKeyboard(level: "name" | "words"): Promise<void> {
    const { main, page, say } = this
    await this.summary("mydata.delete").focus()
    await page.keyboard.press("Enter")
    await expect(main.getByRole("radio", { name: say("mydata.level-name") })).toBeVisible()
    await page.keyboard.press("Tab")
    await expect(main.getByRole("radio", { name: say("mydata.level-name") })).toBeFocused()
    if (level === "words") await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    await expect(main.getByRole("button", { name: say("mydata.sure"), exact: true })).toBeFocused()
    await page.keyboard.press("Enter")
    await expect(main.getByRole("heading", { name: say(`mydata.deleted-${level}`), exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(main.getByRole("button", { name: say("mydata.go-on"), exact: true })).toBeFocused()
  }
}
