// Where my notes went, and what became of everybody's: two pages that anybody opens from More.
import { expect, type Locator } from "@playwright/test"
import { beginning } from "./find.ts"
import { Spoken } from "./spoken.ts"

abstract class NotesPage extends Spoken {
  /** The paper of one note, by its words; the page itself is an article too. */
  note(words: string): Locator {
    return this.main
      .getByRole("article")
      .getByRole("article")
      .filter({ has: this.page.getByText(words, { exact: true }) })
  }
  /** Names of buttons go on with the words of their note, for those who listen. */
  press(place: Locator, id: string, values?: Record<string, string | number>): Promise<void> {
    return place
      .getByRole("button", { name: beginning(this.say(id, values)) })
      .first()
      .click()
  }
  async write(place: Locator, words: string, submit: string): Promise<void> {
    await place.getByRole("textbox").fill(words)
    await this.press(place, submit)
  }
}

export class MinePage extends NotesPage {
  async answer(note: string, words: string): Promise<void> {
    await this.press(this.note(note), "commands.answer-outcome")
    await this.write(this.note(note), words, "became.answer-do")
    await expect(this.note(note).getByText(words, { exact: true })).toBeVisible()
  }
  async openWordings(note: string): Promise<void> {
    await this.note(note)
      .getByRole("heading", { name: this.say("became.wordings") })
      .click()
  }
}

export class OutcomesPage extends NotesPage {
  callAgreed(): Promise<void> {
    return this.press(this.main, "commands.agree-design")
  }
  expectCount(count: number): Promise<void> {
    return expect(this.main.getByText(this.say("became.count", { count }), { exact: true })).toBeVisible()
  }
  /** Everything that is folded, from top to bottom. */
  async unfold(): Promise<void> {
    const folded = this.main.locator("details:not([open]) > summary")
    while ((await folded.count()) > 0) await folded.first().click()
  }
  async partOf(note: string, whole: string): Promise<void> {
    await this.unfold()
    await this.press(this.note(note), "became.part-do")
    await this.note(note).getByRole("radio", { name: whole, exact: true }).check()
    await this.press(this.note(note), "became.part-save")
  }
  async notThisTime(note: string, reason: string): Promise<void> {
    await this.unfold()
    await this.press(this.note(note), "commands.say-outcome")
    await this.write(this.note(note), reason, "became.reason-do")
  }
  /** Of a whole theme; `read`: how many notes' words are shown first. */
  async themeNotThisTime(count: number, read: readonly string[], reason: string): Promise<void> {
    await this.unfold()
    await this.press(this.main, "became.theme-all", { count })
    for (const words of read) await expect(this.main.getByRole("listitem").filter({ hasText: words }).first()).toBeVisible()
    await this.press(this.main, "became.read-done")
    await this.write(this.main, reason, "became.reason-do")
  }
}
