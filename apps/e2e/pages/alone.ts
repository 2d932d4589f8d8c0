// Write alone, then show together: the line above every page, the sheet for my eyes only, and the host's part. Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { PeopleHere } from "./people-here.ts"
import { Spoken } from "./spoken.ts"

export class AlonePage extends Spoken {
  get notice(): Locator {
    return this.page.getByRole("region", { name: this.say("round.title"), exact: true })
  }
  get field(): Locator {
    return this.sheet.getByLabel(this.say("board.words"), { exact: true })
  }

  /** Whosever turn it is. */
  get words(): Locator {
    return this.sheet.locator("textarea[data-start]")
  }

  async press(id: string): Promise<void> {
    await this.page
      .getByRole("button", { name: this.say(id), exact: true })
      .first()
      .click()
  }

  /** As the host, on the host's page. */
  async start(question: string): Promise<void> {
    await this.page.getByLabel(this.say("round.question"), { exact: true }).fill(question)
    await this.press("round.start")
    await expect(this.notice).toBeVisible()
  }

  async open(): Promise<void> {
    await this.press("round.write")
    await expect(this.field).toBeVisible()
  }

  /** In the open sheet; `said` is what it answers. */
  async write(words: string, { said = "round.saved", forName }: { said?: string; forName?: string } = {}): Promise<void> {
    if (forName !== undefined) await new PeopleHere(this.page, this.say).turnTo(forName)
    await this.words.fill(words)
    const keep = forName === undefined ? this.say("round.keep") : this.say("several.keep-note", { name: forName })
    await this.sheet.getByRole("button", { name: keep, exact: true }).click()
    await expect(this.sheet.getByText(this.say(said), { exact: true }).first()).toBeVisible()
    await expect(this.words).toHaveValue("")
  }

  draft(words: string): Locator {
    return this.sheet.getByRole("listitem").filter({ hasText: words })
  }

  async act(words: string, id: string): Promise<void> {
    await this.draft(words)
      .getByRole("button", { name: this.say(id), exact: true })
      .click()
  }

  /** The words of one that stands in the list. */
  async change(words: string, next: string): Promise<void> {
    await this.act(words, "round.change")
    const changing = this.sheet.getByRole("listitem").filter({ has: this.page.getByRole("textbox") })
    await changing.getByRole("textbox").fill(next)
    await changing.getByRole("button", { name: this.say("round.keep"), exact: true }).click()
    await expect(this.draft(next)).toBeVisible()
  }

  async close(): Promise<void> {
    await this.sheet.getByRole("button", { name: this.say("common.close"), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
  }

  async written(count: number): Promise<void> {
    await expect(this.notice.getByText(this.say("round.written", { count }), { exact: true })).toBeVisible({ timeout: 15_000 })
  }
}
