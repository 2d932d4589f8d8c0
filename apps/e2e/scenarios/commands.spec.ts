// Every command three ways: by touch (a row in words), by keyboard (a letter on a note, arrows, Control+Z) and by name (what voice
// control says is what stands on the button). The registry's own test says that none is forgotten; here the ways are walked.
import { expect, test, type Page } from "@playwright/test"
import { call, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { beginning } from "../pages/find.ts"
import { PeopleHere } from "../pages/people-here.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { wordsOf } from "../words.ts"

const en = wordsOf("en")
let server: TestServer
let opened: Opened
let other: Joined

test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.dispose())

const BUS = "The bus stops at six"
const STAIRS = "There are stairs at the clinic"
const LETTERS = "Letters I can read"
const LATE = "The driver is late"

/** A fresh room with four words in it, by somebody else. */
test.beforeEach(async () => {
  const stages = ["needs", "options", "matrix"].map((kind) => ({ kind, prompt: "What matters?", minutes: 10 }))
  opened = await openWorkshop(server.origin, { title: "Commands", recipe: { name: "Three steps", stages } })
})

async function host(browser: Parameters<typeof Phone.open>[0], size: "phone" | "wide"): Promise<Phone> {
  const phone = await Phone.open(browser, { size })
  await phone.join(opened.joinUrl, { name: "Rosa", showName: true })
  other = await join(server.origin, opened, { name: "Sam", showName: true })
  for (const text of [BUS, STAIRS, LETTERS]) await write(text, "need")
  for (const text of [BUS, STAIRS, LETTERS]) await phone.needs.see(text)
  return phone
}
const write = (text: string, kind: string) =>
  call(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text, kind }, other.seatKey)

/** How a way begins a command: what comes after is the same form. */
type Way = {
  size: "phone" | "wide"
  add: (phone: Phone) => Promise<void>
  begin: (phone: Phone, words: string, command: string) => Promise<void>
  theme: (phone: Phone, title: string, command: string, of: string) => Promise<void>
  undo: (phone: Phone) => Promise<void>
}

const KEYS: Record<string, string> = {
  "change-words": "e",
  "suggest-words": "s",
  move: "m",
  "put-together": "t",
  link: "l",
  place: "p",
  "written-for": "f",
  "set-aside": "a",
  "bring-back": "b",
  "hide-note": "h",
  "take-words": "y",
  "name-theme": "r",
  "make-option": "o",
  "take-apart": "d",
}
const bySheet = async (phone: Phone, words: string, command: string, press: (page: Page, name: string) => Promise<void>) => {
  await phone.needs.open(words)
  await press(phone.page, en(`commands.${command}`))
}
const inSheet = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name: beginning(name) })

const WAYS: Record<string, Way> = {
  touch: {
    size: "phone",
    add: (phone) => phone.needs.button("board.add").tap(),
    begin: (phone, words, command) => bySheet(phone, words, command, (page, name) => inSheet(page, name).tap()),
    theme: async (phone, title, command) => {
      await phone.page.getByRole("button", { name: en("board.theme-open", { theme: title }) }).tap()
      await inSheet(phone.page, en(`commands.${command}`)).tap()
    },
    undo: (phone) => phone.page.getByRole("button", { name: en("common.undo"), exact: true }).tap(),
  },
  keyboard: {
    size: "wide",
    add: async (phone) => {
      await phone.needs.note(LETTERS).first().focus()
      await phone.page.keyboard.press("+")
    },
    begin: async (phone, words, command) => {
      await phone.needs.note(words).first().focus()
      await phone.page.keyboard.press(KEYS[command] ?? "?")
    },
    theme: async (phone, _title, command, of) => {
      await phone.needs.note(of).first().focus()
      await phone.page.keyboard.press(KEYS[command] ?? "?")
      if (command !== "name-theme") await phone.page.keyboard.press("Enter")
    },
    undo: (phone) => phone.page.keyboard.press("Control+z"),
  },
  name: {
    size: "wide",
    add: (phone) => phone.needs.button("board.add").click(),
    begin: (phone, words, command) => bySheet(phone, words, command, (page, name) => inSheet(page, name).click()),
    theme: async (phone, title, command) => {
      await phone.page.getByRole("button", { name: en("board.theme-open", { theme: title }) }).click()
      await inSheet(phone.page, en(`commands.${command}`)).click()
    },
    undo: (phone) => phone.page.getByRole("button", { name: en("common.undo"), exact: true }).click(),
  },
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`by ${name}: add, write for somebody, change and suggest words, set aside, bring back, take out of sight, undo`, async ({
    browser,
  }) => {
    const phone = await host(browser, way.size)
    const { needs, page } = phone
    if (way.size === "wide") await needs.asList()
    const sheet = needs.sheet

    await way.add(phone)
    await needs.writeIn("Somewhere warm to wait")
    await needs.submit("board.add-this")
    await expect(needs.note("Somewhere warm to wait")).toContainText("Rosa")

    await way.add(phone)
    await needs.writeIn("Someone to sit with me", { name: "Mrs Okafor" })
    await needs.addThis({ name: "Mrs Okafor" })
    await expect(needs.note("Someone to sit with me")).toContainText(en("common.written-by", { author: "Mrs Okafor", scribe: "Rosa" }))

    await way.begin(phone, "Somewhere warm to wait", "written-for")
    await new PeopleHere(page, en).turnTo("Mrs Okafor")
    await needs.submit("board.whose-do")
    await expect(needs.note("Somewhere warm to wait")).toContainText("Mrs Okafor")

    await way.begin(phone, BUS, "change-words")
    await sheet.getByRole("textbox").fill(`${BUS}, not later`)
    await needs.submit("board.change-save")
    await expect(needs.note(`${BUS}, not later`)).toBeVisible()
    await way.undo(phone)
    await expect(needs.note(`${BUS}, not later`)).toHaveCount(0)
    await expect(needs.note(BUS)).toBeVisible()

    await way.begin(phone, STAIRS, "suggest-words")
    await sheet.getByRole("textbox").fill("Stairs at the clinic")
    await needs.submit("board.suggest-save")
    await expect(needs.note(STAIRS)).toBeVisible()
    if (name === "keyboard") {
      await needs.note(STAIRS).focus()
      await page.keyboard.press("y")
      await sheet.getByRole("button", { name: beginning(en("commands.take-words")) }).press("Enter")
    } else await way.begin(phone, STAIRS, "take-words")
    await expect(needs.note("Stairs at the clinic")).toBeVisible()

    await way.begin(phone, LETTERS, "set-aside")
    await sheet.getByRole("textbox").fill("Said already")
    await needs.submit("board.aside-do")
    await expect(page.getByRole("main").getByRole("heading", { name: beginning(en("board.aside")) })).toBeVisible()
    const aside = page.getByRole("main").getByRole("heading", { name: beginning(en("board.aside")) })
    // Clear of the line that says what was done.
    await aside.evaluate((heading) => heading.scrollIntoView({ block: "center" }))
    await aside.click()
    await way.begin(phone, LETTERS, "bring-back")
    await expect(needs.group(en("common.not-grouped")).getByRole("button", { name: beginning(LETTERS) })).toBeVisible()

    await way.begin(phone, BUS, "hide-note")
    await sheet.getByRole("textbox").fill("It names a person")
    await needs.submit("board.hide-do")
    await expect(needs.note(BUS)).toHaveCount(0)
    await expect(page.getByText(en("board.hidden", { number: 1, reason: "It names a person" }))).toBeVisible()
    await phone.shell.goTo("host")
    await page.getByRole("button", { name: beginning(en("host.restore")) }).click()
    await phone.shell.goToStage("needs")
    if (way.size === "wide") await needs.asList()
    await needs.see(BUS)
    phone.expectNoFaults()
    await phone.context.close()
  })

  test(`by ${name}: move, put together, name a theme, take it apart, make it an option, link, place, undo`, async ({ browser }) => {
    const phone = await host(browser, way.size)
    const { needs, page } = phone
    if (way.size === "wide") await needs.asList()
    const sheet = needs.sheet

    await way.begin(phone, BUS, "put-together")
    await sheet.getByRole("checkbox", { name: beginning(STAIRS) }).check()
    await sheet.getByLabel(en("board.theme-name"), { exact: true }).fill("Getting there")
    await needs.submit("board.like-do")
    await expect(needs.group("Getting there").getByRole("listitem")).toHaveCount(2)

    await way.begin(phone, LETTERS, "move")
    await sheet.getByRole("radio", { name: beginning("Getting there") }).check()
    await needs.submit("board.move-do")
    await expect(needs.group("Getting there").getByRole("listitem")).toHaveCount(3)
    await way.undo(phone)
    await expect(needs.group("Getting there").getByRole("listitem")).toHaveCount(2)

    await way.theme(phone, "Getting there", "name-theme", BUS)
    await sheet.getByRole("textbox").fill("The way there")
    await needs.submit("board.rename-do")
    await expect(needs.group("The way there").getByRole("listitem")).toHaveCount(2)

    await way.theme(phone, "The way there", "take-apart", BUS)
    await expectGone(phone, "The way there", "take-apart")
    await way.undo(phone)
    await expect(needs.group("The way there").getByRole("listitem")).toHaveCount(2)

    await way.theme(phone, "The way there", "make-option", BUS)
    await confirmIfAsked(phone, "make-option")
    await phone.shell.goToStage("options")
    await expect(phone.options.option("The way there").getByText(BUS, { exact: true })).toBeVisible()

    await phone.shell.goToStage("needs")
    if (way.size === "wide") await needs.asList()
    await way.begin(phone, LETTERS, "link")
    await sheet.getByRole("checkbox", { name: beginning("The way there") }).check()
    await needs.submit("board.link-do")
    await phone.shell.goToStage("options")
    await expect(phone.options.option("The way there").getByText(LETTERS, { exact: true })).toBeVisible()

    await write(LATE, "risk")
    await phone.shell.goToStage("matrix")
    if (way.size === "wide") await phone.matrix.press("matrix.as-table")
    await way.begin(phone, LATE, "place")
    await sheet.getByRole("radio", { name: en("matrix.likely-4"), exact: true }).check()
    await sheet.getByRole("radio", { name: en("matrix.effect-1"), exact: true }).check()
    await needs.submit("board.place-do")
    for (const words of [en("matrix.likely-4"), en("matrix.effect-1")])
      await expect(page.getByRole("main").getByText(words).first()).toBeVisible()
    await way.undo(phone)
    await expect(page.getByRole("main").getByText(en("matrix.effect-1"))).toHaveCount(0)
    phone.expectNoFaults()
    await phone.context.close()
  })
}

/** The keyboard opens the theme's sheet at the command; a row is pressed there. */
async function confirmIfAsked(phone: Phone, command: string): Promise<void> {
  const sheet = phone.needs.sheet
  if (await sheet.isVisible()) await sheet.getByRole("button", { name: beginning(en(`commands.${command}`)) }).click()
  await expect(sheet).toHaveCount(0)
}
async function expectGone(phone: Phone, theme: string, command: string): Promise<void> {
  await confirmIfAsked(phone, command)
  await expect(phone.needs.group(theme)).toHaveCount(0)
}

test("on the board, arrows go from note to note, and with Moving on they move it; Escape puts it back", async ({ browser }) => {
  const phone = await host(browser, "wide")
  const { needs, page } = phone
  await needs.asBoard()
  const tray = needs.column(en("common.not-grouped"))
  await expect(tray.getByRole("listitem")).toHaveText([beginning(BUS), beginning(STAIRS), beginning(LETTERS)])
  await needs.note(BUS).focus()
  await page.keyboard.press("ArrowDown")
  await expect(needs.note(STAIRS)).toBeFocused()
  await page.keyboard.press("m")
  await expect(page.getByRole("button", { name: en("wide.moving"), exact: true })).toHaveAttribute("aria-pressed", "true")
  await page.keyboard.press("ArrowDown")
  await expect(tray.getByRole("listitem")).toHaveText([beginning(BUS), beginning(LETTERS), beginning(STAIRS)])
  await page.keyboard.press("Escape")
  await expect(tray.getByRole("listitem")).toHaveText([beginning(BUS), beginning(STAIRS), beginning(LETTERS)])
  await page.keyboard.press("?")
  await expect(needs.sheet.getByText(en("board.keys-what"))).toBeVisible()
  await phone.context.close()
})
