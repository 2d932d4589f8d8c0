// The room screen with a full hall's notes: readable from the back at 1080p and 720p, nobody's name on it, turned by the clicker and by
// nothing else; a round reaches it only after the yes; and a projector's computer that has no seat.
import { expect, test, type BrowserContext } from "@playwright/test"
import { call, join } from "../api.ts"
import { findingsOn } from "../browsers/axe.ts"
import { wall, type Wall } from "../wall.ts"
import { RoomScreen } from "../pages/room-screen.ts"
import { TestServer } from "../server.ts"
import { noteId, StockClient } from "../stock-client.ts"
import { wordsOf, type Locale } from "../words.ts"

let server: TestServer
let full: Wall
test.beforeAll(async () => {
  server = await TestServer.start()
  full = await wall(server)
})
test.afterAll(() => server.dispose())

const HD = { width: 1920, height: 1080 }
const SMALL = { width: 1280, height: 720 }

/** A browser that shows it with the host's own seat. */
async function shown(
  context: BrowserContext,
  { opened, host }: Wall,
  { locale = "en", search = "" }: { locale?: Locale; search?: string } = {},
) {
  await context.addCookies([{ name: `eb_${opened.workshopId}`, value: host.seatKey, url: server.origin }])
  const page = await context.newPage()
  const faults: string[] = []
  page.on("pageerror", (error) => faults.push(String(error)))
  const screen = new RoomScreen(page, wordsOf(locale))
  await screen.open(server.origin, opened.workshopId, search)
  return { page, screen, faults }
}
const say = (intent: object, key: string) => call(`${full.at}/intents`, { id: noteId(), ...intent }, key)
const write = (text: string, key = full.host.seatKey) => call<{ noteId: string }>(`${full.at}/notes`, { text, kind: "need" }, key)

for (const viewport of [HD, SMALL])
  test(`everything on it is readable and whole at ${viewport.height}p, and nobody's name is on it`, async ({ browser }) => {
    const context = await browser.newContext({ viewport })
    const { page, screen, faults } = await shown(context, full)
    const seen: string[] = []
    const kinds = new Set<string>()
    const pages = await screen.walk(async (place) => {
      seen.push(await screen.expectReadable(`${place} at ${viewport.height}p`))
      const kind = place.split(":")[0] ?? ""
      if (!kinds.has(kind) && viewport === SMALL) expect(await findingsOn(page), place).toEqual([])
      kinds.add(kind)
    })
    expect(pages).toBeGreaterThan(25)
    expect([...kinds]).toEqual(["join", "prompt", "themes", "theme", "options", "option", "plane", "legend", "agreed"])
    const all = seen.join("\n")
    // Every note of the hall was on the wall, whole.
    const words = all.replaceAll(/\s+/g, " ")
    for (const text of full.texts) expect(words).toContain(text)
    expect(all).toContain(screen.say("room.more-themes", { count: 3 }))
    const dom = await page.content()
    for (const name of full.names) expect(all + dom, name).not.toContain(name)
    expect(dom).not.toContain("/o/")
    expect(dom).not.toContain(full.opened.organiserKey)
    await expect(page.getByText(screen.say("host.you"))).toHaveCount(0)
    expect(faults).toEqual([])
    await context.close()
  })

test("in two languages, right to left too, everything is still whole", async ({ browser }) => {
  const context = await browser.newContext({ viewport: SMALL })
  for (const [lang, and] of [
    ["es", "ar"],
    ["ar", "en"],
  ] as const) {
    const { page, screen } = await shown(context, full, { locale: lang, search: `?lang=${lang}&and=${and}` })
    await expect(screen.main).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr")
    await screen.turnTo("prompt")
    await expect(screen.main).toContainText(wordsOf(lang)("recipes.prompt-needs"))
    await expect(screen.main).toContainText(wordsOf(and)("recipes.prompt-needs"))
    const looked = new Set<string>()
    await screen.walk(async (place) => {
      const kind = place.split(":")[0] ?? ""
      if (looked.has(kind)) return
      looked.add(kind)
      await screen.expectReadable(`${place} in ${lang} and ${and}`)
    })
    await screen.press("Home")
    const [forward, back] = lang === "ar" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"]
    await screen.press(forward)
    expect(screen.at()).toBe("prompt")
    await screen.press(back)
    expect(screen.at()).toBe("join")
    await page.close()
  }
  await context.close()
})

test("the clicker turns it, others do not; what is new is marked, and a pause holds the picture", async ({ browser }) => {
  const context = await browser.newContext({ viewport: SMALL })
  const { page, screen } = await shown(context, full)
  const { say: words, main } = screen

  await test.step("joining shows the code, a QR of a third of the height and the door", async () => {
    await expect(main.getByText(full.opened.joinCode.replace(/^(...)/, "$1 "))).toBeVisible()
    expect((await screen.measure()).qrShare).toBeGreaterThan(0.35)
    await say({ type: "shut-door" }, full.host.seatKey)
    await expect(main.getByText(words("room.shut"))).toBeVisible()
    expect(await main.innerText()).not.toMatch(/\d{3} \d{3}/)
    await expect(page.getByRole("img")).toHaveCount(0)
    await say({ type: "open-door" }, full.host.seatKey)
    await expect(page.getByRole("img")).toBeVisible()
  })

  await test.step("a new note adds a mark, and Next shows it, marked", async () => {
    await screen.turnTo("theme")
    for (let i = 0; i < 40 && screen.at() !== "theme:"; i++) await screen.press("PageDown")
    const last = async () => /^(\d+) of \1$/m.test(await main.innerText())
    while (!(await last())) await screen.press("PageDown")
    const before = await main.locator("ul").first().innerText()
    await write("Lifts that work in every tower")
    await expect(main.getByText(words("room.new-more", { count: 1 }))).toBeVisible()
    expect(await main.locator("ul").first().innerText()).toBe(before)
    await say({ type: "move-stage", to: "options" }, full.host.seatKey)
    await expect(main.getByText(words("room.moved", { stage: words("common.stage-options") }))).toHaveCount(0)
    expect(screen.at()).toBe("theme:")
    await say({ type: "move-stage", to: "needs" }, full.host.seatKey)
    await screen.press("PageDown")
    while (!(await main.getByText("Lifts that work in every tower").isVisible())) await screen.press("PageDown")
    await expect(
      main.getByRole("listitem").filter({ hasText: "Lifts that work" }).getByText(words("room.new"), { exact: true }),
    ).toBeVisible()
    await screen.expectReadable("with a new note")
  })

  await test.step("a pause holds what is shown, and says so", async () => {
    await screen.press("o")
    await expect(screen.title).toContainText("120")
    await screen.press("z")
    await expect(main.getByText(words("room.paused"))).toBeVisible()
    await write("Rooms for grandparents")
    const other = await join(server.origin, full.opened, { name: "Late Larry" })
    await screen.press("PageDown")
    await screen.press("Home")
    await expect
      .poll(() => call<{ notes: number }>(`${full.at}/organiser`, undefined, full.opened.organiserKey, "GET").then((view) => view.notes))
      .toBeGreaterThan(120)
    await expect(screen.title).toContainText("120")
    expect(other.seatId).not.toBe("")
    await screen.press("z")
    await expect(screen.title).toContainText("121")
    await expect(main.getByText(words("room.paused"))).toHaveCount(0)
  })

  await test.step("a blank screen comes back as it was; buttons come with the pointer", async () => {
    await screen.press("b")
    await expect(screen.title).toHaveCount(0)
    await screen.press("PageDown")
    await expect(screen.title).toContainText("121")
    await page.mouse.move(300, 300)
    await page.mouse.move(320, 320)
    await page.getByRole("button", { name: words("room.next"), exact: true }).click()
    expect(screen.at().split(":")[0]).toBe("theme")
    await page.getByLabel(words("room.second"), { exact: true }).selectOption("ar")
    await expect(page).toHaveURL(/\?and=ar#theme/)
    await page.reload()
    await screen.ready()
    expect(screen.at().split(":")[0]).toBe("theme")
    await screen.press("Escape")
    await expect(page).toHaveURL(new RegExp(`/w/${full.opened.workshopId}$`))
  })
  await context.close()
})

test("what people write alone reaches it only after the yes; a projector's computer counts as nobody", async ({ browser }) => {
  const context = await browser.newContext({ viewport: SMALL })
  const page = await context.newPage()
  const heard: string[] = []
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(Buffer.from(payload).toString("latin1")))
  })
  const screen = new RoomScreen(page, wordsOf("en"))
  const other = await join(server.origin, full.opened, { name: "Quentin", showName: true, table: "2" })
  const { screenUrl } = await call<{ screenUrl: string }>(`${full.at}/screen`, {}, other.seatKey)
  await page.goto(screenUrl)
  await screen.ready()
  expect(new URL(page.url()).pathname).toBe(`/w/${full.opened.workshopId}/room`)
  await expect(screen.main).toContainText(screen.say("shell.here", { count: 0 }))
  // The host at table 1 and one more at table 2.
  const people = [full.host, other].map((seat) => new StockClient(server.origin, full.opened.workshopId, seat))
  await expect(screen.main).toContainText(screen.say("shell.here", { count: 2 }))

  const drafts = `${full.at}/drafts/${noteId()}`
  await say({ type: "start-round", kind: "alone", stage: "needs", question: "What would a good landlord do?" }, full.host.seatKey)
  await screen.turnTo("prompt")
  await expect(screen.main).toContainText("What would a good landlord do?")
  await call(drafts, { text: "SECRETWORDS on the roof", kind: "need" }, other.seatKey, "PUT")
  await expect(screen.main).toContainText(screen.say("room.written", { count: 1 }))
  await screen.expectReadable("while people write alone")
  expect(heard.join("")).not.toContain("SECRETWORDS")
  await say({ type: "ask-reveal" }, full.host.seatKey)
  const asked = () => heard.join("").match(/"reveal-asked","roundId":"(\w+)"/)?.[1]
  await expect.poll(asked).toBeTruthy()
  expect(heard.join("")).not.toContain("SECRETWORDS")
  await say({ type: "confirm-reveal", roundId: asked() }, other.seatKey)
  await expect.poll(() => heard.join("").includes("SECRETWORDS")).toBe(true)
  await screen.turnTo("theme")
  for (let i = 0; i < 40 && !(await screen.main.getByText("SECRETWORDS on the roof").isVisible()); i++) await screen.press("PageDown")
  await expect(screen.main.getByText("SECRETWORDS on the roof")).toBeVisible()
  for (const one of people) one.leave()
  // Hers stands in words about an option, which the board holds and the wall does not show.
  for (const name of ["Quentin", ...full.names.filter((one) => one !== "Petronella")]) expect(heard.join(""), name).not.toContain(name)

  await page.goto(`${server.origin}/w/${full.opened.workshopId}/people`)
  await screen.ready()
  expect(new URL(page.url()).pathname).toBe(`/w/${full.opened.workshopId}/room`)
  await call(`${full.at}/organiser/rotate-link`, {}, full.opened.organiserKey)
  await expect(screen.main).toContainText(screen.say("room.over"))
  await context.close()
})

test("on a phone all of it stands on one page, two taps away", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await context.addCookies([{ name: `eb_${full.opened.workshopId}`, value: full.host.seatKey, url: server.origin }])
  const page = await context.newPage()
  const words = wordsOf("en")
  await page.goto(`${server.origin}/w/${full.opened.workshopId}`)
  await page.getByRole("button", { name: words("shell.more"), exact: true }).click()
  await page.getByRole("link", { name: words("shell.go-screen"), exact: true }).click()
  const main = page.getByRole("main")
  await expect(main.getByRole("heading", { name: "Renting", exact: true })).toBeVisible()
  await expect(main.getByText("We agree to ask the council for a land trust before the summer.")).toBeVisible()
  const text = await main.innerText()
  for (const note of full.texts) expect(text.replaceAll(/\s+/g, " ")).toContain(note)
  for (const name of full.names) expect(text).not.toContain(name)
  await main.getByRole("link", { name: words("room.leave"), exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await context.close()
})
