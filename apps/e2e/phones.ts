// Phones and wide screens in one browser, each a person of their own: joined through the real join page, spoken to in its language.
import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test"
import { AlonePage } from "./pages/alone.ts"
import { MinePage, OutcomesPage } from "./pages/became.ts"
import { MePage } from "./pages/me.ts"
import { DeckPage } from "./pages/deck.ts"
import { JoinPage, type JoinAs } from "./pages/join-page.ts"
import { NeedsPage } from "./pages/needs.ts"
import { AgreePage, HandOutPage, HomePage, HostPage, MatrixPage, OptionsPage } from "./pages/others.ts"
import { CheckPage } from "./pages/check.ts"
import { PastPage } from "./pages/past.ts"
import { PeopleHere } from "./pages/people-here.ts"
import { SafePage } from "./pages/safe.ts"
import { Shell } from "./pages/shell.ts"
import { wordsOf, type Locale, type Say } from "./words.ts"

export type Size = "phone" | "wide"
export const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  wide: { viewport: { width: 1440, height: 900 } },
} as const

export class Phone {
  readonly context: BrowserContext
  readonly page: Page
  readonly locale: Locale
  readonly say: Say
  /** What went wrong in the page itself: a test ends with none. */
  readonly faults: string[] = []

  private constructor(context: BrowserContext, page: Page, locale: Locale) {
    this.context = context
    this.page = page
    this.locale = locale
    this.say = wordsOf(locale)
    page.on("pageerror", (error) => this.faults.push(String(error.stack ?? error)))
    page.on("console", (message) => {
      // A line that is cut says so in every browser's console; that is no fault of the page.
      const isNetwork = /net::ERR|WebSocket connection|Failed to load resource/.test(message.text())
      if (message.type() === "error" && !isNetwork) this.faults.push(message.text())
    })
  }

  static async open(
    browser: Browser,
    options: { size?: Size; locale?: Locale; dark?: boolean; context?: Parameters<Browser["newContext"]>[0] } = {},
  ): Promise<Phone> {
    const { size = "phone", locale = "en", dark = false } = options
    const context = await browser.newContext({
      ...SIZES[size],
      locale,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      acceptDownloads: true,
      ...options.context,
    })
    return new Phone(context, await context.newPage(), locale)
  }

  /** Through the join page, in this phone's language, until the board is there. */
  async join(joinUrl: string, as: JoinAs = {}): Promise<void> {
    await this.door.open(joinUrl, this.locale)
    await this.door.join(as)
    await this.shell.ready()
  }

  /** The same phone, in another tab. */
  on(page: Page): Phone {
    return new Phone(this.context, page, this.locale)
  }

  get workshopId(): string {
    return /\/w\/([0-9A-Za-z]+)/.exec(this.page.url())?.[1] ?? ""
  }
  get door() {
    return new JoinPage(this.page, this.say)
  }
  get shell() {
    return new Shell(this.page, this.say)
  }
  get needs() {
    return new NeedsPage(this.page, this.say)
  }
  get alone() {
    return new AlonePage(this.page, this.say)
  }
  get deck() {
    return new DeckPage(this.page, this.say)
  }
  get peopleHere() {
    return new PeopleHere(this.page, this.say)
  }
  get safe() {
    return new SafePage(this.page, this.say)
  }
  get options() {
    return new OptionsPage(this.page, this.say)
  }
  get me() {
    return new MePage(this.page, this.say)
  }
  get mine() {
    return new MinePage(this.page, this.say)
  }
  get outcomes() {
    return new OutcomesPage(this.page, this.say)
  }
  get past() {
    return new PastPage(this.page, this.say)
  }
  get matrix() {
    return new MatrixPage(this.page, this.say)
  }
  get agree() {
    return new AgreePage(this.page, this.say)
  }
  get host() {
    return new HostPage(this.page, this.say)
  }
  get check() {
    return new CheckPage(this.page, this.say)
  }
  get handOut() {
    return new HandOutPage(this.page, this.say)
  }
  get home() {
    return new HomePage(this.page, this.say)
  }

  /** The key in this browser's cookie, as a program would send it. */
  async seatKey(): Promise<string> {
    const cookie = (await this.context.cookies()).find(({ name }) => name.endsWith(`eb_${this.workshopId}`))
    if (!cookie) throw new Error("this phone has no seat")
    return cookie.value
  }

  expectNoFaults(): void {
    expect(this.faults).toEqual([])
  }
}

type Seating = { size?: Size; locale?: Locale; dark?: boolean; joinUrl: string } & JoinAs

/** One browser context a person, joined one after the other, so that the first one hosts. */
export async function openPhones(browser: Browser, seatings: readonly Seating[]): Promise<Phone[]> {
  const phones: Phone[] = []
  for (const { joinUrl, size, locale, dark, ...as } of seatings) {
    const phone = await Phone.open(browser, { ...(size ? { size } : {}), ...(locale ? { locale } : {}), ...(dark ? { dark } : {}) })
    await phone.join(joinUrl, as)
    phones.push(phone)
  }
  return phones
}
