// Help, what stands above every page for people's safety, and the host's part in it. Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export class SafePage extends Spoken {
  button(id: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole("button", { name: this.say(id, values), exact: true })
  }
  told(id: string, values?: Record<string, string | number>): Locator {
    return this.page.getByText(this.say(id, values), { exact: true }).first()
  }

  async press(id: string): Promise<void> {
    await this.button(id).first().click()
  }

  /** On Help. */
  async sayPrivately(words: string, { to, isNamed = false }: { to: "organiser" | { host: string }; isNamed?: boolean }): Promise<void> {
    const { page, say } = this
    await page.getByLabel(say("safe.wrong-words"), { exact: true }).fill(words)
    const name = to === "organiser" ? say("safe.wrong-organiser") : say("safe.wrong-host", { name: to.host })
    await page.getByRole("radio", { name }).check()
    if (isNamed) await page.getByRole("checkbox", { name: say("safe.wrong-named") }).check()
    await this.press("safe.wrong-send")
    await expect(this.told("safe.wrong-sent")).toBeVisible()
  }

  /** On Help: a thing said privately, by its words. */
  said(words: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: words })
  }

  /** On the host's page: who should leave, and who alone is asked. */
  async askToLeave(who: string, confirmer: string): Promise<void> {
    const { page, say } = this
    await this.press("safe.remove-who")
    await page
      .getByRole("group", { name: say("safe.remove-who"), exact: true })
      .getByRole("radio", { name: who, exact: true })
      .check()
    await page
      .getByRole("group", { name: say("safe.remove-confirm"), exact: true })
      .getByRole("radio", { name: confirmer, exact: true })
      .check()
    await this.press("safe.remove-ask")
  }

  async wantsOut(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.page.keyboard.press("Shift")
  }
}
