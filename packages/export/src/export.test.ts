// What a handed-out file holds, in all four formats, for the workshop of testing/workshop.ts. The golden files are the files themselves:
// read them in review; `UPDATE_GOLDEN=1 vitest run packages/export` writes them anew.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { exportAs, FORMATS } from "./index.ts"
import { csvRows } from "./testing/csv-rows.ts"
import { escapeHtml } from "./markup.ts"
import { block } from "./md-escape.ts"
import { HIDDEN_WORDS, TAKEN_BACK_WORRY, workshop } from "./testing/workshop.ts"

const golden = (name: string, body: string) => {
  const path = join(import.meta.dirname, "golden", name)
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(path, body)
  expect(body).toBe(readFileSync(path, "utf8"))
}
const times = (text: string, part: string) => text.split(part).length - 1
const inEnglish = workshop("en")
const file = (format: (typeof FORMATS)[number], handout = inEnglish) => exportAs(format, handout).body

describe("golden files", () => {
  test.each(FORMATS)("the English workshop as %s", (format) => golden(`youth-voice.en.${format}`, file(format)))
  test.each(["html", "md"] as const)("the Arabic workshop as %s", (format) =>
    golden(`youth-voice.ar.${format}`, file(format, workshop("ar"))),
  )
})

test("every note stands exactly once as itself, with its author, in page, text and table", () => {
  const page = file("html")
  const text = file("md")
  const rows = csvRows(file("csv"))
  for (const note of inEnglish.board.notes.values()) {
    const number = inEnglish.facts.get(note.id)?.number ?? 0
    expect(times(page, ` id="note-${number}"`), `note ${number} in html`).toBe(1)
    expect(times(page, `>${escapeHtml(note.text)}<`), `words of ${number} in html`).toBe(1)
    expect(
      times(
        text,
        `**${number}**: ${block(note.text, note.stack ? "    " : note.kind === "risk" || note.kind === "opportunity" ? "" : "  ")}`,
      ),
      `note ${number} in md`,
    ).toBe(1)
    expect(rows.filter((row) => row["id"] === note.id).map((row) => row["words"])).toEqual([note.text])
  }
})

test("names stand as each person chose, and a scribe beside the author", () => {
  for (const format of ["html", "md"] as const) {
    expect(file(format)).toContain("Marlon · typed by Sam Okafor")
    expect(file(format)).toContain("Guest 8")
  }
  expect(csvRows(file("csv")).find((row) => row["number"] === "7")).toMatchObject({ author: "Marlon", scribe: "Sam Okafor" })
  expect(file("md", workshop("ar"))).toContain("ضيف 8")
})

test.each(FORMATS)("no word of a note out of sight, nor of a worry taken back, is in %s", (format) => {
  expect(file(format)).not.toContain(HIDDEN_WORDS)
  expect(file(format)).not.toContain(TAKEN_BACK_WORRY)
  expect(file(format)).toContain("It named a person who is not here.")
})

/** Every note has a reason, said by the first seat; the author of the first note answers. */
const NO_MONEY = "No money for it this year"
const MEANT = "I meant the evenings"
function answeredBoard(): { board: typeof inEnglish.board; outcomesBy: Map<string, string> } {
  const notes = [...inEnglish.board.notes.values()].map((note, n) => ({
    ...note,
    notThisTime: { reason: NO_MONEY },
    answer: n === 0 ? MEANT : "",
  }))
  const seat = inEnglish.seats.find(({ name }) => name !== null)?.id ?? ""
  return {
    board: { ...inEnglish.board, notes: new Map(notes.map((note) => [note.id, note])) },
    outcomesBy: new Map(notes.map(({ id }) => [id, seat])),
  }
}

test("the status says plainly whether it is agreed, with worries, or a draft", () => {
  const status = (change: Parameters<typeof workshop>[1]) => /<p class="status is-(\w+)"/.exec(file("html", workshop("en", change)))?.[1]
  const { board } = answeredBoard()
  const session = { ...inEnglish.session, agreedAt: 1_770_000_000_000 }
  expect(status({})).toBe("ended")
  expect(status({ session: { ...inEnglish.session, ended: false } })).toBe("draft")
  expect(status({ board: { ...inEnglish.board, agreements: new Map() } })).toBe("open")
  // Called agreed, and a note that nobody answered has come since.
  expect(status({ session: { ...session, ended: false } })).toBe("draft")
  expect(status({ session, board })).toBe("worries")
  const calm = { ...session, worries: [], hands: new Map() }
  expect(status({ session: calm, board })).toBe("agreed")
  expect(file("md", workshop("en", { session: calm, board }))).toContain("**Agreed on 2 February 2026**")
  const raised = new Map([["s", "worried" as const]])
  expect(status({ board, session: { ...calm, hands: new Map([["agreement0000002", { raised, counted: null }]]) } })).toBe("worries")
  // A worry about a sentence that was set aside is no worry about what is agreed.
  expect(status({ board, session: { ...calm, hands: new Map([["agreement0000003", { raised, counted: null }]]) } })).toBe("agreed")
})

test("every format says what is not in the plan, why, who said so, and what the author answers", () => {
  const change = answeredBoard()
  const who = inEnglish.seats.find(({ id }) => id === [...change.outcomesBy.values()][0])?.name ?? "?"
  for (const format of FORMATS) {
    const body = file(format, workshop("en", change))
    for (const words of [NO_MONEY, MEANT]) expect(body, `${format}: ${words}`).toContain(words)
  }
  expect(file("md", workshop("en", change))).toContain(`Not in the plan this time, because: ${NO_MONEY} (${who})`)
  expect(file("html", workshop("en", change))).toContain(`Not in the plan this time, because: ${NO_MONEY} (${who})`)
  const json = JSON.parse(file("json", workshop("en", change))) as { notes: { notThisTime?: object; answer?: string }[] }
  expect(json.notes.some(({ answer }) => answer === MEANT)).toBe(true)
  // Who said so stands nowhere but in the ledger: a file made without it tells the reason alone.
  expect(file("md", workshop("en", { board: change.board }))).not.toContain(`${NO_MONEY} (`)
})

test("notes that say the same stand together under how many people said it, each with its author, and bear one number in the table", () => {
  expect(file("md")).toContain("- **2 people said this**:\n  - ● Need **11**: Good detail")
  expect(file("html")).toContain('<li class="stack"><p class="said">2 people said this</p><ul>\n<li class="note need" id="note-11">')
  const rows = csvRows(file("csv"))
  expect(rows.filter((row) => row["stack"] !== "").map((row) => [row["number"], row["stack"]])).toEqual([
    ["11", "11"],
    ["12", "11"],
  ])
})

test("needs that nothing answers are told apart, and About us is no need to answer", () => {
  const text = file("md")
  const list = text.slice(text.indexOf("### Needs that nothing answers yet"), text.indexOf("## Risks and opportunities"))
  expect(list.match(/\d+/g)).toEqual(["4", "5", "7", "8", "10", "15"])
  expect(text.indexOf("### Who we are")).toBeGreaterThan(text.indexOf("### Not grouped yet"))
})

test("the page asks nothing of the network and forbids scripts", () => {
  const page = file("html")
  expect(page).toContain("default-src &#39;none&#39;")
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|style="/i)
  expect(page.match(/href="(?!#)[^"]*"/g)).toBeNull()
})

test("headings of the page go down one step at a time, ids stand once, and every inner link has its end", () => {
  const page = file("html")
  const levels = [...page.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]))
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1])
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, to] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to)
})

test("file names are plain ASCII, and keep the title's own script beside", () => {
  const named = (title: string) => exportAs("html", workshop("en", { session: { ...inEnglish.session, title } }))
  expect(named('Better mornings: é/../\\x\r\n"').filename).toBe("better-mornings-e-x-2022-07-27.html")
  expect(named("صباحات أفضل").filename).toBe("evenboard-2022-07-27.html")
  expect(named("صباحات أفضل").filenameAnyScript).toBe("صباحات-أفضل-2022-07-27.html")
  expect(named("x".repeat(500)).filename.length).toBeLessThan(90)
})

test("an empty workshop, and facts and seats that are missing, give whole files", () => {
  const bare = workshop("en", { facts: new Map(), seats: [], descriptions: new Map() })
  for (const format of FORMATS)
    expect(file(format, bare)).toContain(format === "csv" ? "note000000000001" : "I am between 15 and 19 years old.")
  const empty = workshop("en", {
    board: {
      notes: new Map(),
      themes: new Map(),
      links: new Map(),
      agreements: new Map(),
      actions: new Map(),
      suggestions: new Map(),
      pledges: new Map(),
    },
    events: [],
    seats: [],
    facts: new Map(),
  })
  for (const format of FORMATS) expect(file(format, empty).length).toBeGreaterThan(100)
})

test("how people worked together stands in every file for people, with a number and never with who", () => {
  for (const format of ["html", "md"] as const) {
    const whole = file(format)
    expect(whole).toContain("How we worked together")
    expect(whole).toMatch(/4 people go along with this/)
    expect(whole).toContain("We write on them") // why a sentence was set aside
  }
  const { pledges } = JSON.parse(file("json")) as { pledges: unknown[] }
  expect(pledges).toContainEqual({ id: "pledge0000000001", words: "Everyone's words count the same.", rank: "a0", goAlong: 4 })
  for (const format of ["html", "md"] as const)
    expect(file(format, workshop("en", { board: { ...workshop().board, pledges: new Map() } }))).not.toContain("How we worked together")
})

test("words about ourselves that nobody gave a name stand under About us, in the reader's language", () => {
  const { board } = workshop()
  const themes = new Map([...board.themes].map(([id, theme]) => [id, theme.aboutUs ? { ...theme, title: "" } : theme]))
  for (const [locale, title] of [
    ["en", "About us"],
    ["ar", "عنّا"],
  ] as const)
    expect(file("md", workshop(locale, { board: { ...workshop(locale).board, themes } }))).toContain(`### ${title} (`)
})
