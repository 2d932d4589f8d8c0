// Two hours without internet: 30 notes written meanwhile, 30 by others. Over plain http with the tab closed in between, and over a
// line the browser trusts with the page loaded anew while there is no internet at all. Then leaving: nothing stays on the phone.
import { AxeBuilder } from "@axe-core/playwright"
import { expect, test, type Browser } from "@playwright/test"
import { exported, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { Line } from "../line.ts"
import { Device } from "../pages/device.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"
import { wordsOf } from "../words.ts"

const en = wordsOf("en")
const MINE = Array.from({ length: 30 }, (_, i) => `Offline note ${String(i + 1).padStart(2, "0")}`)
const THEIRS = Array.from({ length: 30 }, (_, i) => `Note of the hall ${String(i + 1).padStart(2, "0")}`)

let server: TestServer
let line: Line
let opened: Opened
let host: Joined
let hall: StockClient

test.beforeEach(async () => {
  server = await TestServer.start()
  line = await Line.to(server.port)
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
  host = await join(server.origin, opened, { name: "Farah", showName: true })
  hall = new StockClient(server.origin, opened.workshopId, host)
  await hall.synced()
})
test.afterEach(async () => {
  hall.leave()
  await line.close()
  await server.dispose()
})

async function joined(browser: Browser, hostname: string, context: Parameters<Browser["newContext"]>[0] = {}): Promise<Phone> {
  const phone = await Phone.open(browser, { context })
  await phone.join(opened.joinUrl.replace(server.origin, `http://${hostname}:${line.port}`), { name: "Rosa", showName: true })
  await phone.shell.goToStage("needs")
  return phone
}

type Note = { number: number; words: string; authorName: string }
const notesOf = async (): Promise<Note[]> => {
  const file = JSON.parse(await exported(server.origin, opened.workshopId, "json", opened.organiserKey)) as { notes: Note[] }
  return file.notes
}

/** Every note there once, with its own number, by whoever wrote it; and the phone shows the same board. */
async function expectAllOnce(phone: Phone): Promise<void> {
  const expected = [...MINE, ...THEIRS].toSorted()
  await until("all notes on the server", async () => (await notesOf()).length >= expected.length)
  const notes = await notesOf()
  expect(notes.map(({ words }) => words).toSorted()).toEqual(expected)
  expect(new Set(notes.map(({ number }) => number)).size).toBe(expected.length)
  for (const { words, authorName } of notes) expect(authorName, words).toBe(words.startsWith("Offline") ? "Rosa" : "Farah")
  expect(hall.texts().toSorted()).toEqual(expected)
  await expect(async () => {
    await phone.needs.showNew()
    for (const words of [MINE[0], MINE[29], THEIRS[0], THEIRS[29]])
      await expect(phone.needs.note(words ?? "")).toHaveCount(1, { timeout: 500 })
  }).toPass()
}

test("over plain http: two hours offline with 30 notes, the tab closed in between, and 30 notes of others", async ({ browser }) => {
  const phone = await Phone.open(browser)
  await phone.page.clock.install()
  await phone.join(opened.joinUrl.replace(server.origin, `http://hall.test:${line.port}`), { name: "Rosa", showName: true })
  await phone.shell.goToStage("needs")
  expect(await phone.page.evaluate(() => isSecureContext)).toBe(false)
  line.cut()
  for (const words of MINE) await phone.needs.add(words)
  await phone.shell.expectSaved("kept")
  const device = new Device(phone.page, en)
  await device.expectWaiting(30)
  await phone.page.clock.fastForward("02:00:00")
  await phone.shell.expectSaved("kept")
  await device.expectWaiting(30)
  // Nothing of the board stays where no page could open it; my own words do.
  expect(await device.copy()).toBe("")
  await phone.page.close()
  for (const words of THEIRS) hall.addNote(words)

  line.mend()
  const again = await phone.context.newPage()
  await again.goto(`http://hall.test:${line.port}/w/${opened.workshopId}/needs`)
  const back = phone.on(again)
  await back.shell.ready()
  await back.shell.expectSaved("saved")
  await expectAllOnce(back)
  back.expectNoFaults()
  await phone.context.close()
})

test("over a line the browser trusts: the page opens anew without internet, with 30 notes and the copy of the board", async ({
  browser,
}) => {
  const phone = await joined(browser, "127.0.0.1", { serviceWorkers: "allow" })
  const device = new Device(phone.page, en)
  const { page, context } = phone
  page.on("dialog", (dialog) => void dialog.accept())
  for (const words of THEIRS.slice(0, 15)) hall.addNote(words)
  await phone.needs.see(THEIRS[14] ?? "")
  await device.untilKept(THEIRS[14] ?? "")

  line.cut()
  await context.setOffline(true)
  for (const words of MINE.slice(0, 15)) await phone.needs.add(words)
  await phone.shell.expectSaved("kept")
  await page.reload()
  await phone.shell.ready()
  await phone.shell.expectSaved("kept")
  await device.expectCopy(true)
  await device.expectWaiting(15)
  for (const words of [MINE[14], THEIRS[0]]) await phone.needs.see(words ?? "")
  for (const words of MINE.slice(15)) await phone.needs.add(words)
  await device.expectWaiting(30)
  // Pages that were never opened before are there, too.
  await phone.shell.goToStage("options")
  await expect(page.getByRole("button", { name: en("options.add"), exact: true }).first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  // So are those beside the stages, with words that only they say.
  await phone.shell.goTo("help")
  await expect(page.getByRole("heading", { name: en("safe.help-title"), level: 1 })).toBeVisible()
  await phone.shell.goToStage("needs")
  for (const words of THEIRS.slice(15)) hall.addNote(words)

  line.mend()
  await context.setOffline(false)
  await phone.shell.expectSaved("saved")
  await device.expectCopy(false)
  await expectAllOnce(phone)
  // The next page is the server's again, not the one that was kept.
  await page.reload()
  await phone.shell.ready()
  await expect(page.locator("#boot")).toHaveCount(1)
  // On a line that takes everything and brings nothing nobody waits for long: the copy, and then the server when it is heard.
  line.silence()
  await page.reload({ waitUntil: "commit" })
  await phone.shell.ready()
  await device.expectCopy(true)
  line.mend()
  await device.expectCopy(false)
  await phone.shell.expectSaved("saved")

  await phone.shell.goTo("me")
  await phone.me.unfold("me.leave-title")
  await page.getByRole("button", { name: en("me.leave-sure") }).click()
  await expect(page).toHaveURL(`http://127.0.0.1:${line.port}/`)
  expect(await device.copy()).toBe("")
  line.cut()
  await context.setOffline(true)
  await page.goto(`http://127.0.0.1:${line.port}/w/${opened.workshopId}`)
  await expect(page.getByRole("heading", { name: en("device.not-here") })).toBeVisible()
  phone.expectNoFaults()
  await phone.context.close()
})

test("on a shared phone nothing stays: words that did not arrive are said to be nowhere, and can be copied", async ({ browser }) => {
  const phone = await joined(browser, "127.0.0.1", { serviceWorkers: "allow" })
  const device = new Device(phone.page, en)
  const { page } = phone
  hall.addNote(THEIRS[0] ?? "")
  await phone.needs.see(THEIRS[0] ?? "")
  await device.untilKept(THEIRS[0] ?? "")
  await phone.shell.goTo("me")
  await phone.me.unfold("device.shared-title")
  await page.getByRole("checkbox", { name: en("device.shared") }).check()
  await expect(page.getByText(en("device.shared-on")).first()).toBeVisible()
  expect(await device.copy()).toBe("")
  await phone.shell.goToStage("needs")
  line.cut()
  await phone.needs.add(MINE[0] ?? "")
  await phone.needs.add(MINE[1] ?? "")
  await phone.shell.expectSaved("not-kept")
  await page.getByRole("button", { name: en("device.copy-words") }).click()
  await expect(page.getByRole("dialog").getByLabel(en("device.my-words"))).toHaveValue(`${MINE[0]}\n\n${MINE[1]}`)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press("Escape")
  line.mend()
  await phone.shell.expectSaved("saved")
  expect(await device.copy()).toBe("")
  phone.expectNoFaults()
  await phone.context.close()
})
