// Typing cards in, by keyboard alone: every key goes to whatever has the focus, and each is counted.
import { expect } from "@playwright/test"
import { noteIn } from "./find.ts"
import { Spoken } from "./spoken.ts"

export type PaperCard = {
  /** What is typed of whose card it is; `choose`: the first person offered is taken with the arrow key. */
  who: string
  choose?: boolean
  words: string
  /** The key that chooses the kind, where it is another than the card's before. */
  kind?: string
  /** How likely, and how it would go. */
  digits?: readonly [string, string]
}

export class PaperNotes extends Spoken {
  /** Keys pressed so far. */
  keys = 0

  get whose() {
    return this.page.getByRole("combobox", { name: this.say("paper.whose"), exact: true })
  }
  get words() {
    return this.page.getByRole("textbox", { name: this.say("paper.words"), exact: true })
  }

  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.keyboard.press(name)
    this.keys += names.length
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    this.keys += text.length
  }

  /** From the person's field to the next card's; `goesOn`: the person was kept, and writing begins with the words. */
  async card({ who, choose = false, words, kind, digits }: PaperCard, { goesOn = false } = {}): Promise<void> {
    if (!goesOn) {
      await this.type(who)
      if (choose) await this.press("ArrowDown")
      if (kind === undefined && digits === undefined) await this.press("Enter")
      else await this.press("Tab", ...(kind === undefined ? [] : [kind]))
      if (digits) {
        for (const digit of digits) await this.press("Tab", digit)
        await this.press("Tab")
      } else if (kind !== undefined) await this.press("Enter")
    }
    await this.type(words)
    await this.press("Enter")
    await expect(this.words).toHaveValue("")
  }

  /** "Write 12 on the card" */
  async expectNumber(number: number): Promise<void> {
    await expect(this.main.getByText(this.say("paper.write-number", { number }), { exact: true })).toBeVisible()
  }

  /** A card of the list below, by its words. */
  inList(words: string) {
    return this.main.getByRole("listitem").filter({ hasText: words })
  }
  note(words: string) {
    return noteIn(this.main, words)
  }
}
