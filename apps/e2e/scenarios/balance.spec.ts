// Who has been heard: nothing while a step runs; once it has ended, words for groups in a hall of 23, the same on every phone, and my
// own numbers for me alone. And the host's question to the whole room, with an offer that only a quiet person's own phone makes.
import { expect, test } from "@playwright/test"
import { call, openWorkshop } from "../api.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { wordsOf } from "../words.ts"

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.dispose())

test("who has been heard is told in words when a step ends, the same to everybody", async ({ browser }) => {
  const opened = await openWorkshop(server.origin, { title: "Evenings", groups: ["Carers", "Staff"] })
  const [farah] = (await openPhones(browser, [{ joinUrl: opened.joinUrl, name: "Farah" }])) as [Phone]
  const api = `${server.origin}/api/workshops/${opened.workshopId}`
  const host = await farah.seatKey()
  const key = opened.joinUrl.split("/j/")[1]
  const keys: string[] = []
  for (const group of [...Array<string>(8).fill("Carers"), ...Array<string>(12).fill("Staff"), "Press", ""])
    keys.push((await call<{ seatKey: string }>(`${api}/seats`, { key, group })).seatKey)
  const move = (to: string) => call(`${api}/intents`, { id: `intent-${to}-0000`, type: "move-stage", to }, host)
  await move("needs")
  const note = { text: "A bus home", kind: "need" }
  await call(`${api}/notes`, note, host)
  for (const seat of keys.slice(7, 16)) await call(`${api}/notes`, note, seat)

  const { page } = farah
  const say = wordsOf("en")
  await page.goto(`${server.origin}/w/${opened.workshopId}/balance`)
  await expect(page.getByRole("heading", { level: 1, name: say("balance.title") })).toBeVisible()
  await expect(page.getByText(say("balance.heard-under-half"))).toHaveCount(0)
  await move("options")
  const needs = page.locator("section", { has: page.getByRole("heading", { level: 2, name: say("common.stage-needs") }) })
  await expect(needs.getByRole("listitem").filter({ hasText: "Carers" }).first()).toContainText(say("balance.heard-under-half"))
  await expect(needs.getByRole("listitem").filter({ hasText: "Staff" }).first()).toContainText(say("balance.heard-half-or-more"))
  await expect(page.getByText("Press")).toHaveCount(0)
  const mine = page.getByRole("term").filter({ hasText: say("balance.mine-notes") })
  await expect(mine.locator("xpath=following-sibling::dd")).toHaveText("1")
})

test("the host asks whether there is anyone we have not heard, and only a quiet person's own phone offers more", async ({ browser }) => {
  const opened = await openWorkshop(server.origin, { title: "Evenings" })
  const [farah, ana, rosa] = (await openPhones(browser, [
    { joinUrl: opened.joinUrl, name: "Farah", showName: true },
    { joinUrl: opened.joinUrl, name: "Ana", size: "wide" },
    { joinUrl: opened.joinUrl, name: "Rosa", locale: "ar" },
  ])) as [Phone, Phone, Phone]
  const api = `${server.origin}/api/workshops/${opened.workshopId}`
  await call(`${api}/intents`, { id: "intent-needs-0000", type: "move-stage", to: "needs" }, await farah.seatKey())
  await call(`${api}/notes`, { text: "A bus home", kind: "need" }, await ana.seatKey())
  await ana.page.goto(`${server.origin}/w/${opened.workshopId}/room`)
  const asked: string[] = []
  rosa.page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))

  await farah.page.goto(`${server.origin}/w/${opened.workshopId}/host`)
  await farah.page.getByRole("button", { name: farah.say("unheard.ask") }).click()
  await expect(rosa.page.getByText(rosa.say("unheard.question"))).toBeVisible()
  await expect(rosa.page.getByText(rosa.say("unheard.offer"))).toBeVisible()
  await expect(ana.page.getByText(ana.say("unheard.question"))).toBeVisible()
  // Nothing left Rosa's phone because of it.
  expect(asked.filter((request) => request.includes("/api/"))).toEqual([])

  await ana.page.goto(`${server.origin}/w/${opened.workshopId}/needs`)
  await expect(ana.page.getByText(ana.say("unheard.question"))).toBeVisible()
  await rosa.page.getByRole("button", { name: rosa.say("unheard.yes") }).click()
  await expect(rosa.page.getByText(rosa.say("unheard.told", { host: "Farah" }))).toBeVisible()
  await expect(farah.page.getByText(farah.say("safe.heard-new"))).toBeVisible()
  await farah.page.goto(`${server.origin}/w/${opened.workshopId}/help`)
  await expect(farah.page.getByText(rosa.say("unheard.wish"))).toBeVisible()
  await expect(ana.page.getByText(ana.say("unheard.offer"))).toHaveCount(0)
  for (const phone of [farah, ana, rosa]) expect(phone.faults).toEqual([])
})
