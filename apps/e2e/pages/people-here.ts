// The people on one phone: chips over what is being written, adding somebody, the three words to hand over. Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export class PeopleHere extends Spoken {
  get chips(): Locator {
    return this.sheet.getByRole("group", { name: this.say("several.whose"), exact: true })
  }
  chip(name: string): Locator {
    return this.chips.getByRole("button", { name, exact: true })
  }

  /** The one button of a phone with one person, or the last chip. */
  get adding(): Locator {
    const [first, more] = ["several.add", "several.more"].map((id) => this.sheet.getByRole("button", { name: this.say(id), exact: true }))
    if (!first || !more) throw new Error("no button")
    return first.or(more)
  }

  /** Opens the part that adds somebody: by the one button, or by the last chip. */
  async openPanel(): Promise<void> {
    await this.adding.click()
    await expect(this.sheet.getByRole("heading", { name: this.say("several.panel"), exact: true })).toBeVisible()
  }

  /** Somebody new: answers the three words to hand over, once they are put away. */
  async add({ name = "", table }: { name?: string; table?: string }): Promise<string> {
    const { sheet, say } = this
    await this.openPanel()
    await sheet.getByLabel(say("several.name"), { exact: true }).fill(name)
    if (table !== undefined) await sheet.getByLabel(say("several.table"), { exact: true }).fill(table)
    await sheet.getByRole("button", { name: say("several.do"), exact: true }).click()
    const given = sheet.getByRole("status").filter({ has: this.page.getByRole("button", { name: say("several.words-done"), exact: true }) })
    const words = await given.locator("[translate=no]").innerText()
    await given.getByRole("button", { name: say("several.words-done"), exact: true }).click()
    return words
  }

  /** Somebody who is here already without a phone. */
  async pick(name: string): Promise<void> {
    await this.openPanel()
    await this.sheet
      .getByRole("listitem")
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .click()
    await expect(this.chip(name)).toHaveAttribute("aria-pressed", "true")
  }

  /** One tap; somebody who is not on this phone yet is added first. */
  async turnTo(name: string): Promise<void> {
    await expect(this.adding).toBeVisible()
    if (await this.chip(name).isVisible()) await this.chip(name).click()
    else await this.add({ name })
    await expect(this.chip(name)).toHaveAttribute("aria-pressed", "true")
  }
}
