// Where did my idea go? Sam's note gets other words and becomes part of what is agreed, another is "not this time, because …". Sam reads
// both on a phone in Arabic and in English, brings the first words back and answers; everybody sees it, and every file says it.
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { beginning } from "../pages/find.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const SIX = "The bus stops at six"
const AFTER_SIX = "A bus after six, every day"
const NIGHT = "Somebody to call at night"
const OPTION = "A later bus"
const SENTENCE = "We ask for a bus at nine"
const REASON = "There is no money for nights this year"
const ANSWER = "I meant a list of neighbours, it costs nothing"
const TEN = ["Letters", "Forms", "Queues", "Stairs", "Signs", "Chairs", "Light", "Noise", "Hours", "Phones"].map(
  (one) => `${one} that people dread`,
)

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  const stages = ["needs", "options", "agree"].map((kind) => ({ kind, prompt: "What matters?", minutes: 10 }))
  const rows = ["text,kind,theme,author", ...TEN.map((text) => `${text},need,Being served,Noor`)]
  opened = await openWorkshop(server.origin, { title: "Evenings", recipe: { name: "Three steps", stages }, import: rows.join("\n") })
})
test.afterAll(() => server.dispose())

test("everybody sees where their notes went, in their own words, and can answer", async ({ browser }) => {
  const [farah, sam, ana] = (await openPhones(browser, [
    { joinUrl: opened.joinUrl, name: "Farah", showName: true, size: "wide" },
    { joinUrl: opened.joinUrl, name: "Sam", showName: true, locale: "ar" },
    { joinUrl: opened.joinUrl, name: "Ana", showName: true },
  ])) as [Phone, Phone, Phone]
  const [farahKey, samKey, anaKey] = (await Promise.all([farah, sam, ana].map((phone) => phone.seatKey()))) as [string, string, string]
  const write = (text: string, kind: string, key: string) =>
    call<{ number: number }>(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text, kind }, key)
  await write(SIX, "need", samKey)
  await write(NIGHT, "need", samKey)
  await write(OPTION, "option", anaKey)

  await test.step("Ana changes the words of Sam's note, and says what it is part of", async () => {
    await ana.shell.goToStage("needs")
    await ana.needs.see(SIX)
    await ana.needs.open(SIX)
    await ana.needs.choose("change-words")
    await ana.needs.sheet.getByRole("textbox").fill(AFTER_SIX)
    await ana.needs.submit("board.change-save")
    await ana.shell.goTo("outcomes")
    await ana.outcomes.expectCount(13)
    // So many are folded, with how many wait in each.
    await expect(ana.outcomes.note(AFTER_SIX)).toHaveCount(0)
    await expect(ana.outcomes.main.getByRole("heading", { level: 3 }).first()).toContainText(ana.say("common.notes", { count: 10 }))
    await ana.outcomes.partOf(AFTER_SIX, OPTION)
    await expect(ana.outcomes.note(AFTER_SIX).getByText(ana.say("became.waits-on", { options: OPTION }))).toBeVisible()
  })

  await test.step("Farah agrees from the option, and says why the other is not in the plan", async () => {
    await farah.shell.goToStage("agree")
    await farah.agree.add(SENTENCE, [OPTION])
    await farah.shell.goTo("outcomes")
    await farah.outcomes.expectCount(11)
    await farah.outcomes.notThisTime(NIGHT, REASON)
    await farah.outcomes.expectCount(10)
    await expect(farah.page.getByText(farah.say("became.reason-done")).first()).toBeVisible()
  })

  await test.step("Sam reads in Arabic where both went and who said it, and brings the first words back", async () => {
    await sam.shell.goTo("mine")
    const [six, night] = [sam.mine.note(AFTER_SIX), sam.mine.note(NIGHT)]
    await expect(six.getByText(sam.say("outcome.in-plan"))).toBeVisible()
    for (const words of [OPTION, SENTENCE]) await expect(six.getByText(words)).toBeVisible()
    await expect(night.getByText(sam.say("outcome.not-this-time", { reason: REASON }))).toBeVisible()
    await expect(night.getByText(sam.say("outcome.said-by", { name: "Farah" }))).toBeVisible()
    await sam.mine.openWordings(AFTER_SIX)
    await expect(six.getByText(sam.say("became.wording-changed", { who: "Ana" }))).toBeVisible()
    await expect(six.getByRole("blockquote").filter({ hasText: SIX })).toBeVisible()
    await sam.mine.press(six, "became.put-first")
    await expect(sam.mine.note(SIX)).toBeVisible()
    await ana.shell.goToStage("needs")
    await ana.needs.see(SIX)
  })

  await test.step("and in English, and says what was meant instead", async () => {
    await sam.shell.goTo("me")
    const kept = sam.page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.url().endsWith("/me"))
    await sam.page.getByRole("radio", { name: "English", exact: true }).check()
    await kept
    await expect(sam.page.locator("html")).toHaveAttribute("lang", "en")
    await sam.page.goto(`${server.origin}/w/${opened.workshopId}/mine`)
    const night = sam.mine.note(NIGHT)
    await expect(night.getByText(farah.say("outcome.not-this-time", { reason: REASON }))).toBeVisible()
    await expect(sam.mine.note(SIX).getByText(farah.say("outcome.in-plan"))).toBeVisible()
    await night.getByRole("button", { name: beginning(farah.say("commands.answer-outcome")) }).click()
    await night.getByRole("textbox").fill(ANSWER)
    await night.getByRole("button", { name: beginning(farah.say("became.answer-do")) }).click()
    await expect(night.getByRole("blockquote").filter({ hasText: ANSWER })).toBeVisible()
    await farah.outcomes.unfold()
    await expect(farah.outcomes.note(NIGHT).getByText(ANSWER, { exact: true })).toBeVisible()
    await ana.needs.open(NIGHT)
    await expect(ana.needs.sheet.getByText(ANSWER, { exact: true })).toBeVisible()
    await expect(ana.needs.sheet.getByText(ana.say("outcome.said-by", { name: "Farah" }))).toBeVisible()
    await ana.needs.close()
  })

  await test.step("it is not called agreed while notes wait for an answer, and a draft leaves all the same", async () => {
    await farah.outcomes.callAgreed()
    await expect(farah.page.getByText(farah.say("problems.open-notes")).first()).toBeVisible()
    const draft = await exported(server.origin, opened.workshopId, "md", farahKey)
    expect(draft).toContain(`**${farah.say("export.status-draft")}**`)
    expect(draft).toContain(REASON)
    await expect(ana.page.getByRole("button", { name: ana.say("commands.agree-design"), exact: true })).toHaveCount(0)
  })

  await test.step("ten notes of one theme are read before one reason stands for all of them", async () => {
    await farah.outcomes.themeNotThisTime(10, TEN, "First we ask those who run it")
    await farah.outcomes.expectCount(0)
  })

  await test.step("then it is, and everybody reads when", async () => {
    await farah.outcomes.callAgreed()
    await expect(farah.page.getByText(farah.say("became.agree-done")).first()).toBeVisible()
    await ana.shell.goTo("outcomes")
    await expect(ana.outcomes.main.getByText(/Agreed on/)).toBeVisible()
    const text = await exported(server.origin, opened.workshopId, "md", samKey)
    expect(text).toMatch(/^\*\*Agreed on \d/m)
    for (const words of [REASON, ANSWER]) expect(text).toContain(words)
  })

  await test.step("what is handed out says it too", async () => {
    const file = JSON.parse(await exported(server.origin, opened.workshopId, "json", farahKey)) as {
      notes: { words: string; outcome: string; notThisTime?: { reason: string; by?: string }; answer?: string }[]
      seats: { id: string; name: string | null }[]
    }
    const night = file.notes.find(({ words }) => words === NIGHT)
    expect(night).toMatchObject({ outcome: "not-this-time", notThisTime: { reason: REASON }, answer: ANSWER })
    expect(file.seats.find(({ id }) => id === night?.notThisTime?.by)?.name).toBe("Farah")
    expect(file.notes.filter(({ outcome }) => outcome === "open")).toEqual([])
  })

  for (const phone of [farah, sam, ana]) phone.expectNoFaults()
})

test("with 160 notes of my own Mine opens within a second on a slow phone", { tag: "@measured" }, async ({ browser }) => {
  const [lea] = (await openPhones(browser, [{ joinUrl: opened.joinUrl, name: "Lea" }])) as [Phone]
  const key = await lea.seatKey()
  for (let round = 0; round < 16; round += 1)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        call(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text: `Idea ${round * 10 + n}`, kind: "need" }, key),
      ),
    )
  await lea.shell.goTo("people")
  await expect(lea.page.getByRole("heading", { level: 1 })).toBeVisible()
  const sheet = await lea.shell.openMore()
  const link = sheet.getByRole("link", { name: lea.say("shell.go-mine"), exact: true })
  const line = await lea.context.newCDPSession(lea.page)
  await line.send("Emulation.setCPUThrottlingRate", { rate: 4 })
  const took = await link.evaluate(async (element) => {
    const start = performance.now()
    ;(element as HTMLElement).click()
    while (document.querySelectorAll("main article article").length < 10) await new Promise(requestAnimationFrame)
    return performance.now() - start
  })
  console.log(`Mine with 160 notes: ${Math.round(took)} ms`)
  expect(took).toBeLessThan(1000)
  await expect(lea.mine.note("Idea 0")).toBeVisible()
  await line.send("Emulation.setCPUThrottlingRate", { rate: 1 })
  lea.expectNoFaults()
})
