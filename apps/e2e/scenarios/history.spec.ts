// Somebody puts everything into one theme and rewrites a note. Anybody sees the board as it stood before, on a phone by touch and on a
// wide screen by keys, and brings the page back: what came since stays, everybody sees it, and one Undo takes it back. In Arabic too.
import { expect, test } from "@playwright/test"
import { call, openWorkshop, type Opened } from "../api.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const SIX = "The bus stops at six"
const NIGHT = "Nobody drives at night"
const LISTEN = "Somebody who listens"
const LATE = "Light in the park"
const [BUS, HEARD, HEAP] = ["Getting there", "Being heard", "All of it"]

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  const stages = ["needs", "options"].map((kind) => ({ kind, prompt: "What matters?", minutes: 10 }))
  opened = await openWorkshop(server.origin, { title: "Evenings", recipe: { name: "Two steps", stages } })
})
test.afterAll(() => server.dispose())

test("anybody plays the board back and brings a page back as it was", async ({ browser }) => {
  const [farah, sam, ana] = (await openPhones(browser, [
    { joinUrl: opened.joinUrl, name: "Farah", showName: true, size: "wide" },
    { joinUrl: opened.joinUrl, name: "Sam", showName: true, locale: "ar" },
    { joinUrl: opened.joinUrl, name: "Ana", showName: true },
  ])) as [Phone, Phone, Phone]
  const [farahKey, samKey, anaKey] = (await Promise.all([farah, sam, ana].map((phone) => phone.seatKey()))) as [string, string, string]
  const at = `${server.origin}/api/workshops/${opened.workshopId}`
  const write = (text: string, key: string) => call<{ noteId: string }>(`${at}/notes`, { text, kind: "need" }, key)
  const intent = (body: object) => call(`${at}/intents`, { id: crypto.randomUUID(), ...body }, farahKey)
  await write(SIX, anaKey)
  await write(NIGHT, samKey)
  const { noteId: listen } = await write(LISTEN, farahKey)

  await test.step("Ana groups the notes, and Sam heaps them all together", async () => {
    for (const text of [SIX, NIGHT, LISTEN]) for (const phone of [ana, sam]) await phone.needs.see(text)
    await ana.needs.putTogether(SIX, [NIGHT], BUS)
    await ana.needs.beginTheme(LISTEN, HEARD)
    await expect(sam.needs.group(HEARD)).toBeVisible()
    await sam.needs.beginTheme(SIX, HEAP)
    await sam.needs.moveInto(NIGHT, HEAP)
    await sam.needs.moveInto(LISTEN, HEAP)
    await sam.needs.changeWords(NIGHT, "xx")
    await sam.shell.expectSaved("saved")
    await write(LATE, farahKey)
    await ana.needs.see("xx")
  })

  await test.step("Ana looks at the board before that, and what others do meanwhile moves nothing", async () => {
    await ana.shell.goTo("happened")
    await ana.past.open()
    await expect(ana.past.theme(HEAP).getByText("xx", { exact: true })).toBeVisible()
    await expect(ana.past.main.getByText(ana.say("history.as-now"))).toBeVisible()
    await ana.past.goBack(5)
    await expect(ana.past.theme(HEAP)).toHaveCount(0)
    for (const text of [SIX, NIGHT]) await expect(ana.past.theme(BUS).getByText(text, { exact: true })).toBeVisible()
    await expect(ana.past.theme(HEARD).getByText(LISTEN, { exact: true })).toBeVisible()
    const told = await ana.past.slider.getAttribute("aria-valuetext")
    expect(told).toContain(ana.say("common.stage-needs"))
    await write("Somebody writes meanwhile", farahKey)
    await ana.past.button("history.later").click()
    await expect(ana.past.theme(HEAP).getByText(SIX, { exact: true })).toBeVisible()
    await ana.past.button("history.earlier").click()
    await expect(ana.past.slider).toHaveAttribute("aria-valuetext", told ?? "")
    await expect(ana.past.main.getByText("Somebody writes meanwhile")).toHaveCount(0)
  })

  await test.step("she brings the page back; what came since stays, everybody sees it", async () => {
    const told = [
      ana.say("history.count-moved", { count: 3 }),
      ana.say("history.count-reworded", { count: 1 }),
      ana.say("history.count-stay", { count: 2 }),
      ana.say("history.kept"),
    ]
    await ana.past.bringBack(ana.past.button("history.restore-page"), told)
    await expect(ana.past.main.getByRole("heading", { level: 2 }).last()).toBeFocused()
    await expect(ana.past.main.getByText(ana.say("history.as-now"))).toBeVisible()
    for (const phone of [sam, farah]) {
      if (phone === farah) await farah.needs.asList()
      for (const text of [SIX, NIGHT]) await expect(phone.needs.group(BUS ?? "").getByText(text, { exact: true })).toBeVisible()
      await expect(phone.needs.group(HEARD ?? "").getByText(LISTEN, { exact: true })).toBeVisible()
      await phone.needs.see(LATE)
    }
  })

  await test.step("one Undo takes it back", async () => {
    await ana.needs.button("common.undo").click()
    await expect(sam.needs.group(HEAP ?? "").getByText("xx", { exact: true })).toBeVisible()
    await expect(ana.past.button("history.restore-page")).toBeVisible()
  })

  await test.step("Sam, in Arabic, brings one note back, and only that", async () => {
    await sam.shell.goTo("happened")
    await sam.past.open()
    await sam.past.slider.focus()
    await sam.page.keyboard.press("Home")
    await expect(sam.past.button("history.earlier")).toHaveAttribute("aria-disabled", "true")
    for (let n = 0; n < 4; n++) await sam.past.button("history.later").click()
    await expect(sam.past.theme(BUS ?? "").getByText(NIGHT, { exact: true })).toBeVisible()
    await sam.past.bringBack(sam.past.restoreNote(NIGHT), [sam.say("history.count-moved", { count: 1 })])
    await expect(farah.needs.group(BUS ?? "").getByText(NIGHT, { exact: true })).toBeVisible()
    await expect(farah.needs.group(HEAP ?? "").getByText(SIX, { exact: true })).toBeVisible()
  })

  await test.step("what goes out of sight is gone from every time at once, and its stub stays", async () => {
    await expect(ana.past.theme(HEARD ?? "").getByText(LISTEN, { exact: true })).toBeVisible()
    await intent({ type: "hide-note", noteId: listen, reason: "It names somebody" })
    await expect(ana.past.main.getByText(LISTEN, { exact: true })).toHaveCount(0)
    await expect(ana.past.main.getByText(ana.say("board.hidden", { number: 3, reason: "It names somebody" }))).toBeVisible()
  })

  await test.step("in a pause it can be looked at, and not changed; later the acts of one step are found", async () => {
    await intent({ type: "pause" })
    await expect(ana.past.main.getByText(ana.say("history.closed"))).toBeVisible()
    await expect(ana.past.button("history.restore-page")).toHaveCount(0)
    await intent({ type: "resume" })
    await expect(ana.past.button("history.restore-page")).toBeVisible()
    await intent({ type: "move-stage", to: "options" })
    await write("Said in the options", samKey)
    await ana.past.main.getByRole("link", { name: ana.say("history.back"), exact: true }).click()
    await ana.past.main.getByText(ana.say("happened.find"), { exact: true }).click()
    const added = (text: string) => ana.past.main.getByRole("blockquote").filter({ hasText: text })
    await expect(added("Said in the options")).toBeVisible()
    await ana.past.main.getByRole("radio", { name: ana.say("common.stage-needs"), exact: true }).check()
    await expect(added("Said in the options")).toHaveCount(0)
    await expect(added(LATE)).toBeVisible()
  })

  for (const phone of [farah, sam, ana]) phone.expectNoFaults()
})
