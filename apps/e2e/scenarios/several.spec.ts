// Several people, few phones: Sam's phone at table 2 writes for Rosa and Old Tom beside himself, in the open and alone in a round; then
// Rosa comes in on a phone of her own, with all her notes, and nobody else writes as her any more.
import { expect, test } from "@playwright/test"
import { exported, openWorkshop, type Opened } from "../api.ts"
import { MePage } from "../pages/me.ts"
import { openPhones, Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { wordsOf } from "../words.ts"

const BENCH = "A bench at the stop, with a roof"
const FORMS = "Forms in words that I know"
const TEA = "I can make tea on Mondays"
const en = wordsOf("en")

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
})
test.afterAll(() => server.dispose())

test("three people write on one phone, each under their own name, and one of them takes her place on a phone of her own", async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { joinUrl } = opened
  const [ana, sam] = (await openPhones(browser, [
    { name: "Ana", showName: true, table: "1", joinUrl, size: "wide" },
    { name: "Sam", showName: true, table: "2", joinUrl },
  ])) as [Phone, Phone]
  const at = `${server.origin}/w/${ana.workshopId}`
  const { peopleHere: here, needs, alone, say } = sam
  const field = needs.sheet.locator("textarea[data-start]")
  let threeWords = ""

  await test.step("Sam adds Rosa and Old Tom, and each keeps their own half-written words through a reload", async () => {
    await sam.page.goto(`${at}/needs`)
    await sam.shell.ready()
    await needs.button("board.add").click()
    threeWords = await here.add({ name: "Rosa" })
    expect(threeWords).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/)
    await field.fill("A bench at")
    await here.add({ name: "Old Tom" })
    await expect(field).toHaveValue("")
    await field.fill("I can make")
    await here.chip(say("several.me")).click()
    await expect(field).toHaveValue("")
    await here.chip("Rosa").click()
    await expect(field).toHaveValue("A bench at")
    await expect(needs.sheet.getByLabel(say("board.words-for", { name: "Rosa" }), { exact: true })).toBeVisible()
    await sam.page.reload()
    await sam.shell.ready()
    await needs.button("board.add").click()
    await expect(here.chip(say("several.me"))).toHaveAttribute("aria-pressed", "true")
    await expect(field).toHaveValue("")
    await here.chip("Old Tom").click()
    await expect(field).toHaveValue("I can make")
  })

  await test.step("in the open: Rosa's note is read back to her, and the next one is hers too", async () => {
    await here.chip("Rosa").click()
    await field.fill(BENCH)
    await needs.sheet.getByRole("button", { name: say("several.add-note", { name: "Rosa" }), exact: true }).click()
    await expect(needs.sheet.getByRole("blockquote").filter({ hasText: BENCH })).toBeVisible()
    await needs.sheet.getByRole("button", { name: say("several.right", { name: "Rosa" }), exact: true }).click()
    await expect(needs.sheet.getByRole("blockquote")).toHaveCount(0)
    await expect(here.chip("Rosa")).toHaveAttribute("aria-pressed", "true")
    await needs.close()
    await needs.open(BENCH)
    const credit = say("several.credit-spoken", { author: "Rosa", place: say("common.table", { name: "2" }), scribe: "Sam" })
    await expect(needs.sheet.getByText(credit, { exact: true })).toBeVisible()
    await needs.close()
  })

  await test.step("alone in a round: what one of them wrote stands under nobody else's chip", async () => {
    await ana.page.goto(`${at}/host`)
    const shared = say("several.at-place-some", { place: "Table 2", people: "3 people", without: "2" })
    await expect(ana.page.getByText(shared, { exact: true })).toBeVisible()
    await ana.host.next("needs")
    await ana.alone.start("What would help?")
    await sam.alone.press("round.write")
    await alone.write(FORMS, { forName: "Rosa" })
    await expect(alone.draft(FORMS)).toBeVisible()
    await alone.write(TEA, { forName: "Old Tom" })
    await expect(alone.draft(TEA)).toBeVisible()
    await expect(alone.sheet.getByText(FORMS)).toHaveCount(0)
    await here.chip(say("several.me")).click()
    await expect(alone.sheet.getByText(TEA)).toHaveCount(0)
    await ana.alone.written(2)
    await alone.close()
    await ana.alone.press("round.show-all")
    await sam.alone.press("round.yes")
    for (const phone of [ana, sam]) await expect(phone.alone.notice).toHaveCount(0)
    await needs.see(FORMS)
    await expect(needs.note(TEA).first()).toContainText(say("common.written-by", { author: "Old Tom", scribe: "Sam" }))
  })

  const rosa = await Phone.open(browser, { locale: "es" })
  await test.step("Rosa comes in with her three words and finds her notes; the list of people says so", async () => {
    await ana.page.goto(`${at}/people`)
    const writes = (name: string) =>
      ana.page
        .getByRole("listitem")
        .filter({ hasText: name })
        .getByText(en("several.no-phone-writes", { name: "Sam" }))
    await expect(writes("Rosa")).toBeVisible()
    await rosa.door.open(joinUrl, "es")
    await rosa.door.comeBack(threeWords)
    await rosa.shell.ready()
    await rosa.page.goto(`${at}/me`)
    await new MePage(rosa.page, en).unfold("several.my-notes") // her place speaks as whoever opened it did
    for (const words of [BENCH, FORMS])
      await expect(rosa.page.getByRole("main").getByRole("button", { name: new RegExp(words) })).toBeVisible()
    await expect(rosa.page.getByRole("main").getByRole("button", { name: new RegExp(TEA) })).toHaveCount(0)
    await expect(writes("Rosa")).toHaveCount(0)
    await expect(writes("Old Tom")).toBeVisible()
  })

  await test.step("Sam's phone writes as Rosa no more, by its screen or by its key; Old Tom's notes stay when he goes home", async () => {
    await needs.button("board.add").click()
    await here.chip("Rosa").click()
    await expect(needs.sheet.getByText(say("several.own-phone", { name: "Rosa" })).first()).toBeVisible()
    await field.fill("As if I were Rosa")
    await needs.sheet.getByRole("button", { name: say("several.add-note", { name: "Rosa" }), exact: true }).click()
    await expect(needs.sheet.getByRole("alert")).toHaveText(say("several.own-phone", { name: "Rosa" }))
    const file = JSON.parse(await exported(server.origin, ana.workshopId, "json", opened.organiserKey)) as {
      notes: { words: string; author: string }[]
    }
    const author = file.notes.find((note) => note.words === BENCH)?.author
    const forged = await fetch(`${server.origin}/api/workshops/${ana.workshopId}/notes`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await sam.seatKey()}` },
      body: JSON.stringify({ text: "As if I were Rosa", kind: "need", for: { seatId: author } }),
    })
    expect([forged.status, ((await forged.json()) as { reason: string }).reason]).toEqual([403, "own-phone"])
    await here.chip("Old Tom").click()
    await needs.sheet.getByRole("button", { name: say("several.gone"), exact: true }).click()
    await needs.sheet.getByRole("button", { name: say("several.gone-yes", { name: "Old Tom" }), exact: true }).click()
    await expect(here.chip("Old Tom")).toHaveCount(0)
    await needs.close()
    await needs.see(TEA)
  })

  await test.step("every file credits the speaker, and who typed it apart", async () => {
    const text = await exported(server.origin, ana.workshopId, "md", opened.organiserKey)
    for (const author of ["Rosa", "Old Tom"]) expect(text).toContain(en("common.written-by", { author, scribe: "Sam" }))
    expect(text).not.toContain("As if I were Rosa")
  })
  for (const phone of [ana, sam, rosa]) phone.expectNoFaults()
})
