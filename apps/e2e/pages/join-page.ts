// The join page as a person meets it: server HTML, with or without JavaScript.
import { expect } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export type JoinAs = { name?: string; showName?: boolean; group?: string; table?: string; online?: boolean }

export class JoinPage extends Spoken {
  async open(joinUrl: string, language?: string): Promise<void> {
    await this.page.goto(language ? `${joinUrl}?lang=${language}` : joinUrl)
  }

  get name() {
    return this.page.getByLabel(this.say("join.name"))
  }

  get joinButton() {
    return this.page.getByRole("button", { name: this.say("join.join"), exact: true })
  }

  /** Fills what is given, joins, and is at the workshop. */
  async join({ name, showName, group, table, online }: JoinAs = {}): Promise<void> {
    const { page, say } = this
    if (name !== undefined) await this.name.fill(name)
    if (showName) await page.getByLabel(say("join.show-name")).check()
    const more = page.getByText(say("join.more"))
    if ((group !== undefined || table !== undefined || online) && (await more.count()) > 0) await more.click()
    if (group !== undefined) await page.getByRole("radio", { name: group }).check()
    if (table !== undefined) await this.sitAt(table)
    if (online) await page.getByRole("radio", { name: say("join.where-online") }).check()
    await this.joinButton.click()
    await expect(page).toHaveURL(/\/w\/[0-9A-Za-z]+(\/[a-z-]+)?$/)
  }

  /** One tap where others sit there already; else by its name. */
  async sitAt(table: string): Promise<void> {
    const { page, say } = this
    const quick = page.getByRole("radio", { name: say("common.table", { name: table }), exact: true })
    if ((await quick.count()) > 0) return quick.check()
    await page.getByRole("radio", { name: new RegExp(`${say("join.where-table")}|${say("join.where-other")}`) }).check()
    await page.getByLabel(say("join.table")).fill(table)
  }

  /** "I was here before, on another phone." */
  async comeBack(threeWords: string): Promise<void> {
    await this.page.getByText(this.say("join.return"), { exact: true }).click()
    await this.page.getByLabel(this.say("join.return-words")).fill(threeWords)
    await this.page.getByRole("button", { name: this.say("join.return-go") }).click()
  }
}
