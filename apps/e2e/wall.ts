// A full hall's board: the 119 comments about affordable housing, grouped into thirteen themes with fifteen left to group, by forty people with
// names; some options, worries, hopes and sentences. Made from an import and one stock client, for what the room screen shows.
import * as Y from "yjs"
import { call, join, openWorkshop, type Joined, type Opened } from "./api.ts"
import { authors, comments, QUESTION } from "./cases/housing.ts"
import type { TestServer } from "./server.ts"
import { noteId, StockClient, until } from "./stock-client.ts"
import type { Locale } from "./words.ts"

export type Wall = {
  opened: Opened
  host: Joined
  at: string
  /** Everybody's name; none may stand on the wall. */ names: readonly string[]
  /** Every note's words. */
  texts: readonly string[]
}

/** The first that fits takes the comment. */
export const THEMES: readonly (readonly [title: string, holds: RegExp])[] = [
  ["About us", /^(?:I|My household) /i],
  ["Renting", /\brent|tenan|landlord|lease/i],
  ["Tax", /\btax|capital gain|\brates\b/i],
  ["Foreign buyers and speculation", /foreign|overseas|specul|investor|investment|immigra/i],
  [
    "State and council houses",
    /state hous|social hous|housing new zealand|council|government should (?:build|provide)|hnz|central government/i,
  ],
  ["Land and planning", /\bland\b|zoning|plann|resource|sprawl|urban|densi|apartment|intensi/i],
  ["New ways to live", /tiny|co-?hous|innovat|prefab|communit|shared|papakainga|laneway/i],
  ["Building costs and quality", /material|quality|build|construct|insulat|warm|healthy/i],
  ["Wages and incomes", /wage|income|salary|afford to/i],
  ["First homes", /first home|first-home|kiwisaver|deposit|ownership|own /i],
  ["Banks and interest", /bank|interest|mortgage|loan|money/i],
  ["Homeless now", /homeless|emergency|shelter|basic human|right/i],
  ["Supply and demand", /supply|demand|population|market/i],
]
const OPTIONS = [
  "A rent ceiling tied to wages",
  "A tax on empty homes",
  "Ten thousand council houses a year",
  "Land trusts that keep homes affordable",
]
const MATRIX = [
  { text: "Landlords sell, and there is less to rent", kind: "risk", place: { likely: 4, effect: -2 } },
  { text: "Builders cannot keep up", kind: "risk", place: { likely: 4, effect: -1 } },
  { text: "Prices fall and young owners owe more than they own", kind: "risk", place: { likely: 2, effect: -2 } },
  { text: "Councils have no money for pipes and roads", kind: "risk", place: { likely: 5, effect: -1 } },
  { text: "Families can stay near their schools", kind: "opportunity", place: { likely: 3, effect: 2 } },
  { text: "Fewer people sleep in cars", kind: "opportunity", place: { likely: 4, effect: 2 } },
  { text: "Towns stay alive in winter", kind: "opportunity", place: { likely: 2, effect: 1 } },
  { text: "Nobody knows what the next government does", kind: "risk" },
]
const SENTENCES = [
  "We agree that every family should have a dry, warm home within a year.",
  "We agree to ask the council for a land trust before the summer.",
  "We agree that a rent ceiling needs a date on which it is looked at again.",
]
const FIRST = ["Aroha", "Wiremu", "Mereana", "Tane", "Ngaire", "Hemi", "Moana", "Rangi", "Kahu", "Anahera"]
const LAST = ["Tuhoro", "Parata", "Ngata", "Waititi"]
const nameOf = (author: string): string => {
  const i = authors.indexOf(author)
  return `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`
}
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const map = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields))

export async function wall(server: TestServer, { language = "en" }: { language?: Locale } = {}): Promise<Wall> {
  const rows = comments.map(({ words, author }) => {
    const theme = THEMES.find(([, holds]) => holds.test(words))?.[0] ?? ""
    return [words, "need", theme, nameOf(author)].map(cell).join(",")
  })
  const opened = await openWorkshop(server.origin, {
    title: "A home everybody can afford",
    purpose: QUESTION,
    language,
    import: ["text,kind,theme,author", ...rows].join("\n"),
  })
  const at = `${server.origin}/api/workshops/${opened.workshopId}`
  const host = await join(server.origin, opened, { name: "Petronella", showName: true, table: "1" })
  const client = new StockClient(server.origin, opened.workshopId, host)
  await client.synced()
  const { doc, notes } = client
  const sentenceIds = SENTENCES.map(() => noteId())
  doc.transact(() => {
    const needs = [...notes.keys()]
    OPTIONS.forEach((name, i) => {
      const id = noteId()
      notes.set(id, map({ kind: "option", canvas: "options", themeId: null, rank: `a${i}`, text: new Y.Text(name) }))
      for (const need of needs.slice(i * 4, i * 4 + 4)) doc.getMap("links").set(`${id}>${need}>answers`, map({}))
      doc.getText(`who:${id}`).insert(0, "Petronella, and two from the tenants")
      doc.getText(`pays:${id}`).insert(0, "The city, out of its own rates")
      doc.getText(`leftOut:${id}`).insert(0, "People who share a room")
    })
    MATRIX.forEach(({ text, kind, place }, i) => {
      notes.set(
        noteId(),
        map({ kind, canvas: "matrix", themeId: null, rank: `a${i}`, text: new Y.Text(text), ...(place ? { place: map(place) } : {}) }),
      )
    })
    SENTENCES.forEach((text, i) => doc.getMap("agreements").set(sentenceIds[i] ?? "", map({ text: new Y.Text(text), rank: `a${i}` })))
  })
  const intent = (body: object) => call(`${at}/intents`, { id: noteId(), ...body }, host.seatKey)
  await until("the sentences to be there", () =>
    intent({ type: "count-hands", agreementId: sentenceIds[0], for: 31, worried: 4 }).then(
      () => true,
      () => false,
    ),
  )
  await intent({ type: "raise-hand", agreementId: sentenceIds[1], stance: "for" })
  await intent({ type: "move-stage", to: "needs" })
  await intent({ type: "start-timer", minutes: 20 })
  client.leave()
  return {
    opened,
    host,
    at,
    names: [...new Set([...authors.map(nameOf), "Petronella"])],
    texts: comments.map(({ words }) => words.replaceAll(/\s+/g, " ")),
  }
}
