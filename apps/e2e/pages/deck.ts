// The deck: one note after the other, and "Where does this belong?". Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { beginning } from "./find.ts"
import { Spoken } from "./spoken.ts"

export class DeckPage extends Spoken {
  get question(): Locator {
    return this.main.getByRole("heading", { level: 1, name: this.say("deck.where"), exact: true })
  }
  get thanks(): Locator {
    return this.main.getByRole("heading", { level: 1, name: this.say("deck.thanks"), exact: true })
  }
  get themes(): Locator {
    return this.main.getByRole("list", { name: this.say("deck.suggested") }).getByRole("button")
  }
  button(id: string, values?: Record<string, string | number>): Locator {
    return this.main.getByRole("button", { name: this.say(id, values), exact: true })
  }

  /** From the List, by the button over what is not grouped yet. */
  async openFromList(notes: number): Promise<void> {
    const help = this.say("deck.help", { notes: this.say("common.notes", { count: notes }) })
    await this.main.getByRole("link", { name: help, exact: true }).click()
    await expect(this.question).toBeVisible()
  }

  async expectAt(at: number, count: number): Promise<void> {
    await expect(this.main.getByText(this.say("deck.at", { at, count }), { exact: true })).toBeVisible()
  }

  /** The words of the note that is asked about, as one of those known. */
  async noteAmong(all: readonly string[]): Promise<string> {
    const shown = (await this.main.locator("[data-note]").innerText()).replace(/\s+/g, " ")
    const found = all.find((words) => shown.includes(words.replace(/\s+/g, " ")))
    if (found === undefined) throw new Error(`no known note on the deck: ${shown}`)
    return found
  }
  note(words: string): Locator {
    return this.main.getByRole("button", { name: beginning(words) })
  }

  async answer(theme: string): Promise<void> {
    await this.themes.filter({ hasText: theme }).click()
  }
  async beginTheme(title: string): Promise<void> {
    await this.button("deck.new").click()
    await this.sheet.getByLabel(this.say("board.theme-name"), { exact: true }).fill(title)
    await this.sheet.getByRole("button", { name: this.say("deck.new-do"), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
  }
  async otherTheme(title: string): Promise<void> {
    await this.button("deck.another").click()
    await this.sheet.getByRole("button", { name: beginning(title) }).click()
    await expect(this.sheet).toHaveCount(0)
  }
  async undo(): Promise<void> {
    await this.button("common.undo").click()
  }
}
