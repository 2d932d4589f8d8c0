// Rosa has everything of hers deleted while Ana and Sam are there: within the minute none of it is in their browsers, on their pages, in
// an export or in the server's files, and Ana's and Sam's words stand as they did. Before, Rosa saves what is hers.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { keptIn } from "../pages/device-store.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const NAME = "Rosalind"
const FIRST = "Canaryfirst: a bus that comes when the surgery opens"
const NOTE = "Canarynote: a bench at the stop, with a roof"
const OUT = "Canaryhidden: my street is Mill Lane"
const MINE = [
  NAME,
  "Canaryfirst",
  "Canarynote",
  "Canaryhidden",
  "Canaryreason",
  "Canaryproposal",
  "Canaryconcern",
  "Canaryback",
  "Canarydraft",
]
/** What a browser keeps of them: the rest only the server has, and Rosa's page while it is open. */
const KEPT = [NAME, "Canaryfirst", "Canarynote", "Canaryreason", "Canaryproposal"]
const SAMS = "Forms in words that I know"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
})
test.afterAll(() => server.dispose())

test("what is mine goes from every browser that is here, from every page, export and file, and nobody else's does", async ({ browser }) => {
  test.setTimeout(150_000)
  const { joinUrl } = opened
  const [ana, rosa, sam] = (await openPhones(browser, [
    { name: "Ana", showName: true, joinUrl, size: "wide" },
    { name: NAME, showName: true, joinUrl },
    { name: "Sam", showName: true, joinUrl, locale: "ar" },
  ])) as [Phone, Phone, Phone]
  const at = `${server.origin}/w/${ana.workshopId}`

  await test.step("Rosa writes, Ana changes her words, Sam writes beside her", async () => {
    await Promise.all([ana, rosa, sam].map((phone) => phone.page.goto(`${at}/needs`)))
    await rosa.needs.add(FIRST)
    await rosa.needs.add(NOTE)
    await sam.needs.add(SAMS)
    for (const phone of [ana, sam]) await phone.needs.see(NOTE)
    await ana.needs.see(FIRST)
    await rosa.shell.expectSaved("saved")
    await ana.needs.open(FIRST)
    await ana.needs.choose("change-words")
    await ana.needs.sheet.getByRole("textbox").first().fill("A bus in the morning")
    await ana.page.keyboard.press("Control+Enter")
    await sam.needs.see("A bus in the morning")
  })

  await test.step("a note of hers is out of sight, with a reason; she says things to one person alone, and writes alone", async () => {
    const api = `${server.origin}/api/workshops/${ana.workshopId}`
    const [host, mine, third] = [await ana.seatKey(), await rosa.seatKey(), await sam.seatKey()]
    const intent = (id: string, body: object, key: string) => call(`${api}/intents`, { id: `intent-${id}`, ...body }, key)
    const { noteId } = await call<{ noteId: string }>(`${api}/notes`, { text: OUT, kind: "need" }, mine)
    const other = await call<{ noteId: string }>(`${api}/notes`, { text: "The clinic moved", kind: "need" }, third)
    await intent("hide", { type: "hide-note", noteId, reason: "Canaryreason: says where she lives" }, host)
    await intent("propose", { type: "propose-hide", noteId: other.noteId, reason: "Canaryproposal" }, mine)
    await call(`${api}/concerns`, { id: "concern000000001", words: "Canaryconcern", hears: "host" }, mine)
    await call(`${api}/ask-back`, { noteId, words: "Canaryback" }, mine)
    await intent("round", { type: "start-round", kind: "alone", stage: "needs", question: "" }, host)
    await call(`${api}/drafts/draft00000000001`, { text: "Canarydraft", kind: "need", keepBack: true }, mine, "PUT")
  })

  await test.step("her initials, chosen once, stand at once on every phone and in every file", async () => {
    await rosa.page.goto(`${at}/me`)
    const initials = rosa.say("mydata.credit-initials", { credit: "R." })
    await rosa.page.getByRole("radio", { name: initials, exact: true }).check()
    await expect(ana.needs.note(NOTE).filter({ hasText: "R." })).toBeVisible()
    await expect(ana.page.getByText(NAME)).toHaveCount(0)
    for (const format of ["html", "json", "csv", "md"])
      expect(await exported(server.origin, ana.workshopId, format, await ana.seatKey())).not.toContain(NAME)
    await rosa.page.getByRole("radio", { name: rosa.say("mydata.credit-name", { credit: NAME }), exact: true }).check()
    await expect(ana.needs.note(NOTE).filter({ hasText: NAME })).toBeVisible()
  })

  await test.step("she saves what is hers, with her first words and no other name", async () => {
    await rosa.page.goto(`${at}/me`)
    const file = await (await rosa.me.save("as-data")).path()
    const data = readFileSync(file, "utf8")
    for (const own of [NAME, "Canaryfirst", "Canarynote"]) expect(data).toContain(own)
    for (const other of ["Ana", "Sam"]) expect(data).not.toContain(`"${other}"`)
  })

  await test.step("their browsers hold a copy of it until then", async () => {
    for (const phone of [ana, sam]) await expect.poll(() => found(keptIn(phone.page)), { timeout: 30_000 }).toEqual(KEPT)
  })

  await test.step("she has it deleted, and keeps a receipt that does not name her", async () => {
    const { me } = rosa
    await rosa.shell.expectSaved("saved")
    await me.deleteByKeyboard("words")
    expect(await me.main.innerText()).not.toContain(NAME)
    await rosa.page.keyboard.press("Enter")
    await rosa.shell.ready()
  })

  await test.step("none of it is left with anybody, and the rest is", async () => {
    for (const phone of [ana, rosa, sam]) {
      await expect.poll(() => found(keptIn(phone.page)), { timeout: 60_000 }).toEqual([])
      await phone.page.goto(`${at}/needs`)
      await phone.needs.see(SAMS)
      expect(await found(phone.page.locator("body").innerText())).toEqual([])
    }
    for (const format of ["html", "json", "csv", "md"])
      expect(await found(exported(server.origin, ana.workshopId, format, await ana.seatKey()))).toEqual([])
    const files = readdirSync(server.dataDir).map((file) => readFileSync(join(server.dataDir, file)).toString("latin1"))
    expect(await found(Promise.resolve(files.join("")))).toEqual([])
    expect(await found(Promise.resolve(server.output))).toEqual([])
  })

  await test.step("the log says that it happened, and not who", async () => {
    await sam.page.goto(`${at}/log`)
    await sam.page.getByRole("radio", { name: sam.say("mydata.log-audit"), exact: true }).check()
    await expect(sam.page.getByText(sam.say("log.erased-words"), { exact: true })).toBeVisible()
  })
  for (const phone of [ana, rosa, sam]) phone.expectNoFaults()
})

async function found(text: Promise<string>): Promise<string[]> {
  const all = await text
  return MINE.filter((word) => all.includes(word))
}
