// Taking out what was said of somebody: a part of the host's page, and of the organiser's.
import { expect, type Locator } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export class MentionPart extends Spoken {
  get places(): Locator {
    return this.page.getByRole("checkbox")
  }

  /** By keyboard alone, up to the list of places. */
  async look(words: string): Promise<void> {
    const { page, say } = this
    await page.getByRole("button", { name: say("mention.open"), exact: true }).focus()
    await page.keyboard.press("Enter")
    const field = page.getByRole("textbox", { name: say("mention.label"), exact: true })
    await expect(field).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press("Enter")
    await expect(this.places.first()).toBeVisible()
  }

  async takeOut(count: number): Promise<void> {
    const { page, say } = this
    await page.getByRole("button", { name: say("mention.sure", { count }), exact: true }).focus()
    await page.keyboard.press("Enter")
    await expect(
      page
        .getByRole("status")
        .filter({ hasText: say("mention.done", { count }) })
        .first(),
    ).toBeVisible()
  }
}
