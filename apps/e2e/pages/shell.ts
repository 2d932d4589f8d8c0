// What stands around every page of a workshop: the steps, more, how safe my words are, and what the room does.
import { expect, type Locator } from "@playwright/test"
import { Spoken } from "./spoken.ts"

type StageName = "arrive" | "needs" | "options" | "matrix" | "agree" | "after"
export type Beside =
  | "help"
  | "host"
  | "people"
  | "me"
  | "mine"
  | "outcomes"
  | "together"
  | "happened"
  | "balance"
  | "log"
  | "hand-out"
  | "door"

export class Shell extends Spoken {
  /** The board is there and would take an edit. */
  async ready(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "board")
  }

  async openMore(): Promise<Locator> {
    await this.page.getByRole("button", { name: this.say("shell.more"), exact: true }).click()
    return this.sheet
  }

  async goToStage(stage: StageName): Promise<void> {
    const name = this.say(`common.stage-${stage}`)
    const sheet = await this.openMore()
    await sheet.getByRole("link", { name: new RegExp(`^${name}`) }).click()
    await expect(this.page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible()
  }

  async goTo(beside: Beside): Promise<void> {
    const sheet = await this.openMore()
    await sheet.getByRole("link", { name: this.say(`shell.go-${beside}`), exact: true }).click()
    await expect(sheet).toHaveCount(0)
  }

  /** "Saved", "Kept on this device" … */
  async expectSaved(state: "saved" | "saving" | "kept" | "not-kept"): Promise<void> {
    await expect(this.page.getByText(this.say(`save.${state}`), { exact: true })).toBeVisible({ timeout: 20_000 })
  }

  /** The room has moved: nothing is taken away, and two answers stand there. */
  async expectMovedOn(stage: StageName): Promise<void> {
    const { page, say } = this
    await expect(page.getByText(say("shell.moved-on", { stage: say(`common.stage-${stage}`) }))).toBeVisible()
  }

  async finishFirst(): Promise<void> {
    const button = this.page.getByRole("button", { name: this.say("shell.finish-first") })
    await button.click()
    await expect(button).toHaveCount(0)
  }

  async goThere(stage: StageName): Promise<void> {
    await this.page.getByRole("button", { name: this.say("shell.go-there") }).click()
    await expect(this.page.getByRole("heading", { level: 1, name: this.say(`common.stage-${stage}`), exact: true })).toBeVisible()
  }
}
