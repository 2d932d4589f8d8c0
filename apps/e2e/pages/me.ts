// Me: my data, to save and to have deleted.
import { expect, type Download } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export class MePage extends Spoken {
  async save(what: "to-read" | "as-data"): Promise<Download> {
    const coming = this.page.waitForEvent("download")
    await this.main.getByRole("link", { name: this.say(`mydata.${what}`), exact: true }).click()
    return coming
  }

  /** By keyboard alone, up to the receipt. */
  async deleteByKeyboard(level: "name" | "words"): Promise<void> {
    const { main, page, say } = this
    await main.getByRole("button", { name: say("mydata.delete"), exact: true }).focus()
    await page.keyboard.press("Enter")
    await expect(main.getByRole("radio", { name: say("mydata.level-name") })).toBeFocused()
    if (level === "words") await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    await expect(main.getByRole("button", { name: say("mydata.sure"), exact: true })).toBeFocused()
    await page.keyboard.press("Enter")
    await expect(main.getByRole("heading", { name: say(`mydata.deleted-${level}`), exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(main.getByRole("button", { name: say("mydata.go-on"), exact: true })).toBeFocused()
  }
}
