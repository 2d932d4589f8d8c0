// Phones that were away while words went: somebody had theirs deleted, a name was taken out, a note was taken out of sight. Once they are
// back none of it is in anything their browser keeps, nor sent on; and a phone whose own key has ended keeps nothing of the workshop.
import { expect, test, type Browser } from "@playwright/test"
import { call, exported, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { Line } from "../line.ts"
import { Device } from "../pages/device.ts"
import { keptIn } from "../pages/device-store.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient } from "../stock-client.ts"
import { wordsOf } from "../words.ts"

const STAYS = "A bench at the stop"
const SAMS = "Canarysam: forms in words that I know"
const NAMED = "Quillfeather drives the late bus"
const HIDDEN = "Canaryhidden: she lives in Mill Lane"
const GONE = ["Samantha", "Canarysam", "Quillfeather", "Canaryhidden"]

let server: TestServer
let line: Line
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  line = await Line.to(server.port)
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
})
test.afterAll(async () => {
  await line.close()
  await server.dispose()
})

async function away(browser: Browser, name: string): Promise<Phone> {
  const phone = await Phone.open(browser, { context: { serviceWorkers: "allow" } })
  await phone.join(opened.joinUrl.replace(server.origin, `http://127.0.0.1:${line.port}`), { name, showName: true })
  await phone.shell.goToStage("needs")
  await new Device(phone.page, wordsOf("en")).untilKept("Canarysam")
  return phone
}
const found = (text: string): string[] => GONE.filter((word) => text.includes(word))

test("words that went while a phone was away are in nothing it keeps once it is back, with its page open or shut", async ({ browser }) => {
  test.setTimeout(150_000)
  const api = `${server.origin}/api/workshops/${opened.workshopId}`
  const host = await join(server.origin, opened, { name: "Farah", showName: true })
  const sam = await join(server.origin, opened, { name: "Samantha", showName: true })
  const note = (who: Joined, text: string) => call<{ noteId: string }>(`${api}/notes`, { text, kind: "need" }, who.seatKey)
  for (const text of [STAYS, NAMED]) await note(host, text)
  await note(sam, SAMS)
  const hidden = await note(host, HIDDEN)
  const [staying, shut, ended] = await Promise.all([away(browser, "Rosa"), away(browser, "Tom"), away(browser, "Kim")])
  for (const { page } of [staying, shut, ended]) await expect.poll(async () => found(await keptIn(page))).toEqual(GONE)
  const kims = await ended.seatKey()

  line.cut()
  await staying.needs.changeWords(SAMS, "Canarysam: forms that everybody knows")
  await staying.needs.add("Written while away")
  await staying.shell.expectSaved("kept")
  await shut.page.goto("about:blank")
  await ended.page.goto("about:blank")
  await call(`${api}/me/erase`, { words: true }, sam.seatKey)
  await call(`${api}/mentions`, { id: "mention000000001", words: "Quillfeather", except: [] }, host.seatKey)
  await call(`${api}/intents`, { id: "intent-hide", type: "hide-note", noteId: hidden.noteId, reason: "an address" }, host.seatKey)
  await call(
    `${api}/organiser/remove`,
    { seatId: (await call<{ id: string }>(`${api}/me`, undefined, kims, "GET")).id },
    opened.organiserKey,
  )
  line.mend()

  const at = `http://127.0.0.1:${line.port}/w/${opened.workshopId}/needs`
  for (const { page } of [shut, ended]) await page.goto(at)
  for (const phone of [staying, shut]) await phone.needs.see(STAYS)
  await staying.shell.expectSaved("saved")
  for (const [who, { page }] of Object.entries({ staying, shut, ended }))
    await expect.poll(async () => found(await keptIn(page)), { timeout: 30_000, message: who }).toEqual([])
  expect(await keptIn(ended.page)).not.toContain(STAYS)

  const hall = new StockClient(server.origin, opened.workshopId, host)
  await hall.synced()
  expect(hall.texts()).toContain("Written while away")
  expect(found(hall.texts().join())).toEqual([])
  hall.leave()
  for (const format of ["json", "html"]) expect(found(await exported(server.origin, opened.workshopId, format, host.seatKey))).toEqual([])
  for (const phone of [staying, shut, ended]) {
    phone.expectNoFaults()
    await phone.context.close()
  }
})
