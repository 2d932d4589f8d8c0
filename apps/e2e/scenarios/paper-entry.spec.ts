// Thirty cards that people wrote by hand, typed in by Sam with the keyboard alone: real words, by people with and without a place. What a
// person's fingers take is reckoned from the keys pressed, not waited for. Some are typed while there is no line. Authors are right.
import { AxeBuilder } from "@axe-core/playwright"
import { expect, test } from "@playwright/test"
import { call, exported, openWorkshop, type Opened } from "../api.ts"
import { comments } from "../cases/housing.ts"
import { Line } from "../line.ts"
import { PaperNotes, type PaperCard } from "../pages/paper-notes.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { wordsOf } from "../words.ts"

/** Five keys a second: somebody who types every day, and no faster. */
const MS_A_KEY = 200
/** To take a card from the pile and to write its number on it. */
const MS_A_CARD = 3000
/** What fits on the six lines of an A6 card. */
const ON_A_CARD = 120
const CARDS = 30
const NAMES = ["Rosa", "Old Tom", "Mrs Okafor", "Lou", "Kim", "Cleo", "Dev", "Elif"] as const
const en = wordsOf("en")

let server: TestServer
let line: Line
let opened: Opened
test.beforeAll(async () => {
  server = await TestServer.start()
  line = await Line.to(server.port)
  opened = await openWorkshop(server.origin, { title: "Homes we can afford" })
})
test.afterAll(async () => {
  await line.close()
  await server.dispose()
})

type Pile = PaperCard & { author: string }
/** Each author of the case is somebody in the hall; two cards bear a table and no name, one nothing at all. */
const said = comments.filter(({ words }) => words.length <= ON_A_CARD && !words.includes("\n")).slice(0, CARDS)
const authorIds = [...new Set(said.map(({ author }) => author))]
const pile: readonly Pile[] = said.map(({ author, words }, i) => {
  if (i === 10 || i === 17) return { who: "2", words, author: en("board.someone-at", { table: "2" }) }
  if (i === 25) return { who: "", words, author: en("board.someone") }
  const name = NAMES[authorIds.indexOf(author) % NAMES.length] ?? "Rosa"
  // Who has a place already is found by the first letters.
  if (name === "Mrs Okafor") return { who: "ok", choose: true, words, author: name }
  return { who: name, words, author: name }
})
/** Without a line from this card on, until the other. */
const [CUT, MENDED] = [20, 23]

type File = {
  seats: { id: string; name: string }[]
  notes: {
    number: number
    words: string
    kind: string
    canvas: string
    authorName: string
    author: string
    scribe?: string
    place?: object
    aside?: object
  }[]
}
const file = async (): Promise<File> => JSON.parse(await exported(server.origin, opened.workshopId, "json", opened.organiserKey)) as File

test("thirty cards are typed in by keyboard alone, in under ten minutes of typing, each under its own author", async ({ browser }) => {
  const joinUrl = opened.joinUrl.replace(server.origin, `http://127.0.0.1:${line.port}`)
  const [sam] = (await openPhones(browser, [{ name: "Sam", showName: true, table: "1", size: "wide", joinUrl }])) as [Phone]
  const place = { id: "place-of-okafor", type: "open-seat", name: "Mrs Okafor", table: "3" }
  await call(`${server.origin}/api/workshops/${sam.workshopId}/intents`, place, await sam.seatKey())
  const paper = new PaperNotes(sam.page, sam.say)
  await sam.shell.openMore()
  await sam.shell.sheet.getByRole("link", { name: sam.say("shell.go-paper-notes"), exact: true }).click()
  await expect(paper.main.getByText(sam.say("paper.typed", { count: 0 }), { exact: true })).toBeVisible()

  await test.step("the pile, with a cut line for a while", async () => {
    await paper.whose.focus()
    for (const [i, card] of pile.entries()) {
      if (i === CUT) line.cut()
      if (i === MENDED) line.mend()
      await paper.card(card)
      await expect(paper.whose).toBeFocused()
      if (i === 1) await paper.expectNumber(2)
    }
    await sam.shell.expectSaved("saved")
    const typing = paper.keys * MS_A_KEY
    const itself = paper.keys - pile.reduce((sum, { who, words }) => sum + who.length + words.length, 0)
    console.log(`${CARDS} cards, ${paper.keys} keys, ${itself} of them the page's own: ${Math.round(typing / 1000)} s of typing`)
    expect(typing + CARDS * MS_A_CARD).toBeLessThan(10 * 60_000)
    // Beside what stands on the card: on to the words, and done.
    expect(itself / CARDS).toBeLessThan(2.5)
  })

  await test.step("every card is there once, by its author, typed by Sam", async () => {
    await expect(async () => expect((await file()).notes.filter(({ scribe }) => scribe)).toHaveLength(CARDS)).toPass({ timeout: 15_000 })
    const { notes, seats } = await file()
    const scribe = seats.find(({ name }) => name === "Sam")?.id
    const found = notes.map(({ words, authorName }) => `${authorName}: ${words}`).toSorted()
    expect(found).toEqual(pile.map(({ words, author }) => `${author}: ${words}`).toSorted())
    for (const note of notes) expect(note.scribe, note.words).toBe(scribe)
    await paper.expectNumber(notes.find(({ words }) => words === pile.at(-1)?.words)?.number ?? 0)
    const people = new Set(pile.map(({ author }) => author))
    expect(new Set(notes.map(({ author }) => author)).size).toBe(people.size)
  })

  await test.step("a worry with two digits, a person kept for the next card, and the last one taken back", async () => {
    await paper.type("Rosa")
    await paper.press("Tab", "w", "Tab", "4", "Tab", "1", "Tab")
    await paper.type("The rent goes up again")
    await paper.press("Tab", "Tab", "Space", "Shift+Tab", "Shift+Tab", "Enter")
    await expect(paper.words).toBeFocused()
    await paper.card({ who: "", words: "Nobody builds here" }, { goesOn: true })
    await expect(paper.whose).toHaveValue("Rosa")
    await paper.main.getByRole("button", { name: sam.say("paper.take-back"), exact: true }).press("Enter")
    await expect(paper.words).toHaveValue("Nobody builds here")
    await expect(paper.inList("Nobody builds here")).toHaveCount(0)
    await expect(async () => {
      const { notes } = await file()
      const worry = notes.find(({ words }) => words === "The rent goes up again")
      expect(worry).toMatchObject({ kind: "risk", canvas: "matrix", authorName: "Rosa", place: { likely: 4, effect: -2 } })
      expect(notes.find(({ words }) => words === "Nobody builds here")?.aside).toBeTruthy()
    }).toPass({ timeout: 15_000 })
  })

  await test.step("nobody types for Sam's neighbour who has a phone; what is half typed survives a reload; axe finds nothing", async () => {
    await call(`${server.origin}/api/workshops/${sam.workshopId}/seats`, { key: joinUrl.split("/").at(-1), name: "Ana", showName: true })
    await paper.whose.fill("Ana")
    await expect(paper.main.getByText(sam.say("several.own-phone", { name: "Ana" }))).toBeVisible()
    await paper.words.press("Enter")
    await expect(paper.whose).toBeFocused()
    await expect(paper.inList("Nobody builds here")).toHaveCount(0)
    await sam.page.reload()
    await expect(paper.words).toHaveValue("Nobody builds here")
    await expect(paper.inList("The rent goes up again")).toBeVisible()
    const { violations } = await new AxeBuilder({ page: sam.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
  sam.expectNoFaults()
})
