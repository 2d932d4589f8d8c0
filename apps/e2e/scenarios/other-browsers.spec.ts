// The same evening in three browsers: join, write, group, lose the line, go on writing, come back. Chromium proves the story; Firefox
// and WebKit prove the app in them. The line fails both ways it does: gone, and silent with every socket still looking alive.
import { expect, test } from "@playwright/test"
import { call, exported, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { findings } from "../browsers/axe.ts"
import { chromium } from "../browsers/chromium.ts"
import type { OpenBrowser } from "../browsers/driver.ts"
import { firefox } from "../browsers/firefox.ts"
import { Hand } from "../browsers/hand.ts"
import type { Query } from "../browsers/in-page.ts"
import { webkit } from "../browsers/webkit.ts"
import { Line } from "../line.ts"
import { TestServer } from "../server.ts"
import { noteId, StockClient, until } from "../stock-client.ts"
import { wordsOf, type Locale, type Say } from "../words.ts"

const BUS = "The bus stops at six."
const FEAR = "أخاف أن يعرفوا اسمي"
const TEA = "I can bring tea, and a warm room"
const MORE = " My shift ends at seven."
const THEME = "Getting there"

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.dispose())

test("join, write, group, offline and back: Chromium", ({ browser }) => story(chromium(browser), "en"))
test("join, write, group, offline and back: Firefox", () => story(firefox, "en"))
test("join, write, group, offline and back: WebKit", () => story(webkit, "ar"))

async function story(open: OpenBrowser, locale: Locale): Promise<void> {
  const { opened, host } = await workshopAtNeeds()
  const line = await Line.to(server.port)
  const driver = await open(locale)
  const other = new StockClient(server.origin, opened.workshopId, host)
  const me = new Person(new Hand(driver), wordsOf(locale), driver)
  try {
    await test.step("join", () => me.join(opened.joinUrl.replace(/\/\/[^/]+/, `//127.0.0.1:${line.port}`), locale))
    await test.step("write", async () => {
      await me.add(BUS)
      await me.add(FEAR)
      await me.see("save.saved")
      await until("the other seat to have both", () => [BUS, FEAR].every((words) => other.texts().includes(words)))
    })
    await test.step("group", () => me.beginTheme(BUS, FEAR, THEME))
    await test.step("the line is cut: a third note is kept on this device", async () => {
      await me.see("save.saved")
      line.cut()
      await me.add(TEA)
      await me.see("save.kept")
      expect(other.texts()).not.toContain(TEA)
      line.mend()
      await me.see("save.saved")
    })
    await test.step("the line is silent: changed words are kept on this device", async () => {
      line.silence()
      await me.changeWords(BUS, MORE)
      await me.see("save.kept")
      line.mend()
      await me.comeIntoReach()
      await me.see("save.saved")
    })
    await test.step("another seat has all three, by their author and in their theme", async () => {
      await until("the other seat to have all three", () => [BUS + MORE, FEAR, TEA].every((words) => other.texts().includes(words)))
      const { notes, themes } = JSON.parse(await exported(server.origin, opened.workshopId, "json", host.seatKey)) as Board
      expect(notes.map(({ authorName }) => authorName)).toEqual(["Salma", "Salma", "Salma"])
      const [theme] = themes
      expect(theme?.title).toBe(THEME)
      expect(notes.filter(({ themeId }) => themeId === theme?.id).map(({ words }) => words)).toEqual([BUS + MORE, FEAR])
    })
    await test.step("reading the page again shows all", async () => {
      await driver.reload()
      await me.hand.ready()
      for (const words of [BUS + MORE, FEAR, TEA]) await me.hand.see(me.note(words))
      await me.see("save.saved")
    })
    await test.step("every number stands in the same digits, whatever the browser makes of the language", async () => {
      const text = String(await driver.evaluate("document.body.innerText"))
      expect(text).toMatch(/[0-9]/)
      expect(text).not.toMatch(/[٠-٩۰-۹]/)
    })
    expect(await findings(driver)).toEqual([])
    await me.picture("end")
    expect(await driver.faults()).toEqual([])
    // And it would have been heard.
    await driver.evaluate("void setTimeout(() => { throw new Error('nobody caught this') })")
    await until("a fault of the page to be heard", async () =>
      (await driver.faults()).some((fault) => fault.includes("nobody caught this")),
    )
  } catch (error) {
    await me.picture("failed").catch(() => null)
    throw error
  } finally {
    other.leave()
    await driver.close()
    await line.close()
  }
}

type Board = {
  notes: { words: string; authorName: string | null; themeId: string | null }[]
  themes: { id: string; title: string }[]
}

async function workshopAtNeeds(): Promise<{ opened: Opened; host: Joined }> {
  const opened = await openWorkshop(server.origin, { title: "Better mornings", purpose: "How mornings could begin" })
  const host = await join(server.origin, opened, { name: "Rosa", showName: true })
  await call(`${server.origin}/api/workshops/${opened.workshopId}/intents`, { id: noteId(), type: "move-stage", to: "needs" }, host.seatKey)
  return { opened, host }
}

/** What a person does on these pages, by the words that stand there in their language. */
class Person {
  readonly hand: Hand
  readonly say: Say
  readonly #driver: Awaited<ReturnType<OpenBrowser>>

  constructor(hand: Hand, say: Say, driver: Awaited<ReturnType<OpenBrowser>>) {
    this.hand = hand
    this.say = say
    this.#driver = driver
  }

  note(words: string): Query {
    return { role: "button", begins: words, within: "main" }
  }
  #inSheet(role: Query["role"] & string, id: string): Query {
    return { role, name: this.say(id), within: "dialog" }
  }

  /** A status that stands on the page by itself. */
  see(id: string): Promise<void> {
    return this.hand.see({ text: this.say(id) }, 40_000)
  }

  async join(joinUrl: string, locale: Locale): Promise<void> {
    const { hand, say } = this
    await this.#driver.goto(`${joinUrl}?lang=${locale}`)
    await hand.write({ role: "textbox", begins: say("join.name") }, "Salma")
    await hand.press({ role: "checkbox", begins: say("join.show-name") })
    await hand.press({ role: "button", name: say("join.more") })
    await hand.press({ role: "radio", begins: say("join.where-table") })
    await hand.write({ role: "textbox", begins: say("join.table") }, "2")
    await this.picture("join")
    await hand.press({ role: "button", name: say("join.join") })
    await hand.ready()
  }

  async add(words: string): Promise<void> {
    const { hand, say } = this
    await hand.press({ role: "button", name: say("board.add") })
    await hand.write({ role: "textbox", begins: say("board.words"), within: "dialog" }, words)
    await this.picture("writing")
    await hand.press(this.#inSheet("button", "board.add-this"))
    await hand.gone({ role: "dialog" })
    await hand.see(this.note(words))
  }

  /** "This is like…", with a name for the theme. */
  async beginTheme(words: string, like: string, title: string): Promise<void> {
    const { hand, say } = this
    await hand.press(this.note(words))
    await hand.see({ role: "dialog" })
    await this.picture("note")
    await hand.press({ role: "button", begins: say("commands.put-together"), within: "dialog" })
    await hand.press({ role: "checkbox", begins: like, within: "dialog" })
    await hand.write({ role: "textbox", begins: say("board.theme-name"), within: "dialog" }, title)
    expect(await findings(this.#driver)).toEqual([])
    await this.picture("together")
    await hand.press(this.#inSheet("button", "board.like-do"))
    await hand.gone({ role: "dialog" })
    await hand.see({ role: "heading", begins: title })
  }

  async changeWords(words: string, more: string): Promise<void> {
    const { hand, say } = this
    await hand.press(this.note(words))
    await hand.press({ role: "button", begins: say("commands.change-words"), within: "dialog" })
    await hand.write({ role: "textbox", within: "dialog" }, more)
    await hand.press(this.#inSheet("button", "board.change-save"))
    await hand.gone({ role: "dialog" })
    await hand.see(this.note(words + more))
  }

  /** What the system tells a page when there is a network again. Without it the page finds out by itself, in half a minute at most. */
  async comeIntoReach(): Promise<void> {
    await this.#driver.evaluate("dispatchEvent(new Event('online'))")
  }

  async picture(name: string): Promise<void> {
    const info = test.info()
    await info.attach(name, { body: await this.#driver.screenshot(), contentType: "image/png" })
  }
}
