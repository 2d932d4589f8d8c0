// What people need so that they can take part: the page where a person says it, the organiser's part where somebody is named to read it,
// and that person's own page.
import { expect, type Locator, type Page } from "@playwright/test"
import type { Say } from "../words.ts"
import { Spoken } from "./spoken.ts"

type Need = { words?: string; language?: string; supporter?: boolean; reach?: string; shared?: boolean }

/** The server's page: it works without a script. */
export class AccessPage extends Spoken {
  /** Who reads it. */
  readonly contact: string

  constructor(page: Page, say: Say, contact: string) {
    super(page, say)
    this.contact = contact
  }

  get words(): Locator {
    return this.page.getByLabel(this.say("access.words"), { exact: true })
  }

  async fill({ words, language, supporter, reach, shared }: Need): Promise<void> {
    const { page, say } = this
    if (words !== undefined) await this.words.fill(words)
    if (language !== undefined) await page.getByLabel(say("access.language")).fill(language)
    if (supporter) await page.getByLabel(say("access.supporter")).check()
    if (reach !== undefined) await page.getByLabel(say("access.reach", { name: this.contact })).fill(reach)
    if (shared) await page.getByLabel(say("access.shared")).check()
  }

  async send(need: Need): Promise<void> {
    await this.fill(need)
    await this.page.getByRole("button", { name: this.say("access.send", { name: this.contact }), exact: true }).click()
    await expect(this.page.getByText(this.say("access.saved", { name: this.contact }))).toBeVisible()
  }

  async change(need: Need): Promise<void> {
    await this.fill(need)
    await this.page.getByRole("button", { name: this.say("access.save"), exact: true }).click()
    await expect(this.page.getByText(this.say("access.saved", { name: this.contact }))).toBeVisible()
  }

  async privateLink(): Promise<string> {
    return (await this.page.getByRole("status").getByRole("link").getAttribute("href")) ?? ""
  }
}

/** The organiser's part. */
export class Needs extends Spoken {
  get part(): Locator {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: this.say("contact.title"), exact: true }) })
  }

  button(id: string): Locator {
    return this.part.getByRole("button", { name: this.say(id), exact: true })
  }

  /** By keyboard alone; answers the contact's own link, which is shown this once. */
  async name(name: string, reach: string): Promise<string> {
    const { page, part, say } = this
    await part.getByLabel(say("contact.name")).focus()
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(reach)
    await this.button("contact.ask").focus()
    await page.keyboard.press("Enter")
    await expect(part.getByText(say("contact.saved"))).toBeVisible()
    return this.link(name)
  }

  async link(name: string): Promise<string> {
    return this.part.getByLabel(this.say("contact.link", { name }), { exact: true }).inputValue()
  }

  async renew(name: string): Promise<string> {
    await this.part.getByRole("button", { name: this.say("contact.link-new", { name }), exact: true }).click()
    await expect(this.button("contact.link-sure")).toBeFocused()
    await this.button("contact.link-sure").click()
    await expect(this.part.getByText(this.say("contact.link-made"))).toBeVisible()
    return this.link(name)
  }
}

/** The page of the one who reads it. */
export class ContactPage extends Spoken {
  button(id: string): Locator {
    return this.page.getByRole("button", { name: this.say(id), exact: true })
  }

  async open(link: string): Promise<void> {
    await this.page.goto("about:blank")
    await this.page.goto(link)
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible()
  }

  /** By keyboard alone. */
  async read(): Promise<void> {
    await this.button("contact.read").focus()
    await this.page.keyboard.press("Enter")
    await expect(this.button("contact.close")).toBeVisible()
  }
}
