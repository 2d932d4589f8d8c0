// Three people say the same each in their words: one stack, every author kept, on each screen; one out, undone, all apart. Two themes
// become one and two again. What others do moves neither the folds nor what somebody is reading.
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { beginning } from "../pages/find.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  const stages = [{ kind: "needs", prompt: "What matters?", minutes: 10 }]
  opened = await openWorkshop(server.origin, { title: "Evenings", recipe: { name: "One step", stages } })
})
test.afterAll(() => server.dispose())

const SIX = "The bus stops at six"
const LAST = "The last bus leaves too early for me"
const NIGHT = "لا حافلة في الليل"
const LETTERS = "Letters I can read"
const PLENTY = [
  "Stairs at the clinic",
  "Somebody who listens",
  "A warm room",
  "Longer opening hours",
  "One number to call",
  "Time to think",
]

test("what three people say lies in one stack with all their names, and comes apart again", async ({ browser }) => {
  const [farah, rosa, ana] = (await openPhones(browser, [
    { joinUrl: opened.joinUrl, name: "Farah", showName: true, size: "wide" },
    { joinUrl: opened.joinUrl, name: "Rosa", showName: true },
    { joinUrl: opened.joinUrl, name: "Ana", showName: true, locale: "ar" },
  ])) as [Phone, Phone, Phone]
  const everybody = [farah, rosa, ana]
  const keys = await Promise.all(everybody.map((phone) => phone.seatKey()))
  const write = (text: string, by: number) =>
    call<{ number: number }>(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text, kind: "need" }, keys[by])
  for (const text of [...PLENTY, LETTERS]) await write(text, 0)
  await write(LAST, 0)
  const six = (await write(SIX, 1)).number
  await write(NIGHT, 2)
  for (const phone of everybody) for (const text of [...PLENTY, LETTERS, SIX, NIGHT]) await phone.needs.see(text)
  await farah.needs.asList()
  await farah.needs.beginTheme(PLENTY[0] ?? "", "Getting there")
  await farah.needs.beginTheme(PLENTY[1] ?? "", "Being heard")

  /** Reads in the middle of the tray, with one theme folded away. */
  const fold = ana.needs.group("Getting there").locator("summary")
  await fold.click()
  const reading = ana.needs.note(PLENTY[4] ?? "").first()
  await reading.evaluate((element) => element.scrollIntoView({ block: "start" }))
  const top = (await reading.boundingBox())?.y ?? 0
  const expectUnmoved = async () => {
    expect(Math.abs(((await reading.boundingBox())?.y ?? 9999) - top)).toBeLessThan(2)
    await expect(ana.needs.note(PLENTY[0] ?? "")).toBeHidden()
  }

  await test.step("one phone stacks; all show how many people said it, and who", async () => {
    await rosa.needs.stack(SIX, [NIGHT, LAST])
    await expect(rosa.page.getByText(rosa.say("stack.done", { count: 3 })).first()).toBeVisible()
    for (const phone of everybody) {
      await phone.needs.expectSaid(SIX, 3, ["Farah", "Rosa", "Ana"])
      for (const under of [NIGHT, LAST]) await expect(phone.needs.note(under)).toHaveCount(0)
    }
    await expectUnmoved()
  })

  await test.step("it stands in what is handed out, and on the page without JavaScript", async () => {
    const text = await exported(server.origin, opened.workshopId, "md", keys[0] ?? "")
    expect(text).toContain(`- **${farah.say("stack.said", { count: 3 })}**:`)
    const plain = await fetch(`${server.origin}/w/${opened.workshopId}/plain`, {
      headers: { cookie: `eb_${opened.workshopId}=${keys[0]}` },
    })
    expect(await plain.text()).toContain(farah.say("stack.said", { count: 3 }))
  })

  await test.step("on the wide Board a note dropped on the middle of the stack joins it, named before it lands", async () => {
    await farah.needs.asBoard()
    await farah.needs.dropOn(LETTERS, SIX, farah.say("stack.on-top", { number: six, words: SIX }))
    await expect(farah.needs.note(LETTERS)).toHaveCount(0)
    await farah.needs.button("common.undo").click()
    await expect(farah.needs.note(LETTERS)).toBeVisible()
    await farah.needs.expectSaid(SIX, 3, ["Farah", "Rosa", "Ana"])
  })

  await test.step("from its sheet each note opens; one is taken out, and undone", async () => {
    await rosa.needs.open(SIX)
    await expect(rosa.needs.sheet.getByRole("heading", { name: rosa.say("stack.said", { count: 3 }) })).toBeVisible()
    await rosa.needs.sheet.getByRole("button", { name: beginning(NIGHT) }).click()
    await rosa.needs.choose("leave-stack")
    await rosa.needs.submit("stack.out-do")
    for (const phone of everybody) {
      await phone.needs.expectSaid(SIX, 2, ["Farah", "Rosa"])
      await expect(phone.needs.note(NIGHT)).toHaveCount(1)
    }
    await rosa.needs.button("common.undo").click()
    for (const phone of everybody) await phone.needs.expectSaid(SIX, 3, ["Ana"])
    await expectUnmoved()
  })

  await test.step("two themes become one, and two again with their names", async () => {
    await farah.needs.column("Being heard").getByRole("heading").getByRole("button").click()
    await farah.needs.choose("join-themes")
    await farah.needs.submit("stack.join-do")
    await expect(farah.needs.column("Being heard")).toHaveCount(0)
    await expect(farah.needs.column("Getting there").getByRole("button", { name: beginning(PLENTY[1] ?? "") })).toBeVisible()
    await farah.needs.button("common.undo").click()
    await expect(farah.needs.column("Being heard").getByRole("button", { name: beginning(PLENTY[1] ?? "") })).toBeVisible()
    await expectUnmoved()
  })

  await test.step("anybody takes the stack apart, by key where there are keys", async () => {
    await farah.needs.note(SIX).first().focus()
    await farah.page.keyboard.press("q")
    await farah.needs.submit("stack.apart-do")
    for (const phone of everybody) for (const text of [SIX, NIGHT, LAST]) await expect(phone.needs.note(text)).toHaveCount(1)
    await expect(ana.page.getByText(ana.say("stack.said", { count: 3 }))).toHaveCount(0)
    await expectUnmoved()
  })

  for (const phone of everybody) phone.expectNoFaults()
})
