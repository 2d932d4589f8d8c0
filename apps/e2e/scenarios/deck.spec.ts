// The deck: three people group 24 real notes together, each asked about other notes; one in Arabic, one with the keyboard alone.
import { expect, test } from "@playwright/test"
import type * as Y from "yjs"
import { call, exported, join, openWorkshop, type Opened } from "../api.ts"
import { comments } from "../cases/housing.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient } from "../stock-client.ts"

const NOTES = comments.filter((one) => !one.isAboutUs && one.id > 40).slice(0, 24)
const WORDS = NOTES.map(({ words }) => words)
const [LAND, RENT, BANKS] = ["Land and councils", "الإيجار", "Banks and taxes"] as const

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "A home for everybody" })
})
test.afterAll(() => server.dispose())

test("three phones group 24 notes by the deck, each beginning elsewhere", async ({ browser }) => {
  const at = (name: string) => ({ name, showName: true, joinUrl: opened.joinUrl })
  const phones = (await openPhones(browser, [at("Rosa"), { ...at("Amal"), locale: "ar" }, at("Sam")])) as [Phone, Phone, Phone]
  const [rosa, amal, sam] = phones
  const api = `${server.origin}/api/workshops/${opened.workshopId}`
  const bo = await join(server.origin, opened, { name: "Bo", showName: true })
  for (const words of WORDS) await call(`${api}/notes`, { text: words, kind: "need" }, bo.seatKey)

  await test.step("each opens the deck from the list, and nobody begins with the same note", async () => {
    for (const phone of phones) {
      await phone.page.goto(`${server.origin}/w/${opened.workshopId}/needs`)
      await phone.shell.ready()
      await phone.deck.openFromList(8)
      await phone.deck.expectAt(1, 8)
    }
    const first = await Promise.all(phones.map((phone) => phone.deck.noteAmong(WORDS)))
    expect(new Set(first).size).toBe(3)
  })

  await test.step("the first notes begin themes, one of them by keyboard alone", async () => {
    await rosa.deck.beginTheme(LAND)
    await amal.deck.beginTheme(RENT)
    const { keyboard } = sam.page
    await reach(sam, sam.say("deck.new"))
    await keyboard.press("Enter")
    await expect(sam.deck.sheet.getByRole("textbox")).toBeFocused()
    await keyboard.type(BANKS)
    await keyboard.press("Enter")
    await expect(sam.deck.sheet).toHaveCount(0)
    for (const phone of phones) await phone.deck.expectAt(2, 8)
    // Whoever answers begins at the next note, heard and in sight.
    await expect(sam.page.locator(":focus")).toHaveAccessibleName(new RegExp(`^${await firstWords(sam)}`))
  })

  await test.step("an answer tells its place, and Undo brings the note back", async () => {
    const words = await amal.deck.noteAmong(WORDS)
    await amal.deck.otherTheme(LAND)
    await expect(amal.page.getByText(amal.say("board.moved", { theme: LAND, place: 2, count: 2 })).first()).toBeVisible()
    await amal.deck.expectAt(3, 8)
    await amal.deck.undo()
    await amal.deck.expectAt(2, 8)
    expect(await amal.deck.noteAmong(WORDS)).toBe(words)
  })

  await test.step("not sure goes on, and the note before can be looked at again", async () => {
    const words = await rosa.deck.noteAmong(WORDS)
    await rosa.deck.button("deck.unsure").click()
    await rosa.deck.expectAt(3, 8)
    await rosa.deck.button("deck.before").click()
    expect(await rosa.deck.noteAmong(WORDS)).toBe(words)
    await rosa.deck.answer(LAND)
    await rosa.deck.expectAt(3, 8)
  })

  await test.step("when somebody else groups the note I look at, I am told who and where, and go on", async () => {
    const words = await sam.deck.noteAmong(WORDS)
    await sam.page.keyboard.press("Tab")
    const client = new StockClient(server.origin, opened.workshopId, bo)
    await client.synced()
    const theme = [...client.doc.getMap<Y.Map<unknown>>("themes")].find(([, one]) => String(one.get("title")) === LAND)?.[0]
    const note = [...client.notes.values()].find((one) => String(one.get("text")) === words)
    client.doc.transact(() => note?.set("themeId", theme))
    await expect(sam.deck.main.getByText(sam.say("deck.taken-by", { name: "Bo", theme: LAND }), { exact: true })).toBeVisible()
    expect(await sam.deck.noteAmong(WORDS)).toBe(words)
    await expect(sam.deck.button("deck.next")).toBeFocused()
    await sam.page.keyboard.press("Enter")
    expect(await sam.deck.noteAmong(WORDS)).not.toBe(words)
    client.leave()
  })

  await test.step("together they come to the end, and every note has its place", async () => {
    const done = new Set<Phone>()
    for (let turn = 0; turn < 60 && done.size < phones.length; turn++)
      for (const phone of phones) if (!done.has(phone) && (await goOn(phone))) done.add(phone)
    for (const phone of phones) {
      await expect(phone.deck.thanks).toBeVisible()
      await expect(phone.deck.main.getByText(phone.say("deck.left", { count: 0 }))).toBeVisible()
    }
    const file = JSON.parse(await exported(server.origin, opened.workshopId, "json", bo.seatKey)) as {
      notes: { words: string; themeId: string | null }[]
    }
    expect(file.notes.map(({ words }) => words).toSorted()).toEqual(WORDS.toSorted())
    expect(file.notes.filter(({ themeId }) => themeId === null)).toEqual([])
  })
  for (const phone of phones) phone.expectNoFaults()

  /** One answer, or another hand; true at the very end. Sam only presses keys. */
  async function goOn(phone: Phone): Promise<boolean> {
    const { deck } = phone
    await expect(deck.question.or(deck.thanks)).toBeVisible()
    const more = deck.main.getByRole("button").filter({ hasText: /^[\d٠-٩]* ?(more notes?|ملاحظ)/ })
    if (await deck.thanks.isVisible()) {
      if ((await more.count()) === 0) return true
      await act(phone, more)
      return false
    }
    // Whichever stands there at the press: another's answer to this note may just be coming in.
    const target = deck.button("deck.next").or(deck.themes).first()
    const words = await deck.noteAmong(WORDS)
    await act(phone, target)
    await expect(deck.note(words)).toHaveCount(0)
    return false
  }

  /** Sam by keys, others by touch. Others may just have answered what was left: then it is gone, and the next turn looks again. */
  async function act(phone: Phone, target: ReturnType<Phone["page"]["locator"]>): Promise<void> {
    try {
      if (phone === sam) await press(sam, target)
      else await target.click({ timeout: 3000 })
    } catch (error) {
      if ((await target.count()) > 0) throw error
    }
  }
})

const firstWords = async (phone: Phone): Promise<string> =>
  (await phone.deck.noteAmong(WORDS)).slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** By Tab alone, to what has this name. */
async function reach(phone: Phone, name: string): Promise<void> {
  const focus = phone.page.locator(":focus")
  for (let steps = 0; steps < 40; steps++) {
    await phone.page.keyboard.press("Tab")
    if ((await focus.count()) > 0 && (await focus.innerText()).trim() === name) return
  }
  throw new Error(`Tab never came to ${name}`)
}
async function press(phone: Phone, target: ReturnType<Phone["page"]["locator"]>): Promise<void> {
  await expect(async () => reach(phone, (await target.innerText({ timeout: 1000 })).trim())).toPass({ timeout: 3000 })
  await phone.page.keyboard.press("Enter")
}
