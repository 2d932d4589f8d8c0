// Who has been heard: nothing while a step runs; once it has ended, words for groups in a hall of 23, the same on every phone, and my
// own numbers for me alone.
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
