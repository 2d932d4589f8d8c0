// Somebody without a phone is heard as everybody is (issue 5, done-when 1): Sam opens a place for Rosa and writes two notes for her; she
// comes in on a phone of her own with three words, finds her notes, her first words under Ana's, and where each went; and how she is
// credited changes on every phone and in every file at once.
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { openPhones, Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const BENCH = "A bench at the stop, with a roof"
const CHANGED = "A bench with a roof at every stop"
const FORMS = "Forms in words that I know"
const OPTION = "Benches before the winter"
const REASON = "The forms are made elsewhere"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  const stages = ["needs", "options", "agree"].map((kind) => ({ kind, prompt: "What matters?", minutes: 10 }))
  opened = await openWorkshop(server.origin, { title: "Better mornings", recipe: { name: "Three steps", stages } })
})
test.afterAll(() => server.dispose())

test("Rosa, without a phone at first, is heard, credited and told what became of it as everybody is", async ({ browser }) => {
  test.setTimeout(120_000)
  const { joinUrl, workshopId } = opened
  const [farah, sam, ana] = (await openPhones(browser, [
    { name: "Farah", showName: true, table: "1", joinUrl, size: "wide" },
    { name: "Sam", showName: true, table: "2", joinUrl },
    { name: "Ana", showName: true, table: "1", joinUrl },
  ])) as [Phone, Phone, Phone]
  const { needs, peopleHere: here, say } = sam
  let threeWords = ""

  await test.step("Sam opens a place for Rosa and writes two notes in her words", async () => {
    await sam.shell.goToStage("needs")
    await needs.button("board.add").click()
    threeWords = await here.add({ name: "Rosa" })
    for (const words of [BENCH, FORMS]) {
      // A phone with one owner goes back to its owner after each note.
      await here.chip("Rosa").click()
      await needs.sheet.locator("textarea[data-start]").fill(words)
      await needs.sheet.getByRole("button", { name: say("several.add-note", { name: "Rosa" }), exact: true }).click()
      await needs.sheet.getByRole("button", { name: say("several.right", { name: "Rosa" }), exact: true }).click()
    }
    await needs.close()
  })

  await test.step("Ana changes the words of one; it becomes part of an option, the other is not in the plan this time", async () => {
    await ana.shell.goToStage("needs")
    await ana.needs.see(BENCH)
    await ana.needs.changeWords(BENCH, CHANGED)
    const at = `${server.origin}/api/workshops/${workshopId}/notes`
    await call(at, { text: OPTION, kind: "option" }, await farah.seatKey())
    await ana.shell.goTo("outcomes")
    await ana.outcomes.partOf(CHANGED, OPTION)
    await farah.shell.goTo("outcomes")
    await farah.outcomes.notThisTime(FORMS, REASON)
  })

  const rosa = await Phone.open(browser)
  await test.step("Rosa comes in with three words, and reads her first words and where each of her notes went", async () => {
    await rosa.door.open(joinUrl, "en")
    await rosa.door.comeBack(threeWords)
    await rosa.shell.ready()
    await rosa.shell.goTo("mine")
    await expect(rosa.mine.note(CHANGED).getByText(OPTION).first()).toBeVisible()
    await rosa.mine.openWordings(CHANGED)
    await expect(rosa.mine.note(CHANGED).getByRole("blockquote").filter({ hasText: BENCH })).toBeVisible()
    await expect(rosa.mine.note(FORMS).getByText(rosa.say("outcome.not-this-time", { reason: REASON }))).toBeVisible()
  })

  await test.step("what Sam wrote is hers alone: of his own he has no note, no hand and no place", async () => {
    const counts = await own<Record<string, number>>(sam, "me/counts")
    expect(counts).toEqual({ notes: 0, changes: 0, groupings: 0, placings: 0 })
    const mine = await own<{ notes: unknown[]; hands: unknown[]; worries: unknown[] }>(sam, "me/data")
    expect([mine.notes, mine.hands, mine.worries]).toEqual([[], [], []])
    expect(await own(rosa, "me/counts")).toMatchObject({ notes: 2 })
  })

  await test.step("she is credited by her initials: at once on every phone, and in every file", async () => {
    const typed = (author: string): string => say("common.written-by", { author, scribe: "Sam" })
    await farah.shell.goToStage("needs")
    await ana.shell.goToStage("needs")
    for (const phone of [farah, sam, ana]) await expect(phone.needs.note(CHANGED).first()).toContainText(typed("Rosa"))
    await rosa.shell.goTo("me")
    await rosa.page.getByRole("radio", { name: rosa.say("mydata.credit-initials", { credit: "R." }), exact: true }).check()
    for (const phone of [farah, sam, ana]) await expect(phone.needs.note(CHANGED).first()).toContainText(typed("R."))
    for (const format of ["html", "md", "csv", "json"]) {
      const file = await exported(server.origin, workshopId, format, opened.organiserKey)
      expect(file, format).toContain("R.")
      expect(file, format).not.toContain("Rosa")
      expect(file, format).toContain(BENCH)
    }
  })
  for (const phone of [farah, sam, ana, rosa]) phone.expectNoFaults()
})

/** What the server tells this seat alone about itself. */
async function own<T>(phone: Phone, what: string): Promise<T> {
  const answer = await fetch(`${server.origin}/api/workshops/${opened.workshopId}/${what}`, {
    headers: { authorization: `Bearer ${await phone.seatKey()}` },
  })
  return (await answer.json()) as T
}
