// Sam sits beside Rosa, and both have a phone. She says yes to his writing for her, by keyboard; he writes her words on his phone, they are
// hers; she takes the yes back in one tap, and he can write no more. Ana is told nothing of it.
import { expect, test } from "@playwright/test"
import { openWorkshop } from "../api.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const WORDS = "A bench at the stop, with a roof"

let server: TestServer
test.beforeAll(async () => void (server = await TestServer.start()))
test.afterAll(() => server.dispose())

test("somebody who has a phone lets another write for them, and takes it back in one tap", async ({ browser }) => {
  test.setTimeout(90_000)
  const { joinUrl } = await openWorkshop(server.origin, { title: "Better mornings" })
  const [ana, sam, rosa] = (await openPhones(browser, [
    { name: "Ana", showName: true, joinUrl, size: "wide" },
    { name: "Sam", showName: true, table: "2", joinUrl },
    { name: "Rosa", showName: true, table: "2", joinUrl },
  ])) as [Phone, Phone, Phone]
  const at = `${server.origin}/w/${ana.workshopId}`
  const { say, needs, peopleHere: here } = sam
  const main = rosa.page.getByRole("main")
  const taking = main.getByRole("button", { name: say("me.support-no-more", { name: "Sam" }), exact: true })

  await test.step("Rosa says yes to Sam, by keyboard alone", async () => {
    await rosa.page.goto(`${at}/me`)
    await rosa.shell.ready()
    await rosa.me.unfold("me.support-title")
    await main.getByRole("button", { name: say("me.support-choose"), exact: true }).focus()
    await rosa.page.keyboard.press("Enter")
    await main.getByRole("radio", { name: "Sam", exact: true }).focus()
    await rosa.page.keyboard.press("Space")
    await rosa.page.keyboard.press("Tab")
    await rosa.page.keyboard.press("Enter")
    await expect(main.getByText(say("me.support-said", { name: "Sam" }), { exact: true })).toBeVisible()
    await expect(taking).toBeVisible()
  })

  await test.step("Sam writes her words: they are hers, typed by him, on Ana's screen too", async () => {
    await Promise.all([ana, sam].map(({ page }) => page.goto(`${at}/needs`)))
    await sam.shell.ready()
    await needs.button("board.add").click()
    await here.openPanel()
    await expect(needs.sheet.getByText(say("several.said-yes"))).toBeVisible()
    await needs.sheet.getByRole("listitem").getByRole("button", { name: /^Rosa/ }).click()
    await expect(here.chip("Rosa")).toHaveAttribute("aria-pressed", "true")
    await needs.sheet.locator("textarea[data-start]").fill(WORDS)
    await needs.addThis({ name: "Rosa" })
    await ana.needs.open(WORDS)
    const credit = say("several.credit-spoken", { author: "Rosa", place: say("common.table", { name: "2" }), scribe: "Sam" })
    await expect(ana.needs.sheet.getByText(credit, { exact: true })).toBeVisible()
    await ana.needs.close()
  })

  await test.step("Rosa takes it back in one tap; Sam is told so when he would write, and loses no word", async () => {
    await taking.click()
    await expect(main.getByText(say("me.support-taken", { name: "Sam" }), { exact: true })).toBeVisible()
    await expect(taking).toHaveCount(0)
    await needs.button("board.add").click()
    await here.chip("Rosa").click()
    const field = needs.sheet.locator("textarea[data-start]")
    await field.fill("Not any more")
    await needs.sheet.getByRole("button", { name: say("several.add-note", { name: "Rosa" }), exact: true }).click()
    await expect(needs.sheet.getByRole("alert").getByText(say("several.own-phone", { name: "Rosa" }))).toBeVisible()
    await expect(field).toHaveValue("Not any more")
  })

  await test.step("nobody else is told: the log that Ana reads says nothing of it", async () => {
    await ana.page.goto(`${at}/log`)
    await ana.shell.ready()
    await expect(ana.page.getByRole("main").getByText("Sam")).toHaveCount(0)
  })
  for (const phone of [ana, sam, rosa]) expect(phone.faults).toEqual([])
})
