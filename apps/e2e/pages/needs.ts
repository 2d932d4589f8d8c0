// The needs, as List or Board: adding, opening, putting together, moving, naming. Everything by its words.
import { expect, type Locator } from "@playwright/test"
import { beginning, noteIn } from "./find.ts"
import { PeopleHere } from "./people-here.ts"
import { Spoken } from "./spoken.ts"

export type NoteKind = "need" | "offer" | "option" | "risk" | "opportunity"
export type Whose = "me" | { name: string }

export class NeedsPage extends Spoken {
  note(words: string): Locator {
    return noteIn(this.page.getByRole("main"), words)
  }

  button(id: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole("button", { name: this.say(id, values), exact: true })
  }

  /** Lets waiting notes of others in, if there are any. */
  async showNew(): Promise<void> {
    const some = [1, 2, 3, 10, 20].map((count) => this.say("board.new-notes", { count }).replace(/[0-9٠-٩]+/g, ""))
    const show = this.page
      .getByRole("main")
      .getByRole("button")
      .filter({ hasText: new RegExp(some.map((one) => one.split(".").at(-1)?.trim()).join("|")) })
    if ((await show.count()) > 0) await show.first().click()
  }

  async see(words: string): Promise<void> {
    await expect(async () => {
      await this.showNew()
      await expect(this.note(words).first()).toBeVisible({ timeout: 1000 })
    }).toPass()
  }

  /** Through the composer, as it stands on every page of needs. */
  async add(words: string, { kind = "need", whose = "me" }: { kind?: "need" | "offer"; whose?: Whose } = {}): Promise<void> {
    const { say, sheet } = this
    await this.button("board.add").click()
    await this.writeIn(words, whose)
    if (kind === "offer") await sheet.getByRole("radio", { name: beginning(say("common.kind-offer")) }).check()
    await this.addThis(whose)
  }

  /** The words and whose they are, in an open composer. */
  async writeIn(words: string, whose: Whose = "me"): Promise<void> {
    if (whose !== "me") await new PeopleHere(this.page, this.say).turnTo(whose.name)
    await this.sheet.locator("textarea[data-start]").fill(words)
  }

  /** In an open composer. For somebody else the sheet stays, to be read back from. */
  async addThis(whose: Whose = "me"): Promise<void> {
    const { say, sheet } = this
    if (whose === "me") return this.submit("board.add-this")
    await sheet.getByRole("button", { name: say("several.add-note", { name: whose.name }), exact: true }).click()
    await sheet.getByRole("button", { name: say("several.right", { name: whose.name }), exact: true }).click()
    await this.close()
  }

  /** Opens the sheet of a note. */
  async open(words: string): Promise<void> {
    await this.note(words).first().click()
    await expect(this.sheet).toBeVisible()
  }

  /** Presses a row of the open sheet by its name. */
  async choose(command: string): Promise<void> {
    await this.sheet.getByRole("button", { name: beginning(this.say(`commands.${command}`)) }).click()
  }

  async close(): Promise<void> {
    await this.sheet.getByRole("button", { name: this.say("common.close"), exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
  }

  /** "Move… · New theme with this". */
  async beginTheme(words: string, title: string): Promise<void> {
    await this.open(words)
    await this.choose("move")
    await this.sheet.getByRole("radio", { name: this.say("board.move-new"), exact: true }).check()
    await this.sheet.getByLabel(this.say("board.theme-name"), { exact: true }).fill(title)
    await this.submit("board.move-do")
  }

  async moveInto(words: string, theme: string): Promise<void> {
    await this.open(words)
    await this.choose("move")
    await this.sheet.getByRole("radio", { name: beginning(theme) }).check()
    await this.submit("board.move-do")
  }

  /** "This is like…": with a name when the note stands in no theme yet. */
  async putTogether(words: string, others: readonly string[], title?: string): Promise<void> {
    await this.open(words)
    await this.choose("put-together")
    for (const other of others) await this.sheet.getByRole("checkbox", { name: beginning(other) }).check()
    if (title !== undefined) await this.sheet.getByLabel(this.say("board.theme-name"), { exact: true }).fill(title)
    await this.submit("board.like-do")
  }

  /** "It says the same as…" */
  async stack(words: string, others: readonly string[]): Promise<void> {
    await this.open(words)
    await this.choose("stack")
    for (const other of others) await this.sheet.getByRole("checkbox", { name: beginning(other) }).check()
    await this.submit("stack.do")
  }

  /** On the face of the stack: how many people said it, and each of their names. */
  async expectSaid(words: string, people: number, names: readonly string[]): Promise<void> {
    const face = this.note(words).first()
    await expect(face).toContainText(this.say("stack.said", { count: people }))
    for (const name of names) await expect(face).toContainText(name)
  }

  async changeWords(words: string, next: string): Promise<void> {
    await this.open(words)
    await this.choose("change-words")
    await this.sheet.getByRole("textbox").fill(next)
    await this.submit("board.change-save")
  }

  async setAside(words: string, reason: string): Promise<void> {
    await this.open(words)
    await this.choose("set-aside")
    await this.sheet.getByRole("textbox").fill(reason)
    await this.submit("board.aside-do")
  }

  // ── List ──

  /** A folding heading of the List, with what stands under it. */
  group(title: string): Locator {
    return this.page.getByRole("group").filter({ has: this.page.getByRole("heading", { name: beginning(title) }) })
  }

  async openTheme(title: string): Promise<void> {
    await this.page.getByRole("button", { name: this.say("board.theme-open", { theme: title }), exact: true }).click()
  }

  // ── Board, wide ──

  async asBoard(): Promise<void> {
    await this.button("shell.view-board").click()
    await expect(this.board).toBeVisible()
  }
  async asList(): Promise<void> {
    await this.button("shell.view-list").click()
    await expect(this.board).toHaveCount(0)
  }

  get board(): Locator {
    return this.page.getByRole("region", { name: this.say("wide.board") })
  }

  column(title: string): Locator {
    return this.board.getByRole("group", { name: beginning(title) })
  }

  /** By mouse, onto the middle of another note; what letting go would do is named first. */
  async dropOn(words: string, onto: string, named: string): Promise<void> {
    await this.button("wide.fit").click()
    await this.note(words).hover()
    const { mouse } = this.page
    await mouse.down()
    const target = this.note(onto).first()
    await target.hover({ force: true, position: { x: 20, y: 12 } })
    await target.hover({ force: true })
    await expect(this.page.getByText(named).first()).toBeVisible()
    await mouse.up()
  }

  /** By mouse, with the whole board in sight, from a note to the middle of something; the target is named while dragging. */
  async drag(words: string, to: Locator, named: string): Promise<void> {
    await this.button("wide.fit").click()
    await this.note(words).hover()
    const { mouse } = this.page
    await mouse.down()
    await to.hover({ force: true })
    await to.hover({ force: true, position: { x: 12, y: 12 } })
    await expect(this.page.getByText(named).first()).toBeVisible()
    await mouse.up()
  }
}
