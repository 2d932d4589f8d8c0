// Options, the matrix, agreements, hosting and handing out, as people meet them.
import { expect, type Download, type Locator } from "@playwright/test"
import { beginning, noteIn } from "./find.ts"
import { PeopleHere } from "./people-here.ts"
import { Spoken } from "./spoken.ts"

abstract class OnPage extends Spoken {
  press(id: string, values?: Record<string, string | number>): Promise<void> {
    return this.main
      .getByRole("button", { name: this.say(id, values), exact: true })
      .first()
      .click()
  }
  async tick(words: readonly string[]): Promise<void> {
    for (const one of words) await this.sheet.getByRole("checkbox", { name: beginning(one) }).check()
  }
}

export class OptionsPage extends OnPage {
  async add(name: string): Promise<void> {
    await this.press("options.add")
    await this.sheet.getByRole("textbox").first().fill(name)
    await this.submit("options.add-button")
    await expect(this.option(name)).toBeVisible()
  }
  async fromTheme(theme: string): Promise<void> {
    await this.press("options.from-theme")
    await this.sheet.getByRole("button", { name: beginning(theme) }).click()
    await expect(this.sheet).toHaveCount(0)
    await expect(this.option(theme)).toBeVisible()
  }
  option(name: string): Locator {
    return this.page.getByRole("article").filter({ has: noteIn(this.page, name) })
  }
  /** On phones one option stands there at a time. */
  async turnTo(name: string): Promise<void> {
    const next = this.main.getByRole("button", { name: this.say("options.next"), exact: true })
    const before = this.main.getByRole("button", { name: this.say("options.previous"), exact: true })
    if ((await next.count()) === 0) return
    while (await before.isEnabled()) await before.click()
    while (!(await this.option(name).isVisible()) && (await next.isEnabled())) await next.click()
    await expect(this.option(name)).toBeVisible()
  }
  async answers(name: string, needs: readonly string[]): Promise<void> {
    await this.turnTo(name)
    await this.option(name)
      .getByRole("button", { name: this.say("options.answers-choose") })
      .click()
    await this.tick(needs)
    await this.submit("common.save")
    for (const need of needs) await expect(this.option(name).getByText(need, { exact: true })).toBeVisible()
  }
  async sayField(name: string, field: "who" | "pays" | "leftOut", words: string): Promise<void> {
    await this.turnTo(name)
    await this.option(name)
      .getByRole("button", { name: this.say(`options.${field}-say`), exact: true })
      .click()
    await this.sheet.getByRole("textbox").fill(words)
    await this.submit("common.save")
    await expect(this.option(name).getByText(words, { exact: true })).toBeVisible()
  }
  async addPiece(name: string, piece: string): Promise<void> {
    await this.turnTo(name)
    await this.option(name)
      .getByRole("button", { name: this.say("options.piece-add"), exact: true })
      .click()
    await this.sheet.getByRole("textbox").first().fill(piece)
    await this.submit("options.piece-button")
    await expect(this.option(name).getByText(piece, { exact: true })).toBeVisible()
  }
  /** In Tiptap, letter by letter as it is written; each line is a paragraph. */
  async describe(name: string, lines: readonly string[]): Promise<void> {
    await this.turnTo(name)
    await this.option(name)
      .getByRole("button", { name: this.say("options.changes-write"), exact: true })
      .click()
    const place = this.sheet.getByRole("textbox", { name: beginning(this.say("options.changes")) })
    await place.click()
    for (const [i, line] of lines.entries()) {
      if (i > 0) await place.press("Enter")
      await place.pressSequentially(line)
    }
    await this.submit("common.done")
    for (const line of lines) await expect(this.option(name).getByText(line)).toBeVisible()
  }
  /** From the strip of needs that nothing answers yet. */
  async answerWithNew(need: string, name: string): Promise<void> {
    const strip = this.main.getByRole("listitem").filter({ hasText: need })
    // Folded on phones.
    if (!(await strip.first().isVisible()))
      await this.main.getByRole("heading", { name: beginning(this.say("options.unanswered")) }).click()
    await strip.getByRole("button", { name: this.say("options.answer-with") }).click()
    await this.sheet.getByRole("button", { name: new RegExp(this.say("options.answer-new")) }).click()
    await this.sheet.getByRole("textbox").first().fill(name)
    await this.submit("options.add-button")
    await expect(this.option(name).getByText(need, { exact: true })).toBeVisible()
  }
}

type Placing = { likely: 1 | 2 | 3 | 4 | 5; effect: 1 | 2 | 3 | 4 | 5; whom?: string; about?: string }

export class MatrixPage extends OnPage {
  async add(kind: "worry" | "hope", words: string, placing: Placing): Promise<void> {
    await this.press(`matrix.add-${kind}`)
    await this.sheet.getByRole("textbox").first().fill(words)
    await this.sheet.getByRole("button", { name: this.say(`matrix.${kind}-button`), exact: true }).click()
    await this.answer(placing)
  }
  /** The four questions of an open placing sheet, one at a time. */
  async answer({ likely, effect, whom, about }: Placing): Promise<void> {
    const { sheet, say } = this
    await this.answerRow("likely", say(`matrix.likely-${likely}`))
    await this.answerRow("effect", say(`matrix.effect-${effect}`))
    await expect(sheet.getByRole("heading", { level: 3, name: say("matrix.axis-whom") })).toBeVisible()
    if (whom === undefined) await sheet.getByRole("button", { name: say("matrix.not-sure"), exact: true }).click()
    else {
      await sheet.getByLabel(say("matrix.for-other"), { exact: true }).fill(whom)
      await sheet.getByRole("button", { name: say("matrix.say-this"), exact: true }).click()
    }
    await expect(sheet.getByRole("heading", { level: 3, name: say("matrix.axis-about") })).toBeVisible()
    if (about === undefined) await sheet.getByRole("button", { name: say("matrix.not-sure"), exact: true }).click()
    else {
      await sheet.getByRole("button", { name: beginning(about) }).click()
      await sheet.getByRole("button", { name: say("common.done"), exact: true }).click()
    }
    await expect(sheet.getByRole("heading", { name: say("matrix.summary") })).toBeVisible()
    await this.submit("common.done")
  }
  async answerRow(question: "likely" | "effect", answer: string): Promise<void> {
    await expect(this.sheet.getByRole("heading", { level: 3, name: this.say(`matrix.axis-${question}`) })).toBeVisible()
    await this.sheet.getByRole("button", { name: answer, exact: true }).click()
  }
  /** A chip in the picture: it says its words, and its place in words. */
  chip(words: string): Locator {
    return this.main.getByRole("table").getByRole("button", { name: beginning(words) })
  }
  place(likely: number, effect: number): string {
    return this.say("matrix.place", { likely: this.say(`matrix.likely-${likely}`), effect: this.say(`matrix.effect-${effect}`) })
  }
}

export class AgreePage extends OnPage {
  sentence(words: string): Locator {
    return this.page.getByRole("article", { name: words })
  }
  async add(sentence: string, sources: readonly string[]): Promise<void> {
    await this.press("agree.add")
    await this.sheet.getByLabel(this.say("agree.label"), { exact: true }).fill(sentence)
    await this.tick(sources)
    await this.submit("agree.add-button")
    await expect(this.sentence(sentence)).toBeVisible()
  }
  async raise(sentence: string, stance: "for" | "worried"): Promise<void> {
    const button = this.sentence(sentence).getByRole("button", { name: this.say(`agree.${stance}`) })
    await button.click()
    await expect(button).toHaveAttribute("aria-pressed", "true")
  }
  async count(sentence: string, agrees: number, worried: number): Promise<void> {
    await this.sentence(sentence)
      .getByRole("button", { name: this.say("agree.count"), exact: true })
      .click()
    await this.sheet.getByLabel(this.say("agree.count-for"), { exact: true }).fill(String(agrees))
    await this.sheet.getByLabel(this.say("agree.count-worried"), { exact: true }).fill(String(worried))
    await this.submit("agree.count-button")
  }
  async sayWorry(sentence: string, words: string, whose: "mine" | { name: string } = "mine"): Promise<void> {
    await this.sentence(sentence)
      .getByRole("button", { name: this.say("agree.worry-say"), exact: true })
      .click()
    if (whose !== "mine") await new PeopleHere(this.page, this.say).turnTo(whose.name)
    await this.sheet.getByRole("textbox").first().fill(words)
    const button = whose === "mine" ? this.say("agree.worry-button") : this.say("several.add-worry", { name: whose.name })
    await this.sheet.getByRole("button", { name: button, exact: true }).click()
    await expect(this.sheet).toHaveCount(0)
    await expect(this.sentence(sentence).getByText(words, { exact: true })).toBeVisible()
  }
  async addAction(sentence: string, action: { what: string; who?: string; by?: string }): Promise<void> {
    await this.sentence(sentence)
      .getByRole("button", { name: this.say("agree.action-add"), exact: true })
      .click()
    await this.sheet.getByLabel(this.say("agree.action-what"), { exact: true }).fill(action.what)
    if (action.who) await this.sheet.getByLabel(this.say("agree.action-who"), { exact: true }).fill(action.who)
    if (action.by) await this.sheet.getByLabel(this.say("agree.action-by"), { exact: true }).fill(action.by)
    await this.submit("agree.action-button")
    await expect(this.sentence(sentence).getByText(action.what, { exact: true })).toBeVisible()
  }
}

export class HostPage extends OnPage {
  async next(stage: string): Promise<void> {
    await this.press("host.next", { stage: this.say(`common.stage-${stage}`) })
  }
  async startTime(minutes: number): Promise<void> {
    await this.main.getByLabel(this.say("host.start-minutes"), { exact: true }).fill(String(minutes))
    await this.press("host.start")
  }
}

export class HandOutPage extends OnPage {
  async download(format: "html" | "md" | "csv" | "json"): Promise<Download> {
    const coming = this.page.waitForEvent("download")
    await this.main.getByRole("link", { name: this.say(`handout.${format}`), exact: true }).click()
    return coming
  }
}

export class HomePage extends OnPage {
  async open(workshop: { title: string; purpose: string; groups: readonly string[]; moreGroups: readonly string[] }): Promise<void> {
    const { main, say } = this
    await main.getByLabel(say("home.title-label"), { exact: true }).fill(workshop.title)
    await main.getByLabel(say("home.purpose-label"), { exact: true }).fill(workshop.purpose)
    for (const group of workshop.groups) await main.getByRole("checkbox", { name: say(`home.group-${group}`), exact: true }).check()
    await main.getByLabel(say("home.groups-more"), { exact: true }).fill(workshop.moreGroups.join("\n"))
    await this.press("home.open-button")
    await expect(this.page.getByRole("heading", { level: 1, name: new RegExp(workshop.title) })).toBeVisible()
  }
  async joinLink(): Promise<string> {
    return this.main.getByLabel(this.say("door.link"), { exact: true }).inputValue()
  }
  async privateLink(): Promise<string> {
    const shown = this.main.getByLabel(this.say("home.private-label"), { exact: true })
    await expect(shown).toHaveCount(0)
    await this.press("home.show-private")
    const link = await shown.inputValue()
    await this.press("home.hide-private")
    await expect(shown).toHaveCount(0)
    return link
  }
  async joinFirst(): Promise<void> {
    await this.main.getByRole("link", { name: this.say("home.first-join"), exact: true }).click()
  }
}
