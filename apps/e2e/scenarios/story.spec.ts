// A whole workshop, end to end, with real words: `london.youth.policing` played by sixteen people. A wide screen that hosts, two
// phones (one in Arabic), thirteen stock Yjs clients. The server is killed in the middle and a phone loses its line; at the end every
// accepted comment stands on the Board, in the List and in all four files, as the words of whoever wrote it.
import { readFile } from "node:fs/promises"
import { expect, test, type Browser } from "@playwright/test"
import { parse } from "csv-parse/sync"
import { call, exported, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { authors, comments, HOST_AUTHOR, QUESTION, type Comment } from "../cases/london.ts"
import { Line } from "../line.ts"
import { beginning } from "../pages/find.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"
import { wordsOf } from "../words.ts"

const en = wordsOf("en")
const ar = wordsOf("ar")
const TITLE = "Young people and policing"
const [ROSA, SALMA] = ["11", "23"]
const wordsOfId = (id: number): string => {
  const comment = comments.find((one) => one.id === id)
  if (!comment) throw new Error(`no comment ${id}`)
  return comment.words
}
const many = (...ids: number[]): string[] => ids.map(wordsOfId)
const aboutUs = comments.filter((comment) => comment.isAboutUs)

/** Theme → its comments. The Arabic phone names one in its own language. */
const THEMES = {
  equals: { title: "Talking as equals", ids: [18, 20, 22, 23, 28, 37] },
  power: { title: "سلطة اتخاذ القرار", ids: [19, 16, 31, 36, 30] },
  honest: { title: "Honest facts", ids: [21, 27, 29, 25, 34] },
  who: { title: "Who polices us", ids: [24, 26, 32, 33, 35, 38] },
  back: { title: "Something back", ids: [15, 17] },
} as const
const OPTIONS = {
  theme: THEMES.equals.title,
  panel: "A youth panel that meets twice a year",
  arabic: "لجنة شبابية لها صوت في كل قرار",
  http: "Open days at the station",
  long: "Officers write briefs, young people question them",
  pay: "Vouchers for every evening given",
} as const
const SENTENCES = [
  "We agree to start a youth panel before the summer.",
  "We agree that officers answer the panel's questions in writing.",
  "We agree to pay for people's time.",
] as const
const WORRIES = { late: "Nobody answers for months", paid: "Only the loud ones come" } as const

/** How a person is credited: name when shown, else a guest's number. */
type Person = { author: string; shows: boolean; name: string; credit: (say: typeof en) => string }

let server: TestServer
let line: Line
const stocks: { person: Person; client: StockClient; seat: Joined }[] = []

// Every stock client listens for the end of the process.
process.setMaxListeners(50)

test.beforeAll(async () => {
  server = await TestServer.start()
  line = await Line.to(server.port)
})
test.afterAll(async () => {
  stocks.forEach(({ client }) => client.leave())
  await line.close()
  await server.dispose()
})

test("a workshop from the first word to the last file", async ({ browser }) => {
  test.setTimeout(6 * 60_000)
  const people = new Map<string, Person>()
  const hall = `http://hall.test:${server.port}`

  // ── Opening, as a name on the local network: plain http, no secure context. ──
  const host = await Phone.open(browser, { size: "wide" })
  const { joinUrl, organiserKey } = await test.step("the first person opens a workshop and joins it", () => openAsHost(host, hall))
  const workshopId = host.workshopId
  people.set(HOST_AUTHOR, await personOf(host, HOST_AUTHOR, "Farah"))

  const rosa = await Phone.open(browser)
  const salma = await Phone.open(browser, { locale: "ar" })
  await test.step("two phones join, one of them in Arabic and over a line of its own", async () => {
    await rosa.join(joinUrl, { name: "Rosa", showName: true, group: "Young Londoners", table: "1" })
    await salma.join(joinUrl.replace(hall, `http://127.0.0.1:${line.port}`), { name: "سلمى", table: "2" })
    expect(await rosa.page.evaluate(() => isSecureContext)).toBe(false)
    await expect(salma.page.locator("html")).toHaveAttribute("dir", "rtl")
    people.set(ROSA, await personOf(rosa, ROSA, "Rosa"))
    people.set(SALMA, await personOf(salma, SALMA, null))
  })

  await test.step("thirteen more seats, as stock Yjs clients", async () => {
    const opened = { workshopId, joinUrl } as Opened
    for (const author of authors.filter((one) => !people.has(one))) {
      const shows = Number(author) % 2 === 0
      const name = `Person ${author}`
      const seat = await join(server.origin, opened, {
        name,
        showName: shows,
        group: shows ? "Young Londoners" : "Police and council staff",
      })
      const person = await personBy(workshopId, seat.seatKey, author, shows ? name : null)
      people.set(author, person)
      stocks.push({ person, seat, client: new StockClient(server.origin, workshopId, seat) })
    }
    expect(stocks).toHaveLength(13)
    await Promise.all(stocks.map(({ client }) => client.synced()))
  })

  await test.step("the host moves to Needs; a phone finishes first, the other goes there", async () => {
    await host.shell.goTo("host")
    await host.host.next("needs")
    await host.host.startTime(20)
    await expect(host.page.getByRole("timer")).toHaveText(en("shell.minutes-left", { count: 20 }))
    await rosa.shell.expectMovedOn("needs")
    await salma.shell.expectMovedOn("needs")
    await rosa.shell.finishFirst()
    await expect(rosa.page.getByRole("heading", { level: 1, name: en("common.stage-arrive"), exact: true })).toBeVisible()
    await salma.shell.goThere("needs")
    await rosa.shell.goToStage("needs")
    await host.shell.goToStage("needs")
  })

  // ── Needs ──
  await test.step("everybody writes; the wide screen's questions about the voters, the phones' own words", async () => {
    for (const { client, person } of stocks) mineOf(person.author).forEach((comment, i) => client.addNote(comment.words, { rank: `a${i}` }))
    const [first, ...rest] = mineOf(ROSA)
    if (first) await rosa.needs.add(first.words)
    for (const comment of rest.slice(0, 1)) await rosa.needs.add(comment.words)
    for (const comment of mineOf(HOST_AUTHOR).slice(0, 6)) await host.needs.add(comment.words)
    for (const comment of mineOf(SALMA).slice(0, 2)) await salma.needs.add(comment.words)
    await salma.shell.expectSaved("saved")
  })

  await test.step("the Arabic phone loses its line, goes on writing, and everything comes together", async () => {
    line.cut()
    const [third, fourth] = mineOf(SALMA).slice(2)
    if (!third || !fourth) throw new Error("Salma has too few words")
    await salma.needs.add(third.words)
    await salma.needs.add(fourth.words)
    await salma.shell.expectSaved("kept")
    await expect(salma.page.getByText(ar("device.kept-what")).first()).toBeVisible()
    await rosa.needs.add(mineOf(ROSA)[2]?.words ?? "")
    await rosa.shell.expectSaved("saved")
    expect(await seen(workshopId, organiserKey)).not.toContain(third.words)
    line.mend()
    await salma.shell.expectSaved("saved")
    for (const one of [third, fourth]) await host.needs.see(one.words)
    await salma.needs.see(mineOf(ROSA)[2]?.words ?? "")
  })

  await test.step("the server is killed while people write, and nothing is lost", async () => {
    await host.needs.add(mineOf(HOST_AUTHOR)[6]?.words ?? "")
    await server.kill()
    await rosa.needs.add(mineOf(ROSA)[3]?.words ?? "")
    await rosa.shell.expectSaved("kept")
    await host.needs.add(mineOf(HOST_AUTHOR)[7]?.words ?? "")
    await server.boot()
    for (const phone of [host, rosa, salma]) await phone.shell.expectSaved("saved")
    for (const comment of mineOf(HOST_AUTHOR).slice(8)) await host.needs.add(comment.words)
    for (const comment of mineOf(SALMA).slice(4)) await salma.needs.add(comment.words)
    for (const phone of [host, salma]) await phone.shell.expectSaved("saved")
    await until("every comment once, on the server", async () => {
      const words = (await notesOf(workshopId, organiserKey)).map((note) => note.words)
      return comments.every((comment) => words.filter((one) => one === comment.words).length === 1) && words.length === comments.length
    })
    await until("every stock client to have them all", () => stocks.every(({ client }) => client.notes.size === comments.length))
  })

  await test.step("two notes for people without a phone", async () => {
    await rosa.needs.add("I would come if it was not in the police station", { whose: { name: "Mrs Okafor" } })
    await salma.needs.add("أخاف أن يعرفوا اسمي", { whose: { name: "شخص من الطاولة الثانية" } })
    await rosa.needs.add("I can bring tea and a warm room", { kind: "offer", whose: { name: "Mrs Okafor" } })
    await rosa.needs.open("I can bring tea")
    const spoken = en("several.credit-spoken", { author: "Mrs Okafor", place: en("common.table", { name: "1" }), scribe: "Rosa" })
    await expect(rosa.needs.sheet.getByText(spoken)).toBeVisible()
    await rosa.needs.close()
  })

  await test.step("themes: by touch on the phones, by mouse, keys and sheets on the wide screen", async () => {
    const { equals, power, honest, who, back } = THEMES
    // By touch: "This is like…", and "Move… · New theme with this".
    for (const words of many(...equals.ids, ...back.ids)) await rosa.needs.see(words)
    await rosa.needs.putTogether(wordsOfId(28), many(...equals.ids.filter((id) => id !== 28)), equals.title)
    await rosa.needs.beginTheme(wordsOfId(15), back.title)
    await rosa.needs.moveInto(wordsOfId(17), back.title)
    for (const words of many(...power.ids)) await salma.needs.see(words)
    await salma.needs.beginTheme(wordsOfId(19), power.title)
    await salma.needs.putTogether(wordsOfId(19), many(...power.ids.slice(1)))
    // By mouse: onto "New theme", named, then a second one into it.
    const { needs } = host
    await needs.asBoard()
    await needs.drag(wordsOfId(21), needs.board.getByText(en("wide.new-theme-hint")), en("wide.into-new"))
    await needs.sheet.getByLabel(en("wide.theme-name")).fill(honest.title)
    await needs.submit("common.save")
    await needs.drag(wordsOfId(27), needs.column(honest.title), en("wide.into", { theme: honest.title, place: 1 }).slice(0, 10))
    await expect(needs.column(honest.title).getByRole("listitem")).toHaveCount(2)
    await needs.button("wide.hundred").click()
    // By keys: M, arrows until it stands there, Enter.
    await byKeys(host, wordsOfId(29), honest.title)
    await needs.putTogether(wordsOfId(21), many(25, 34))
    await expect(needs.column(honest.title).getByRole("listitem")).toHaveCount(honest.ids.length)
    // "New theme" with its notes chosen.
    await needs.button("wide.new-theme").click()
    await needs.sheet.getByLabel(en("wide.theme-name")).fill("Who are they")
    for (const words of many(...who.ids)) await needs.sheet.getByRole("checkbox", { name: beginning(words) }).check()
    await needs.submit("wide.make-theme")
    await needs.column("Who are they").getByRole("heading").getByRole("button").click()
    await needs.choose("name-theme")
    await needs.sheet.getByRole("textbox").fill(who.title)
    await needs.submit("board.rename-do")
    await expect(needs.column(who.title).getByRole("listitem")).toHaveCount(who.ids.length)
    // The questions about the voters stand apart.
    const [one, ...others] = aboutUs.map((comment) => comment.words)
    await needs.open(one ?? "")
    await needs.choose("move")
    await needs.sheet.getByRole("radio", { name: beginning(en("common.about-us")) }).check()
    await needs.submit("board.move-do")
    await needs.putTogether(one ?? "", others)
    await expect(needs.column(en("common.about-us")).getByRole("listitem")).toHaveCount(aboutUs.length)
  })

  await test.step("words are changed, suggested and put right, and everyone sees who", async () => {
    const offer = "I can bring tea and a warm room"
    await salma.needs.see(offer)
    await salma.needs.open(offer)
    await salma.needs.choose("suggest-words")
    await salma.needs.sheet.getByRole("textbox").fill(`${offer} every Tuesday`)
    await salma.needs.submit("board.suggest-save")
    await rosa.needs.open(offer)
    await rosa.needs.choose("take-words")
    await expect(rosa.needs.sheet).toHaveCount(0)
    await expect(rosa.needs.note(`${offer} every Tuesday`)).toBeVisible()
  })

  // ── Options ──
  await test.step("six options by several hands", async () => {
    await host.shell.goTo("host")
    await host.host.next("options")
    await rosa.shell.expectMovedOn("options")
    await rosa.shell.goThere("options")
    await salma.shell.goThere("options")
    await host.shell.goToStage("options")
    await host.options.fromTheme(OPTIONS.theme)
    await expect(host.options.option(OPTIONS.theme).getByText(wordsOfId(22), { exact: true })).toBeVisible()
    await rosa.options.add(OPTIONS.panel)
    await rosa.options.answers(OPTIONS.panel, many(31, 36))
    await rosa.options.sayField(OPTIONS.panel, "who", "Rosa, and two from the youth club")
    await rosa.options.sayField(OPTIONS.panel, "leftOut", "People who work in the evening")
    await salma.options.add(OPTIONS.arabic)
    await salma.options.answers(OPTIONS.arabic, many(19))
    await salma.options.addPiece(OPTIONS.panel, "ترجمة في كل لقاء")
    const [stock] = stocks
    if (stock) await call(`${server.origin}/api/workshops/${workshopId}/notes`, { text: OPTIONS.http, kind: "option" }, stock.seat.seatKey)
    await host.options.add(OPTIONS.long)
    await host.options.answers(OPTIONS.long, many(21, 34))
    await host.options.describe(OPTIONS.long, [
      "After each stop, the officer writes half a page: what was seen, what was done, and why.",
      "Six young people read the briefs once a month and choose three.",
      "The officers come and answer in person. What was asked and answered is written down for everyone.",
    ])
    await rosa.options.answerWithNew(wordsOfId(15), OPTIONS.pay)
    await expect(host.page.getByRole("article")).toHaveCount(6)
  })

  // ── Risks and opportunities ──
  await test.step("worries and hopes get their places, by several hands", async () => {
    await host.shell.goTo("host")
    await host.host.next("matrix")
    await rosa.shell.goThere("matrix")
    await salma.shell.goThere("matrix")
    await host.shell.goToStage("matrix")
    await host.matrix.add("worry", WORRIES.late, { likely: 4, effect: 1, whom: "young people", about: OPTIONS.long })
    await rosa.matrix.add("worry", WORRIES.paid, { likely: 3, effect: 2, whom: "quiet people", about: OPTIONS.panel })
    await salma.matrix.add("hope", "يصدقنا الجيران أكثر", { likely: 4, effect: 5, about: OPTIONS.arabic })
    await rosa.matrix.add("hope", "Officers learn our names", { likely: 2, effect: 4 })
    await salma.matrix.add("worry", "لا يتغير شيء", { likely: 5, effect: 1, about: ar("matrix.doing-nothing") })
    const chip = host.matrix.chip("Officers learn our names")
    await expect(chip).toHaveAccessibleName(new RegExp(host.matrix.place(2, 4)))
    // By keys, one step likelier.
    await chip.focus()
    await chip.press("m")
    await chip.press("ArrowUp")
    await expect(host.matrix.chip("Officers learn our names")).toHaveAccessibleName(new RegExp(host.matrix.place(3, 4)))
    await host.page.keyboard.press("Enter")
    await expect(rosa.page.getByText(host.matrix.place(3, 4)).first()).toBeVisible()
  })

  // ── Agree ──
  await test.step("three agreements, with sources, hands, a worry, and who does what", async () => {
    await host.shell.goTo("host")
    await host.host.next("agree")
    await rosa.shell.goThere("agree")
    await salma.shell.goThere("agree")
    await host.shell.goToStage("agree")
    const [panel, briefs, pay] = SENTENCES
    await host.agree.add(panel, [OPTIONS.panel, wordsOfId(36)])
    await rosa.agree.add(briefs, [OPTIONS.long])
    await salma.agree.add(pay, [OPTIONS.pay, wordsOfId(17)])
    await rosa.agree.raise(panel, "for")
    await salma.agree.raise(panel, "for")
    await salma.agree.raise(briefs, "worried")
    await host.agree.count(panel, 11, 2)
    await expect(rosa.agree.sentence(panel).getByText(en("agree.counted", { for: 11, worried: 2 }))).toBeVisible()
    await expect(rosa.agree.sentence(panel).getByText(en("agree.raised", { for: 2, worried: 0 }))).toBeVisible()
    await rosa.agree.sayWorry(briefs, "What if an officer writes what suits them?", { name: "Mrs Okafor" })
    await host.agree.addAction(panel, { what: "Ask the youth club for a room", who: "Rosa", by: "2030-05-01" })
    await rosa.agree.addAction(pay, { what: "Ask the council for vouchers" })
  })

  await test.step("the last step, and taking it all away", async () => {
    await host.shell.goTo("host")
    await host.host.next("after")
    await rosa.shell.goThere("after")
    for (const phone of [host, rosa, salma]) await phone.shell.expectSaved("saved")
  })

  // ── At the end ──
  const shown = (comment: Comment, say: typeof en): string => creditOf(people, comment, say)
  await test.step("36 of 36 stand on the Board and in the List, with their authors as they chose", async () => {
    await host.shell.goToStage("needs")
    await host.needs.asBoard()
    await rosa.shell.goToStage("needs")
    await rosa.needs.showNew()
    await salma.shell.goToStage("needs")
    for (const [phone, say] of [
      [host, en],
      [rosa, en],
      [salma, ar],
    ] as const) {
      const names = await namesOfNotes(phone)
      const missing = comments.filter((comment) => !names.some((name) => isNote(name, comment.words, shown(comment, say))))
      expect(missing.map((comment) => [comment.id, shown(comment, say)])).toEqual([])
      expect(names.filter((name) => comments.some((comment) => beginning(comment.words).test(name)))).toHaveLength(comments.length)
    }
  })

  await test.step("and in all four files", async () => {
    await rosa.shell.goTo("hand-out")
    const files: Record<string, string> = {}
    for (const format of ["html", "md", "csv", "json"] as const) {
      const download = await rosa.handOut.download(format)
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
      files[format] = await readFile(await download.path(), "utf8")
    }
    await expectEverywhere(browser, files, (comment) => shown(comment, en))
    for (const file of Object.values(files)) {
      for (const sentence of SENTENCES) expect(file).toContain(sentence.replace("'", file.startsWith("<") ? "&#39;" : "'"))
      expect(file).not.toContain("سلمى")
    }
  })

  await test.step("JSON, imported and taken away again, is the same", () => thereAndBack(workshopId, organiserKey))

  for (const phone of [host, rosa, salma]) phone.expectNoFaults()
})

const mineOf = (author: string): Comment[] => comments.filter((comment) => comment.author === author)
const creditOf = (people: ReadonlyMap<string, Person>, comment: Comment, say: typeof en): string =>
  people.get(comment.author)?.credit(say) ?? "?"
/** A note's name: its words first, then number and author. */
const isNote = (name: string, words: string, credit: string): boolean =>
  beginning(words).test(name) &&
  name
    .replace(/[\u2066-\u2069]/g, "")
    .trim()
    .endsWith(credit)

async function openAsHost(host: Phone, hall: string): Promise<{ joinUrl: string; organiserKey: string }> {
  await host.page.goto(hall)
  expect(await host.page.evaluate(() => isSecureContext)).toBe(false)
  await host.home.open({
    title: TITLE,
    purpose: QUESTION,
    groups: ["residents"],
    moreGroups: ["Young Londoners", "Police and council staff"],
  })
  const joinUrl = await host.home.joinLink()
  expect(new URL(joinUrl).origin).toBe(hall)
  const organiserKey = new URL(await host.home.privateLink()).hash.slice(1)
  await host.home.joinFirst()
  await host.door.join({ name: "Farah", showName: true })
  await host.shell.ready()
  return { joinUrl, organiserKey }
}

/** `shown` is the name others see, or null. */
async function personBy(workshopId: string, key: string, author: string, shown: string | null): Promise<Person> {
  const me = await call<{ guest: number; name: string | null }>(`${server.origin}/api/workshops/${workshopId}/me`, undefined, key, "GET")
  expect(me.name).toBe(shown)
  return { author, shows: shown !== null, name: shown ?? "", credit: (say) => shown ?? say("common.guest", { number: me.guest }) }
}
const personOf = async (phone: Phone, author: string, shown: string | null) =>
  personBy(phone.workshopId, await phone.seatKey(), author, shown)

type ExportedNote = { words: string; firstWording: string; author: string; authorName: string | null; kind: string }
type Exported = { workshop: Record<string, unknown>; exportedAt: unknown; notes: ExportedNote[]; log: { type: string }[] }
const jsonOf = async (workshopId: string, key: string): Promise<Exported> =>
  JSON.parse(await exported(server.origin, workshopId, "json", key)) as Exported
const notesOf = async (workshopId: string, key: string): Promise<ExportedNote[]> => (await jsonOf(workshopId, key)).notes
const seen = async (workshopId: string, key: string): Promise<string[]> => (await notesOf(workshopId, key)).map((note) => note.words)

/** M, arrows until it stands in that column, Enter. */
async function byKeys(phone: Phone, words: string, theme: string): Promise<void> {
  const { needs, page } = phone
  await needs.note(words).focus()
  await page.keyboard.press("m")
  const there = needs.column(theme).getByRole("button", { name: beginning(words) })
  await expect(async () => {
    if ((await there.count()) === 0) await page.keyboard.press("ArrowRight")
    await expect(there).toHaveCount(1, { timeout: 300 })
  }).toPass()
  await page.keyboard.press("Enter")
}

async function namesOfNotes(phone: Phone): Promise<string[]> {
  const main = phone.page.getByRole("main")
  await expect(async () => expect(await main.getByRole("button").count()).toBeGreaterThan(comments.length)).toPass()
  const snapshot = await main.ariaSnapshot()
  return [...snapshot.matchAll(/- button ("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1] ?? '""') as string)
}

async function expectEverywhere(browser: Browser, files: Record<string, string>, credit: (comment: Comment) => string): Promise<void> {
  const json = JSON.parse(files["json"] ?? "") as Exported
  const rows = parse<Record<string, string>>(files["csv"] ?? "", { columns: true, bom: true })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.setContent(files["html"] ?? "")
  const inPage = (await page.locator("body").evaluate((body) => body.textContent ?? ""))
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
  await context.close()
  const inText = (files["md"] ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\\(?=[^\w\s])/g, "")
    .replace(/\s+/g, " ")
  for (const comment of comments) {
    const [words, by] = [comment.words.replace(/\s+/g, " "), credit(comment)]
    const note = json.notes.filter((one) => one.words === comment.words)
    expect(note, comment.words).toHaveLength(1)
    expect(note[0]).toMatchObject({ firstWording: comment.words, authorName: by })
    const row = rows.filter((one) => one["words"] === comment.words)
    expect(row, comment.words).toHaveLength(1)
    expect(row[0]?.["author"]).toBe(by)
    for (const [format, text] of [
      ["html", inPage],
      ["md", inText],
    ] as const) {
      const at = text.indexOf(words)
      expect(at, `${words} in ${format}`).toBeGreaterThanOrEqual(0)
      expect(text.slice(at + words.length, at + words.length + 40), `the author of ${words} in ${format}`).toContain(by)
    }
  }
}

/** A new workshop that begins from the file gives the same file again, but for its own id, the time, and what the import itself writes. */
async function thereAndBack(workshopId: string, organiserKey: string): Promise<void> {
  const before = await jsonOf(workshopId, organiserKey)
  const again = await openWorkshop(server.origin, { title: TITLE, import: before })
  const after = await jsonOf(again.workshopId, again.organiserKey)
  const plain = ({ workshop, log, ...rest }: Exported) => ({
    ...rest,
    exportedAt: 0,
    workshop: { ...workshop, id: "" },
    log: log.filter((event) => event.type !== "imported"),
  })
  expect(after.log.filter((event) => event.type === "imported")).toHaveLength(1)
  expect(plain(after)).toEqual(plain(before))
}
