// Write alone, then show together: five people at two tables and online, the server killed in the middle, one phone offline through
// the reveal, one typing in an open sheet, one reading far down. No byte of a draft reaches anybody else before.
import { expect, test, type Page } from "@playwright/test"
import { openWorkshop, type Opened } from "../api.ts"
import { Line } from "../line.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const SECRETS = ["LANTERNS on the path", "A BENCH in the shade", "PLATFORM without steps", "KITTENS are not for here"]
const QUESTION = "What would make the morning better?"

let server: TestServer
let opened: Opened
let line: Line
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings" })
  line = await Line.to(server.port)
})
test.afterAll(async () => {
  await line.close()
  await server.dispose()
})

/** Every byte of sockets and answers that a page gets, from now on. */
function listenTo(page: Page): string[] {
  const heard: string[] = []
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(Buffer.from(payload).toString("latin1"))))
  page.on("response", (response) => {
    void response.text().then(
      (text) => heard.push(text),
      () => {},
    )
  })
  return heard
}

const viaLine = (url: string): string => url.replace(/\/\/[^/]+/, `//127.0.0.1:${line.port}`)

test("what each wrote alone is seen by nobody, then by everybody at once", async ({ browser }) => {
  test.setTimeout(240_000)
  const at = (name: string, table: string) => ({ name, showName: true, table, joinUrl: opened.joinUrl })
  const [rosa, ana, sam] = (await openPhones(browser, [
    { ...at("Rosa", "1"), size: "wide" },
    { ...at("Ana", "2"), locale: "ar" },
    { ...at("Sam", "1"), joinUrl: viaLine(opened.joinUrl) },
  ])) as [Phone, Phone, Phone]
  const [lou, kim] = (await openPhones(browser, [at("Lou", "2"), at("Kim", "3")])) as [Phone, Phone]
  const everybody = [rosa, ana, sam, lou, kim]
  const heard = [rosa, lou, kim].map(({ page }) => listenTo(page))

  await test.step("the host asks a question, and everybody is told to write alone", async () => {
    await rosa.page.goto(`${server.origin}/w/${rosa.workshopId}/host`)
    await rosa.host.next("needs")
    await rosa.alone.start(QUESTION)
    for (const phone of everybody) await expect(phone.alone.notice).toBeVisible()
  })

  await test.step("they write, change, keep back and throw away", async () => {
    await ana.alone.open()
    await expect(ana.alone.sheet.getByText(QUESTION)).toBeVisible()
    await ana.alone.write(SECRETS[0] ?? "")
    await ana.alone.write(SECRETS[3] ?? "")
    await ana.alone.act(SECRETS[3] ?? "", "round.keep-back")
    await expect(ana.alone.draft(SECRETS[3] ?? "").getByText(ana.say("round.kept-back"))).toBeVisible()
    await ana.alone.write("Nothing of this")
    await ana.alone.act("Nothing of this", "round.throw")
    await ana.alone.act("Nothing of this", "round.throw-yes")
    await expect(ana.alone.draft("Nothing of this")).toHaveCount(0)
    await sam.alone.open()
    await sam.alone.write("A chair", { forName: "Old Tom" })
    await sam.peopleHere.turnTo("Old Tom")
    await sam.alone.change("A chair", SECRETS[1] ?? "")
    await sam.peopleHere.turnTo(sam.say("several.me"))
    await rosa.alone.written(2)
  })

  await test.step("a killed server has lost none of it", async () => {
    await server.kill()
    await server.boot()
    await ana.page.reload()
    await ana.shell.ready()
    await ana.alone.open()
    await expect(ana.alone.draft(SECRETS[0] ?? "")).toBeVisible()
    await rosa.alone.written(2)
  })

  await test.step("a phone without a line keeps what is written, and says so", async () => {
    line.cut()
    await sam.alone.write(SECRETS[2] ?? "", { said: "round.on-device" })
    await expect(sam.alone.draft(SECRETS[2] ?? "").getByText(sam.say("round.on-device"))).toBeVisible()
  })

  await test.step("before the reveal nobody else got a byte of it, the export and the organiser included", async () => {
    const keys = [await rosa.seatKey(), await lou.seatKey(), opened.organiserKey]
    const got = heard.flat()
    for (const key of keys)
      for (const what of ["export/json", "export/html", "history", "drafts"])
        got.push(
          await (
            await fetch(`${server.origin}/api/workshops/${opened.workshopId}/${what}`, { headers: { authorization: `Bearer ${key}` } })
          ).text(),
        )
    expect(got.join("").includes("round-started")).toBe(true)
    for (const secret of ["LANTERNS", "BENCH", "PLATFORM", "KITTENS"])
      expect(
        got.some((one) => one.includes(secret)),
        secret,
      ).toBe(false)
  })

  await test.step("one yes from another table shows it, and no open sheet, focus or caret moves", async () => {
    await ana.alone.field.fill("Half a thou")
    await ana.alone.field.press("ArrowLeft")
    await rosa.alone.press("round.show-all")
    await expect(rosa.alone.notice.getByText(rosa.say("round.waits"))).toBeVisible()
    await expect(kim.alone.notice.getByText(kim.say("round.asks", { name: "Rosa" }))).toBeVisible()
    await kim.alone.press("round.yes")
    for (const phone of [rosa, lou, kim]) await expect(phone.alone.notice).toHaveCount(0)
    await expect(ana.alone.sheet.getByText(ana.say("round.over"))).toBeVisible()
    const field = await ana.alone.field.evaluate((element: HTMLTextAreaElement) => ({
      value: element.value,
      caret: element.selectionStart,
      hasFocus: document.activeElement === element,
    }))
    expect(field).toEqual({ value: "Half a thou", caret: 10, hasFocus: true })
  })

  await test.step("everybody sees the same notes, not grouped, with whose words they are", async () => {
    for (const phone of [lou, kim]) {
      await phone.page.goto(`${server.origin}/w/${phone.workshopId}/needs`)
      await phone.shell.ready()
      for (const words of SECRETS.slice(0, 2)) await phone.needs.see(words)
      await expect(phone.needs.note(SECRETS[3] ?? "")).toHaveCount(0)
      await expect(phone.needs.note(SECRETS[1] ?? "").first()).toContainText("Old Tom")
    }
  })

  await test.step("the phone that was away sends its note, which stays its own until it is shown", async () => {
    line.mend()
    await expect(sam.alone.draft(SECRETS[2] ?? "").getByRole("button", { name: sam.say("round.show-one"), exact: true })).toBeVisible({
      timeout: 30_000,
    })
    await expect(sam.alone.draft(SECRETS[2] ?? "").getByText(sam.say("round.kept-back"))).toBeVisible()
    await expect(kim.needs.note(SECRETS[2] ?? "")).toHaveCount(0)
    await sam.alone.act(SECRETS[2] ?? "", "round.show-one")
    await kim.needs.see(SECRETS[2] ?? "")
    await sam.alone.close()
  })

  await test.step("what was kept back is in reach, and the log tells the acts and nobody who wrote", async () => {
    await ana.alone.close()
    await expect(ana.page.getByText(ana.say("round.still-yours", { count: 1 }))).toBeVisible()
    await ana.alone.press("round.see-mine")
    await expect(ana.alone.draft(SECRETS[3] ?? "")).toBeVisible()
    await kim.page.goto(`${server.origin}/w/${kim.workshopId}/log`)
    const log = kim.page.getByRole("main")
    await expect(log.getByText(kim.say("log.round-started", { who: "Rosa", words: QUESTION }))).toBeVisible()
    await expect(log.getByText(kim.say("log.reveal-asked", { who: "Rosa" }))).toBeVisible()
    // Sam opened a place for Old Tom, which is no secret; that anybody wrote, or for whom, is told by no line.
    await expect(log.getByText(kim.say("log.seat-opened", { who: "Sam", to: "Old Tom" }))).toBeVisible()
    await expect(log.getByText(/Sam|Old Tom/)).toHaveCount(1)
    await expect(log).not.toContainText("Ana")
  })
  for (const phone of everybody) phone.expectNoFaults()
})
