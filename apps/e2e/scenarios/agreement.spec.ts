// Before it begins: three people write a first note about themselves, and how they want to work together. How many go along is told, never
// who; a sentence that changes asks anew. Of all that, nothing stands among the needs.
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { ArrivePage } from "../pages/arrive.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const BUS = "By the 17 bus, standing all the way"
const WALK = "مشيت مع جارتي"
const CAR = "I work here, so I came down the stairs"
const OWN = "We begin with a minute of silence"
const CHANGED = "We begin with a minute of silence, for who is missing"
const NEED = "A bus after six"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings", purpose: "How mornings could begin" })
})
test.afterAll(() => server.dispose())

test("a room agrees on how to work together, and each says how they came", async ({ browser }) => {
  const phones = (await openPhones(browser, [
    { joinUrl: opened.joinUrl, name: "Rosa", showName: true },
    { joinUrl: opened.joinUrl, name: "Farah", showName: true, locale: "ar" },
    { joinUrl: opened.joinUrl, name: "Sam", showName: true, size: "wide" },
  ])) as [Phone, Phone, Phone]
  const [rosa, farah, sam] = phones.map((phone) => new ArrivePage(phone.page, phone.say)) as [ArrivePage, ArrivePage, ArrivePage]
  let same = ""

  await test.step("each writes a first note, or says Not now and writes it after all", async () => {
    await rosa.writeFirst(BUS)
    await farah.writeFirst(WALK)
    await sam.button("together.first-later").click()
    await sam.button("together.first-open").click()
    await sam.sheet.getByRole("textbox").fill(CAR)
    await sam.sheet.getByRole("button", { name: sam.say("board.add-this"), exact: true }).click()
    for (const who of [rosa, farah, sam]) for (const text of [BUS, WALK, CAR]) await expect(who.first(text)).toBeVisible()
    await expect(rosa.button("together.first-do")).toHaveCount(0)
  })

  await test.step("a sentence is offered in each one's language, and is there for all", async () => {
    same = await farah.take("same")
    await rosa.add(OWN)
    for (const who of [rosa, farah, sam]) for (const text of [same, OWN]) await expect(who.pledge(text)).toBeVisible()
  })

  await test.step("how many go along is told, and each sees only their own yes", async () => {
    await rosa.goAlong(OWN)
    await farah.goAlong(OWN)
    for (const who of [rosa, farah, sam]) await who.expectCount(OWN, 2)
    await expect(sam.goAlongButton(OWN)).toHaveAttribute("aria-pressed", "false")
  })

  await test.step("Sam changes it while Rosa changes it, too: both people's words stay, and everybody is asked anew", async () => {
    const [mine, hers] = [await sam.begin(OWN, "change"), await rosa.begin(OWN, "change")]
    await mine.fill(CHANGED)
    await hers.fill(`Each time, ${OWN}`)
    await sam.end("change-button")
    await rosa.end("change-button")
    const both = `Each time, ${CHANGED}`
    for (const who of [rosa, farah, sam]) await who.expectCount(both, 0)
    await expect(farah.pledge(both).getByText(farah.say("together.again"))).toBeVisible()
    await expect(farah.goAlongButton(both)).toHaveAttribute("aria-pressed", "false")
    await farah.goAlong(both)
    await sam.expectCount(both, 1)
    const reason = await sam.begin(same, "set-aside")
    await reason.fill("It stands there twice")
    await sam.end("set-aside")
    await expect(farah.pledge(same)).toHaveCount(0)
  })

  await test.step("first notes are no needs, and wait for no outcome", async () => {
    const [rosaKey, samKey] = await Promise.all([phones[0].seatKey(), phones[2].seatKey()])
    await call(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text: NEED, kind: "need" }, samKey)
    await phones[2].shell.goTo("outcomes")
    await phones[2].outcomes.expectCount(1)
    const file = JSON.parse(await exported(server.origin, opened.workshopId, "json", rosaKey)) as {
      notes: { words: string; themeId: string | null; outcome: string }[]
      pledges: { words: string; goAlong: number }[]
    }
    const firsts = file.notes.filter(({ words }) => [BUS, WALK, CAR].includes(words))
    expect(firsts.map(({ outcome }) => outcome)).toEqual(["about-us", "about-us", "about-us"])
    expect(new Set(firsts.map(({ themeId }) => themeId)).size).toBe(1)
    expect(new Set(file.pledges.map(({ goAlong }) => goAlong))).toEqual(new Set([0, 1]))
    const page = await exported(server.origin, opened.workshopId, "md", rosaKey)
    expect(page.indexOf(BUS)).toBeGreaterThan(page.indexOf("## About us"))
    expect(page.indexOf(NEED)).toBeLessThan(page.indexOf("## About us"))
    for (const words of [BUS, WALK, CAR]) expect(page).toMatch(new RegExp(`^- ○ About us \\*\\*\\d+\\*\\*: ${words}`, "m"))
  })

  await test.step("from the menu the sentences can be read at any time", async () => {
    await phones[0].shell.goToStage("needs")
    const [own, need] = [phones[0].needs.note(BUS), phones[0].needs.note(NEED)]
    await expect(own).toContainText(rosa.say("common.kind-about-us"))
    await expect(own).not.toContainText(rosa.say("common.kind-need"))
    await expect(need).toContainText(rosa.say("common.kind-need"))
    await phones[0].shell.goTo("together")
    await expect(rosa.main.getByRole("heading", { name: rosa.say("together.title"), exact: true })).toBeFocused()
  })
  for (const phone of phones) expect(phone.faults).toEqual([])
})
