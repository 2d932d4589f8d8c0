// The first evening: "Needs and options" from Arrive to paper, with 28 people: 18 phones at three tables, four people elsewhere, six
// without a phone. One wide screen hosts, four more are real browser pages, the rest are programs; what they say are the 119 accepted
// comments of the housing case. The host's page dies in the middle of writing alone, one phone has no line while all is shown.
import { expect, test, type Page } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { comments, QUESTION } from "../cases/housing.ts"
import { Bot, PEOPLE, THEMES, themeOf, wordsOfPerson } from "../hall.ts"
import { Line } from "../line.ts"
import { RoomScreen } from "../pages/room-screen.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { until } from "../stock-client.ts"
import { wordsOf } from "../words.ts"

const GROUPS = ["Tenants", "Council staff"]
const TITLE = "Homes people can afford"
/** What the host's silence must last before another can take over. */
const HOST_GONE_MS = 60_000
const [ROSA, SAM, SALMA, LOU, KIM] = [0, 1, 2, 3, 4]

// Every program listens for the end of the process.
process.setMaxListeners(60)

let server: TestServer
let opened: Opened
let line: Line
const bots = new Map<number, Bot>()

test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: TITLE, purpose: QUESTION, recipe: "needs-options", groups: GROUPS })
  line = await Line.to(server.port)
})
test.afterAll(async () => {
  for (const bot of bots.values()) bot.leave()
  await line.close()
  await server.dispose()
})

/** Every byte that a page gets by sockets and answers, from now on. */
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

const saidBy = (index: number): string[] => wordsOfPerson(index).map(({ words }) => words)
/** No text in another seat's bytes can hold this by chance. */
const longOf = (words: string): string => JSON.stringify(words).slice(1, 41)

test("an evening of 28 people, from Arrive to paper", async ({ browser }) => {
  test.setTimeout(6 * 60_000)
  const { origin } = server
  const seated = (index: number) => {
    const { name, table } = PEOPLE[index] ?? { name: "", table: "" }
    return { name, showName: true, table, group: GROUPS[index % 2] ?? "" }
  }

  const rosa = await Phone.open(browser, { size: "wide" })
  const sam = await Phone.open(browser)
  const salma = await Phone.open(browser, { locale: "ar" })
  const lou = await Phone.open(browser)
  const kim = await Phone.open(browser)
  const pages = [rosa, sam, salma, lou, kim]
  await test.step("people come: five pages, seventeen more phones, six people without one", async () => {
    for (const [index, phone] of pages.entries()) {
      const link = index === LOU ? opened.joinUrl.replace(/\/\/[^/]+/, `//127.0.0.1:${line.port}`) : opened.joinUrl
      await phone.join(link, seated(index))
    }
    const others = PEOPLE.map((person, index) => ({ person, index })).filter(({ person, index }) => person.hasPhone && index > KIM)
    for (const { person, index } of others) bots.set(index, await Bot.join(origin, opened, person))
    await Promise.all([...bots.values()].map((bot) => bot.connect()))
    await expect(rosa.page.getByRole("banner").getByText(rosa.say("shell.here", { count: 22 }))).toBeVisible()
  })

  const bot = (index: number): Bot => bots.get(index) ?? fail(index)
  const wall = new RoomScreen(await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage(), wordsOf("en"))
  const heard = [kim.page, salma.page, wall.page].map(listenTo)
  await test.step("a projector shows how to join and counts as nobody", async () => {
    const at = `${origin}/api/workshops/${opened.workshopId}/screen`
    const { screenUrl } = await call<{ screenUrl: string }>(at, {}, opened.organiserKey)
    await wall.page.goto(screenUrl)
    await wall.ready()
    await expect(wall.main).toContainText(wall.say("shell.here", { count: 22 }))
  })

  await test.step("the host opens Needs and asks everybody to write alone", async () => {
    await rosa.shell.goTo("host")
    await rosa.host.next("needs")
    await rosa.alone.start(QUESTION)
    for (const phone of pages) await expect(phone.alone.notice).toBeVisible()
  })

  await test.step("pages and programs write, each for their own eyes; scribes for the six without a phone", async () => {
    for (const [phone, index] of [
      [sam, SAM],
      [lou, LOU],
    ] as const) {
      await phone.alone.open()
      await phone.alone.write(saidBy(index)[0] ?? "")
    }
    for (const [index, one] of bots) for (const words of saidBy(index)) await one.writeAlone(words)
    const [first, ...more] = saidBy(ROSA)
    await rosa.alone.open()
    await rosa.alone.write(first ?? "")
    await rosa.alone.close()
    const rosasKey = Bot.of(origin, opened, await rosa.seatKey())
    for (const words of more) await rosasKey.writeAlone(words)
    await sam.alone.close()
    await rosa.alone.written(20)
    await wall.turnTo("prompt")
    await expect(wall.main).toContainText(wall.say("room.written", { count: 20 }))
  })

  await test.step("the host's laptop dies in the middle of it, and nobody's words with it", async () => {
    await rosa.page.close()
    line.cut()
    await lou.alone.write(saidBy(LOU)[1] ?? "", { said: "round.on-device" })
  })
  const diedAt = Date.now()

  await test.step("while the host is gone the others go on writing", async () => {
    for (const [index, person] of PEOPLE.entries()) {
      if (person.hasPhone) continue
      const scribe = bot(index % 2 ? 5 : 7)
      const seatId = await scribe.openSeat(person)
      for (const words of saidBy(index)) await scribe.writeAlone(words, seatId)
    }
    await salma.alone.open()
    for (const words of saidBy(SALMA)) await salma.alone.write(words)
    await kim.alone.open()
    for (const words of saidBy(KIM)) await kim.alone.write(words)
    await kim.alone.close()
    await salma.alone.close()
    await sam.alone.open()
    await sam.alone.write(saidBy(SAM)[1] ?? "")
    await sam.alone.close()
  })

  await test.step("after a minute's silence another takes over, with one more person's yes", async () => {
    await sam.shell.goTo("host")
    const takeOver = sam.page.getByRole("button", { name: sam.say("host.take-over"), exact: true })
    await until("the host to have been gone for a minute", () => Date.now() - diedAt > HOST_GONE_MS, HOST_GONE_MS + 5_000)
    await takeOver.click()
    await kim.page.getByRole("button", { name: kim.say("shell.host-yes"), exact: true }).click()
    await expect(sam.page.getByText(sam.say("host.you"))).toBeVisible()
  })

  await test.step("before the reveal nobody else got a byte of any draft", async () => {
    const keys = [opened.organiserKey, await kim.seatKey(), bot(5).seat.seatKey]
    const got = heard.flat()
    for (const key of keys) for (const format of ["json", "html"]) got.push(await exported(origin, opened.workshopId, format, key))
    const all = got.join("\n")
    expect(all).toContain("round-started")
    const written = [...bots.keys()].flatMap(saidBy).concat(saidBy(SAM), saidBy(LOU))
    for (const words of written) expect(all, words).not.toContain(longOf(words))
  })

  await test.step("one yes from another table shows everything that was written, at once", async () => {
    await sam.alone.press("round.show-all")
    await kim.alone.press("round.yes")
    await expect(kim.alone.notice).toHaveCount(0)
    await until("all but the one without a line to stand on the board", async () => (await notesNow()).length === 118)
  })

  await test.step("the phone that had no line keeps its note, and shows it when it wants", async () => {
    line.mend()
    const late = saidBy(LOU)[1] ?? ""
    await expect(lou.alone.draft(late).getByRole("button", { name: lou.say("round.show-one"), exact: true })).toBeVisible({
      timeout: 30_000,
    })
    await lou.alone.act(late, "round.show-one")
    await lou.alone.close()
    await until("the last note", async () => (await notesNow()).length === comments.length)
  })

  await test.step("the hall groups them, each table some", async () => {
    for (const [n, [title]] of THEMES.entries()) {
      const themeId = `theme${String(n).padStart(11, "0")}`
      const client = await bot(5 + (n % 14)).connect()
      client.theme(themeId, title, `a${"0123456789ABCDEFGHIJ"[n]}`)
      client.group(themeId, (words) => themeOf(words) === title)
    }
    await salma.page.goto(`${origin}/w/${opened.workshopId}/needs`)
    await salma.shell.ready()
    await expect(salma.page.getByRole("heading", { name: "Renting" })).toBeVisible()
  })

  await test.step("two who say the same lie in one stack, with both their names; the wall shows at most twelve tiles and nobody's name", async () => {
    const [first, second] = ["Kofi", "Jaya"].map((name) => saidBy(PEOPLE.findIndex((person) => person.name === name))[0] ?? "")
    await kim.page.goto(`${origin}/w/${opened.workshopId}/needs`)
    await kim.shell.ready()
    await kim.needs.see(first ?? "")
    await kim.needs.stack(first ?? "", [second ?? ""])
    await kim.needs.expectSaid(first ?? "", 2, ["Kofi", "Jaya"])
    await wall.turnTo("themes")
    expect((await wall.measure()).tiles).toBeLessThanOrEqual(12)
    await wall.expectReadable("the themes of the evening")
    const shown = await wall.main.innerText()
    const names = PEOPLE.map(({ name }) => name).filter((name) => !comments.some(({ words }) => words.includes(name)))
    for (const name of names) expect(shown, name).not.toContain(name)
  })

  await test.step("options grow out of themes", async () => {
    await sam.shell.goTo("host")
    await sam.host.next("options")
    await sam.shell.goToStage("options")
    await sam.options.fromTheme("Renting")
    await sam.options.sayField("Renting", "leftOut", "People who own nothing and rent a room")
    await kim.shell.goToStage("options")
    await expect(kim.options.option("Renting")).toBeVisible()
  })

  await test.step("and all of it goes home on paper, whose words are whose", async () => {
    await sam.shell.goTo("host")
    await sam.host.next("after")
    await sam.page.goto(`${origin}/w/${opened.workshopId}/print/evening`)
    await expect(sam.page.getByRole("heading", { name: TITLE })).toBeVisible()
    await expect(sam.page.getByText("Renting").first()).toBeVisible()
    await salma.page.goto(`${origin}/w/${opened.workshopId}/print/mine`)
    for (const words of saidBy(SALMA)) await expect(salma.page.getByText(words)).toBeVisible()
    await sam.page.goto(`${origin}/w/${opened.workshopId}/print/people`)
    for (const [index, { hasPhone }] of PEOPLE.entries())
      if (!hasPhone) for (const words of saidBy(index)) await expect(sam.page.getByText(words).first()).toBeAttached()
  })

  await test.step("every comment stands once, as the words of whoever said it", async () => {
    const notes = (await notesNow()).filter(({ kind }) => kind === "need")
    expect(notes.map(({ words }) => words).toSorted()).toEqual(comments.map(({ words }) => words).toSorted())
    for (const [index, { name }] of PEOPLE.entries())
      for (const words of saidBy(index)) expect(notes.find((note) => note.words === words)?.authorName, words).toBe(name)
  })
  for (const phone of pages) phone.expectNoFaults()

  async function notesNow(): Promise<{ words: string; kind: string; authorName: string }[]> {
    const file = await exported(origin, opened.workshopId, "json", opened.organiserKey)
    return (JSON.parse(file) as { notes: { words: string; kind: string; authorName: string }[] }).notes
  }
})

function fail(index: number): never {
  throw new Error(`person ${index} is no program`)
}
