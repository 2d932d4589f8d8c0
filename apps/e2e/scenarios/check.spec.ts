// Before people come: the host checks the room with three phones (one without JavaScript, in Arabic; one on a slow line), makes a code for
// the Wi-Fi that no byte of leaves the page, and rehearses with pretend people. At an address as phones in a hall see it.
import { expect, test } from "@playwright/test"
import { call, openWorkshop } from "../api.ts"
import { Line } from "../line.ts"
import { tryRoom } from "../pages/check.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const PASSWORD = "CANARY;tea:and,cake"

let server: TestServer
let slow: Line
test.beforeAll(async () => {
  server = await TestServer.start()
  slow = await Line.to(server.port, { bytesASecond: 20_000 })
})
test.afterAll(async () => {
  await slow.close()
  await server.dispose()
})
const inHall = (url: string, port = server.port): string => url.replace(/\/\/[^/]+/, `//hall.test:${port}`)

test("the room is checked with phones, the Wi-Fi has a code, and a rehearsal is played and thrown away", async ({ browser }) => {
  const opened = await openWorkshop(server.origin, { title: "Better mornings" })
  const host = await Phone.open(browser, { size: "wide" })
  const sent: string[] = []
  host.page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`))
  await host.join(inHall(opened.joinUrl), { name: "Ana", showName: true, table: "1" })
  await host.shell.goTo("host")
  const { check } = host
  await check.open()
  await check.expectPhones(0)
  await expect(check.main.getByText(host.say("check.reach-this-network"), { exact: true })).toBeVisible()
  const link = await check.link()

  await test.step("a phone without JavaScript, in Arabic, is told that it reached the computer", async () => {
    const phone = await Phone.open(browser, { locale: "ar", context: { javaScriptEnabled: false } })
    await tryRoom(phone.page, link, phone.say)
    await expect(phone.page.getByRole("heading", { name: phone.say("phone.reached"), exact: true })).toBeVisible()
    await expect(phone.page.getByText(phone.say("phone.quick-do"), { exact: true })).toBeVisible()
    await check.expectPhones(1)
    await expect(check.phones.first()).toContainText(host.say("check.pace-quick"))
    await phone.context.close()
  })

  await test.step("a phone on a slow line is told so, and what to do, on both sides", async () => {
    const phone = await Phone.open(browser)
    await tryRoom(phone.page, inHall(link, slow.port), phone.say)
    await expect(phone.page.getByText(phone.say("phone.slow-do"), { exact: true })).toBeVisible()
    await expect(phone.page.getByText(/Slow, but it works: the first page takes about \d+ seconds\./)).toBeVisible()
    await check.expectPhones(2)
    await expect(check.phones.first()).toContainText(host.say("check.do-slow"))
    phone.expectNoFaults()
    await phone.context.close()
  })

  await test.step("a phone that keeps the app asks once for each step, not once more behind the back of the page", async () => {
    const phone = await Phone.open(browser, { context: { serviceWorkers: "allow" } })
    const near = (url: string) => url.replace(/\/\/[^/]+/, `//127.0.0.1:${server.port}`)
    await phone.join(near(opened.joinUrl))
    await expect.poll(() => phone.page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated")
    await tryRoom(phone.page, near(link), phone.say)
    await check.expectPhones(3)
    await phone.context.close()
  })

  await test.step("the Wi-Fi's code stands beside the one to join, and its password goes nowhere", async () => {
    await check.wifi("Hall guests", PASSWORD)
    await expect(check.code(host.say("door.qr", { title: "Better mornings" }))).toBeVisible()
    await expect(check.main.getByText(host.say("check.sheet-password", { password: PASSWORD }), { exact: true })).toBeVisible()
    await host.page.emulateMedia({ media: "print" })
    await expect(check.code(host.say("check.wifi-qr", { name: "Hall guests" }))).toBeVisible()
    await expect(check.code(host.say("check.qr"))).toBeHidden()
    await host.page.emulateMedia({ media: "screen" })
  })

  await test.step("a rehearsal says that it is one, and pretend people write in it", async () => {
    await check.press("check.rehearsal-make")
    await host.page.getByRole("link", { name: host.say("check.rehearsal-open"), exact: true }).click()
    await expect(host.page.getByRole("heading", { name: "Rehearsal: Better mornings" })).toBeVisible()
    await host.door.join({ name: "Ana", table: "1" })
    await host.shell.ready()
    await host.shell.goTo("host")
    await host.host.next("needs")
    await host.shell.goToStage("needs")
    await host.needs.see("First - ensure that young people feel safe/comfortable to scrutinise policing")
    await expect(host.page.getByText("Pretend Rosa").first()).toBeVisible()
  })

  await test.step("thrown away, nothing of it is left, and the real workshop is as it was", async () => {
    await host.page.goto(`${inHall(server.origin)}/w/${opened.workshopId}/check`)
    const open = host.page.getByRole("link", { name: host.say("check.rehearsal-open"), exact: true })
    const rehearsal = await open.getAttribute("href")
    await check.press("check.rehearsal-throw")
    await expect(check.main.getByText(host.say("check.rehearsal-thrown"), { exact: true })).toBeVisible()
    await expect(open).toHaveCount(0)
    expect((await fetch(`${server.origin}${rehearsal}`)).status).toBe(404)
    const real = await call<{ notes: number }>(
      `${server.origin}/api/workshops/${opened.workshopId}/organiser`,
      undefined,
      opened.organiserKey,
      "GET",
    )
    expect(real.notes).toBe(0)
  })

  await test.step("the organiser, who may have no seat, checks the room too", async () => {
    await host.page.goto("about:blank")
    await host.page.goto(inHall(opened.organiserUrl))
    await check.press("organiser.check")
    await expect(check.code(host.say("check.qr"))).toBeVisible()
    await check.press("organiser.check-back")
    await expect(host.page.getByRole("heading", { level: 1, name: "Better mornings" })).toBeVisible()
  })

  const leaked = [encodeURIComponent(PASSWORD), PASSWORD, "CANARY"].filter((word) => sent.some((one) => one.includes(word)))
  expect(leaked).toEqual([])
  expect(server.output).not.toContain("CANARY")
  host.expectNoFaults()
  await host.context.close()
})
