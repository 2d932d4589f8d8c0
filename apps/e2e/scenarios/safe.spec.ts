// Looking after people, as they meet it: help without a name, a word to one person alone, two who take a note out of sight, a pause,
// somebody asked to leave, and being gone within a blink, with and without a network. A host and four phones, one server.
import { expect, test, type Page } from "@playwright/test"
import { join, openWorkshop, type Opened } from "../api.ts"
import { openPhones, Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const SECRET = "CANARY he follows me to the bus"
const HARM = "HARMFUL words about somebody's street"

let server: TestServer
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Better mornings", groups: ["Residents", "Staff"] })
})
test.afterAll(() => server.dispose())

/** Every byte of sockets and answers that a page gets, from now on. */
function listenTo(page: Page): string[] {
  const heard: string[] = []
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(Buffer.from(payload).toString("utf8"))))
  page.on("response", (response) => {
    void response.text().then(
      (text) => heard.push(text),
      () => {},
    )
  })
  return heard
}

test("people ask without a name, speak to one person alone, hide what harms, and are asked to leave kindly", async ({ browser }) => {
  test.setTimeout(240_000)
  const as = (name: string, group: string) => ({ name, showName: true, group, joinUrl: opened.joinUrl })
  const [rosa, sam, tom, ana] = (await openPhones(browser, [
    { name: "Rosa", showName: true, joinUrl: opened.joinUrl, size: "wide" },
    as("Sam", "Residents"),
    as("Tom", "Residents"),
    { ...as("Ana", "Staff"), locale: "ar" },
  ])) as [Phone, Phone, Phone, Phone]
  const kim = (await openPhones(browser, [as("Kim", "Staff")]))[0] as Phone
  const heard = [tom, ana, kim].map(({ page }) => listenTo(page))

  await test.step("somebody asks what a word means, and nobody is told who", async () => {
    await sam.shell.goTo("help")
    await sam.safe.press("safe.ask-word")
    await sam.page.getByLabel(sam.say("safe.word-label"), { exact: true }).fill("SLA")
    await sam.safe.press("safe.word-send")
    await expect(sam.safe.told("safe.asked")).toBeVisible()
    for (const phone of [rosa, tom, ana]) await expect(phone.safe.told("safe.told-word", { word: "SLA" })).toBeVisible()
    await tom.safe.press("safe.well")
    await expect(tom.safe.told("safe.told-word", { word: "SLA" })).toHaveCount(0)
  })

  await test.step("a word to the host alone, within two seconds and while paused; its writer sees that it was read", async () => {
    await rosa.shell.goTo("host")
    await rosa.safe.press("safe.pause")
    for (const phone of [sam, tom, ana]) await expect(phone.safe.told("safe.paused-what")).toBeVisible()
    await expect(tom.page.getByRole("button", { name: tom.say("board.add"), exact: true })).toHaveCount(0)
    await sam.safe.sayPrivately(SECRET, { to: { host: "Rosa" }, isNamed: true })
    await expect(rosa.safe.told("safe.heard-new")).toBeVisible({ timeout: 2000 })
    await rosa.page.getByRole("link", { name: rosa.say("safe.heard-see"), exact: true }).click()
    await expect(rosa.safe.said(SECRET)).toContainText(rosa.say("safe.heard-from", { name: "Sam" }))
    await expect(sam.safe.said(SECRET)).toContainText(sam.say("safe.not-read"))
    await rosa.safe.press("safe.heard-read")
    await expect(sam.safe.said(SECRET)).toContainText(sam.say("safe.read"))
    await sam.safe.press("safe.take-back")
    await expect(rosa.safe.said(SECRET)).toHaveCount(0)
    await rosa.shell.goTo("host")
    await rosa.safe.press("safe.resume")
    await expect(tom.safe.told("safe.paused-what")).toHaveCount(0)
  })

  await test.step("what is about the host goes to the organiser's own page", async () => {
    await tom.shell.goTo("help")
    await tom.safe.sayPrivately(`${SECRET} 2`, { to: "organiser" })
    const organiser = await Phone.open(browser, { size: "wide" })
    await organiser.page.goto(opened.organiserUrl)
    await expect(organiser.safe.said(`${SECRET} 2`)).toContainText(organiser.say("safe.heard-nameless"))
    await organiser.safe.press("safe.heard-read")
    await expect(tom.safe.said(`${SECRET} 2`)).toContainText(tom.say("safe.read"))
    await organiser.context.close()
  })

  await test.step("two people of different groups take a note out of sight; its author asks for it back", async () => {
    for (const phone of [rosa, sam, tom, ana, kim]) await phone.page.goto(`${server.origin}/w/${rosa.workshopId}/needs`)
    await kim.needs.add(HARM)
    await sam.needs.see(HARM)
    await sam.needs.open(HARM)
    await sam.needs.choose("hide-note")
    await sam.page.getByRole("dialog").getByRole("textbox").fill("It says where somebody lives")
    await sam.safe.press("safe.propose-do")
    const proposal = { number: 1, reason: "It says where somebody lives" }
    for (const phone of [tom, ana]) await expect(phone.safe.told("safe.proposed", proposal)).toBeVisible()
    await expect(sam.safe.told("safe.proposed-yours", { number: 1 })).toBeVisible()
    await expect(sam.safe.button("safe.proposed-yes")).toHaveCount(0)
    await tom.safe.press("safe.proposed-yes")
    await expect(tom.safe.told("problems.one-more")).toBeVisible()
    await expect(rosa.needs.note(HARM).first()).toBeVisible()
    await ana.safe.press("safe.proposed-yes")
    for (const phone of [rosa, sam, tom, ana]) await expect(phone.needs.note(HARM)).toHaveCount(0, { timeout: 1500 })
    await expect(kim.safe.told("safe.hidden-yours", proposal)).toBeVisible()
    await kim.safe.press("safe.ask-back")
    await kim.page.getByLabel(kim.say("safe.ask-back-words"), { exact: true }).fill("It is my own street")
    await kim.safe.press("safe.ask-back-send")
    await expect(kim.safe.told("safe.asked-back", { number: 1 })).toBeVisible()
    await expect(rosa.safe.told("safe.wants-back-new")).toBeVisible()
    await rosa.shell.goTo("host")
    await expect(rosa.page.getByText("It is my own street")).toBeVisible()
    await rosa.page.getByRole("button", { name: rosa.say("host.restore") }).click()
    await tom.needs.see(HARM)
  })

  await test.step("a host and one who is asked alone ask somebody to leave; their phone says so kindly", async () => {
    await rosa.safe.askToLeave("Tom", "Kim")
    await expect(kim.safe.told("safe.removal-asked", { by: "Rosa", name: "Tom" })).toBeVisible()
    await expect(sam.page.getByText("Tom", { exact: false })).toHaveCount(0)
    await kim.safe.press("safe.removal-yes")
    await expect(tom.safe.told("safe.removed")).toBeVisible({ timeout: 1500 })
    await tom.page.reload()
    await expect(tom.page.getByRole("heading", { name: tom.say("problems.removed") })).toBeVisible()
  })

  await test.step("nobody else's bytes held any of what was private", async () => {
    expect(heard.flat().length).toBeGreaterThan(20)
    for (const bytes of [heard[1], heard[2]]) expect(bytes?.join("\n")).not.toContain("CANARY")
    expect(heard[0]?.filter((part) => part.includes("CANARY") && !part.includes("CANARY he follows me to the bus 2"))).toEqual([])
  })
  for (const phone of [rosa, sam, tom, ana, kim]) phone.expectNoFaults()
})

/** Milliseconds from the last press of Shift until the page shows nothing; asked of the page itself, which is about to go. */
async function timeToBlank(phone: Phone): Promise<number> {
  const told = phone.page.waitForEvent("console", (message) => message.text().startsWith("blank after"))
  await phone.page.evaluate(() => {
    let presses = 0
    addEventListener(
      "keydown",
      ({ key }) => {
        if (key !== "Shift" || ++presses < 3) return
        const from = performance.now()
        const look = (): void => {
          const isBlank = document.body.innerText.trim() === "" && document.title.trim().length <= 1
          if (isBlank) console.info(`blank after ${performance.now() - from}`)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      true,
    )
  })
  await phone.safe.wantsOut()
  return Number((await told).text().split(" ").at(-1))
}

/** What this browser still holds of a workshop. */
const leftOn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const rows: unknown[] = []
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
      })
      for (const store of database.objectStoreNames)
        rows.push(
          ...(await new Promise<unknown[]>((resolve) => {
            const asked = database.transaction(store).objectStore(store).getAll()
            asked.onsuccess = () => resolve(asked.result as unknown[])
          })),
        )
      database.close()
    }
    return [rows, Object.keys(localStorage), Object.keys(sessionStorage)]
  })

test("Shift three times: empty in 100 ms, the device forgets, going back leads nowhere", { tag: "@measured" }, async ({ browser }) => {
  test.setTimeout(120_000)
  const [sam, ana] = (await openPhones(browser, [
    { name: "Sam", showName: true, joinUrl: opened.joinUrl },
    { name: "Ana", showName: true, joinUrl: opened.joinUrl },
  ])) as [Phone, Phone]
  const workshopId = sam.workshopId

  await test.step("with words half written in an open sheet", async () => {
    await sam.page.goto(`${server.origin}/w/${workshopId}/needs`)
    await sam.needs.button("board.add").click()
    await sam.page.getByRole("dialog").getByRole("textbox").first().fill("Words nobody may find")
    await sam.page.keyboard.press("Shift")
    await sam.page.keyboard.press("a")
    await sam.page.keyboard.press("Shift")
    await sam.page.keyboard.press("Shift")
    await expect(sam.page.getByRole("dialog")).toBeVisible() // capitals are no wish to leave
    await sam.page.keyboard.press("b")
    const ms = await timeToBlank(sam)
    console.log(`= leave quickly: blank after ${ms.toFixed(0)} ms`)
    expect(ms).toBeLessThan(100)
    await sam.page.waitForURL("**/away")
    await expect(sam.page.getByText(sam.say("away.words"), { exact: true })).toBeVisible()
    expect(await sam.page.title()).toBe(sam.say("away.title"))
    expect(await sam.page.content()).not.toMatch(/Evenboard|Better mornings|\/w\//)
    expect(await leftOn(sam.page)).toEqual([[], [], []])
    expect((await sam.context.cookies()).map(({ name }) => name)).toEqual([])
    await sam.page.goBack().catch(() => null)
    // The start page, which knows nobody; its example of a title is the title of this workshop.
    await expect(sam.page).toHaveURL(`${server.origin}/`)
    await expect(sam.page.getByRole("button", { name: sam.say("home.open-button"), exact: true })).toBeVisible()
    await expect(sam.page.getByText("Better mornings", { exact: true })).toHaveCount(0)
    expect(await leftOn(sam.page)).toEqual([[], [], []])
  })

  await test.step("without a network: empty at once, and nothing of mine left on the device", async () => {
    await ana.page.goto(`${server.origin}/w/${workshopId}/needs`)
    await ana.shell.ready()
    await ana.context.setOffline(true)
    await ana.needs.add("Written without a network")
    await ana.shell.expectSaved("kept")
    expect(JSON.stringify(await leftOn(ana.page))).toContain("update")
    expect(await timeToBlank(ana)).toBeLessThan(100)
    await expect.poll(async () => JSON.stringify(await leftOn(ana.page))).toBe("[[],[],[]]")
    expect(new URL(ana.page.url()).pathname).toBe("/away")
    await expect(ana.page.locator("body")).toBeEmpty()
  })

  await test.step("and by the button, on Help", async () => {
    const lou = (await openPhones(browser, [{ name: "Lou", joinUrl: opened.joinUrl }]))[0] as Phone
    await lou.shell.goTo("help")
    await lou.safe.press("safe.leave")
    await lou.page.waitForURL("**/away")
    await expect(lou.page.getByText(lou.say("away.words"), { exact: true })).toBeVisible()
  })
})

test("who would be quiet is not shown as here", async ({ browser }) => {
  await join(server.origin, opened, { name: "Farah" }) // whoever hosts is always seen
  const [kim, lou] = (await openPhones(browser, [
    { name: "Kim Quiet", showName: true, joinUrl: opened.joinUrl },
    { name: "Lou", showName: true, joinUrl: opened.joinUrl },
  ])) as [Phone, Phone]
  await kim.shell.goTo("me")
  await kim.me.unfold("safe.quiet-title")
  await kim.page.getByRole("checkbox", { name: kim.say("safe.quiet-label") }).check()
  await lou.shell.goTo("people")
  const away = lou.page
    .getByRole("region")
    .or(lou.page.locator("section"))
    .filter({ hasText: lou.say("people.away") })
  await expect(away.getByText("Kim Quiet")).toBeVisible()
  await kim.page.reload()
  await kim.shell.ready()
  await kim.me.unfold("safe.quiet-title")
  await expect(kim.page.getByRole("checkbox", { name: kim.say("safe.quiet-label") })).toBeChecked()
  await expect(away.getByText("Kim Quiet")).toBeVisible()
})
