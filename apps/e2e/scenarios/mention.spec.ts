// A host takes out the name of somebody who is not here: within the minute it is in nobody's browser, on nobody's page, in no file and no
// wording; the note stays its author's, who is told; an undo brings nothing back; and everybody can read that it happened, and not what.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { exported, openWorkshop, type Opened } from "../api.ts"
import { keptIn } from "../pages/device-store.ts"
import { MentionPart } from "../pages/mention.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const NAME = "Quillfeather"
const NOTE = `Mr ${NAME} drives the late bus home`
const BUS = "The late bus runs to the hospital"
const MARK = "[name taken out]"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
})
test.afterAll(() => server.dispose())

test("a name that a host takes out is in no browser, page, wording or file, and no undo brings it back", async ({ browser }) => {
  test.setTimeout(120_000)
  const { joinUrl, workshopId } = opened
  const [ana, rosa, sam] = (await openPhones(browser, [
    { name: "Ana", showName: true, joinUrl },
    { name: "Rosa", showName: true, joinUrl },
    { name: "Sam", showName: true, joinUrl, locale: "ar" },
  ])) as [Phone, Phone, Phone]
  const at = `${server.origin}/w/${workshopId}`

  await test.step("Rosa writes of somebody, in two notes; Sam changes one so that it names nobody", async () => {
    await Promise.all([ana, rosa, sam].map((phone) => phone.page.goto(`${at}/needs`)))
    await rosa.needs.add(NOTE)
    await rosa.needs.add(`Ask ${NAME} about the hospital`)
    await sam.needs.see(NOTE)
    await sam.needs.changeWords(NOTE, BUS)
    await rosa.needs.see(BUS)
    await sam.shell.expectSaved("saved")
    for (const phone of [ana, rosa, sam])
      await expect.poll(async () => (await keptIn(phone.page)).includes(NAME), { timeout: 30_000 }).toBe(true)
  })

  await test.step("Ana, who hosts, sees where it stands and takes it out, by keyboard", async () => {
    await ana.shell.goTo("host")
    const part = new MentionPart(ana.page, ana.say)
    await part.look(NAME.toLowerCase())
    await expect(part.places).toHaveCount(2)
    await expect(ana.page.getByText(ana.say("mention.before"))).toHaveCount(1)
    await part.takeOut(2)
  })

  await test.step("Sam's undo would have brought it back, and is gone", async () => {
    await sam.needs.see(BUS)
    await expect(rosa.page.getByText(rosa.say("mention.taken-out", { number: 1 }))).toBeVisible()
    await sam.page.keyboard.press("Control+z")
    await sam.needs.see(BUS)
  })

  await test.step("nobody keeps it, the note is Rosa's as it was, and she is told", async () => {
    for (const phone of [ana, rosa, sam]) {
      await expect.poll(async () => (await keptIn(phone.page)).includes(NAME), { timeout: 60_000 }).toBe(false)
      await phone.page.goto(`${at}/needs`)
      await phone.needs.see(`Ask ${MARK} about the hospital`)
      await expect(phone.page.getByText(NAME)).toHaveCount(0)
    }
    await rosa.shell.goTo("mine")
    await rosa.mine.openWordings(BUS)
    await expect(
      rosa.mine
        .note(BUS)
        .getByRole("blockquote")
        .filter({ hasText: `Mr ${MARK} drives` }),
    ).toBeVisible()
    for (const format of ["html", "json", "csv", "md"]) {
      const file = await exported(server.origin, workshopId, format, await ana.seatKey())
      expect(file).not.toContain(NAME)
      expect(file).toContain("Rosa")
    }
    const files = readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name)).toString("latin1"))
    for (const text of [...files, server.output]) expect(text.includes(NAME)).toBe(false)
  })

  await test.step("the log says who did it and from how many places", async () => {
    await sam.page.goto(`${at}/log`)
    await sam.page.getByRole("radio", { name: sam.say("mydata.log-audit"), exact: true }).check()
    await expect(sam.page.getByText(/موضعين/)).toBeVisible()
  })
  for (const phone of [ana, rosa, sam]) phone.expectNoFaults()
})
