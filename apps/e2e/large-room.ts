// The largest real room: 381 people with a seat each, and all 165 comments of the housing case, each written by its own author, of
// which the hosts of 2017 set 46 aside. What the room made of them is played by programs, and written down here as it was done, so that
// a story can hold what a phone shows against what people did. Long, because it is told in the order it happened. Knows the contract only.
import * as Y from "yjs"
import { call, join, openWorkshop, type Joined, type Opened } from "./api.ts"
import { HOST_AUTHOR, QUESTION } from "./cases/housing.ts"
import { rowsOf } from "./cases/rows.ts"
import { EvenboardClient } from "./evenboard-client.ts"
import { THEMES, themeOf } from "./hall.ts"
import type { TestServer } from "./server.ts"
import { noteId, until } from "./stock-client.ts"

export const PEOPLE = 381
/** Joins on their way at a time. */
const AT_ONCE = 24
const NAMES =
  "Aroha Ben Cleo Dev Elif Farah Gus Hana Ivo Jaya Kofi Lena Milo Nikau Omar Pia Quin Rosa Sam Tane Una Vera Wiremu Yusuf Zara".split(" ")
const LETTERS = "ABCDEFGHIJKLMNOP".split("")
export const GROUPS = ["Owners", "Public servants", "Tenants", "Tenants’ union"] as const
const ASIDE_REASON = "Said already, or not about homes"

const OPTIONS = [
  { title: "Build homes on public land", theme: "State and social homes" },
  { title: "Small homes beside large ones", theme: "Small and shared homes" },
  { title: "A tax on homes that stand empty", theme: "Tax" },
  { title: "Longer leases, with fair notice", theme: "Renting" },
  { title: "A first loan from the state", theme: "First homes and loans" },
] as const
/** From the first three options each a sentence; the last is not in the plan; of the fourth nothing was decided. */
const SENTENCES = [
  "We ask the council for ten places to build on.",
  "We ask for one simple consent for small homes.",
  "We ask for a tax on homes that stand empty for a year.",
] as const
const NO_LOAN = "The state lends through banks until 2019"
const NO_MARKET = "Nobody here can decide prices"
const ANSWER = "I asked who decides them, not that we do"
const VOICES = [
  { text: "Homes for people who wait in cars now", kind: "opportunity", likely: 4, effect: 2 },
  { text: "Neighbours may go to court over each place", kind: "risk", likely: 4, effect: -1 },
  { text: "It may take years before a door opens", kind: "risk", likely: 3, effect: -2 },
] as const

export type Person = Joined & { index: number; author: string; name: string; shown: boolean; group: string; table: string }
/** What became of a comment, as somebody would tell it who was there. */
export type Said = {
  words: string
  author: string
  theme: string | null
  option: string | null
  /** The sentence we agreed from it. */ agreed: string | null
  outcome: "in-plan" | "not-this-time" | "set-aside" | "about-us" | "open"
  reason: string | null
}
export type Done = {
  who: string
  what: string
  number: number | null
  /** Of the people; "" where none are shown. */ words: string
  values: Record<string, string>
}
export type LargeRoom = {
  opened: Opened
  people: readonly Person[]
  /** In the order of their numbers. */
  said: readonly Said[]
  /** Options of which nothing was decided. */
  waitingOptions: number
  /** The last things done, newest first. */
  last: readonly Done[]
  /** Who added a note, put notes together or placed one, by seat, in each step. */
  took: Readonly<Record<"needs" | "options" | "matrix", Readonly<Record<"notes" | "groupings" | "placings", ReadonlySet<string>>>>>
  leave(): void
}

const comments = rowsOf("scoop-affordable-housing")
  .map((row) => ({
    id: Number(row["comment-id"]),
    author: row["author-id"],
    words: row["comment-body"].trim(),
    isAside: row.moderated === "-1",
  }))
  .toSorted((a, b) => a.id - b.id)
const authors = [...new Set([HOST_AUTHOR, ...comments.map(({ author }) => author)])]

/** Authors first, so that they have names that last; of those who said nothing every fourth stays a guest. */
const personAt = (index: number): Omit<Person, keyof Joined> => ({
  index,
  author: authors[index] ?? "",
  name: `${NAMES[index % NAMES.length]} ${LETTERS[Math.floor(index / NAMES.length)]}.`,
  shown: index < authors.length || index % 4 > 0,
  // Most who spoke are of the union, with a few who did not.
  group: index % 50 === 49 ? "" : index > 1 && index < 52 ? GROUPS[3] : (GROUPS[index % 3] ?? ""),
  table: index % 9 === 8 ? "" : index % 9 === 7 ? "online" : String((index % 30) + 1),
})

const map = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields))
const aboutUs = ({ author, words }: { author: string; words: string }) => author === HOST_AUTHOR && /^(?:I|My household) /.test(words)
const optionFor = (theme: string | null) => OPTIONS.findIndex((one) => one.theme === theme)

export async function openLargeRoom(server: TestServer): Promise<LargeRoom> {
  const stages = ["needs", "options", "matrix", "agree", "after"].map((kind) => ({ kind, prompt: QUESTION, minutes: 20 }))
  const opened = await openWorkshop(server.origin, {
    title: "Homes people can afford",
    purpose: QUESTION,
    groups: [...GROUPS],
    recipe: { name: "A large room", stages },
  })
  const people = await joinAll(server.origin, opened)
  const at = `${server.origin}/api/workshops/${opened.workshopId}`
  const by = new Map(people.map((person) => [person.author, person]))
  const [host] = people as [Person, ...Person[]]
  const move = (to: string) => call(`${at}/intents`, { id: noteId(), type: "move-stage", to }, host.seatKey)
  const clients = people.slice(0, 12).map((person) => new EvenboardClient(server.origin, opened.workshopId, person))
  const [first, second] = clients as [EvenboardClient, EvenboardClient, ...EvenboardClient[]]
  await Promise.all(clients.map((client) => client.synced()))
  const took = {
    needs: { notes: new Set<string>(), groupings: new Set<string>(), placings: new Set<string>() },
    options: { notes: new Set<string>(), groupings: new Set<string>(), placings: new Set<string>() },
    matrix: { notes: new Set<string>(), groupings: new Set<string>(), placings: new Set<string>() },
  }

  // One after the other: the first that is written is note 1.
  const ids: string[] = []
  for (const { author, words } of comments) {
    const person = by.get(author) ?? host
    ids.push((await call<{ noteId: string }>(`${at}/notes`, { text: words, kind: "need" }, person.seatKey)).noteId)
    took.needs.notes.add(person.seatId)
  }
  const size = comments.length
  const everybodyHas = (count: number) =>
    until(`all to have ${count} notes`, () => clients.every(({ doc }) => doc.getMap("notes").size === count))
  await everybodyHas(size)
  const noteOf = ({ doc }: EvenboardClient, id: string) => doc.getMap<Y.Map<unknown>>("notes").get(id)

  // Each of twelve people groups one theme, two take two; the hosts set aside what they set aside.
  const themeIds = THEMES.map(() => noteId())
  const themed = comments.map((one) => (one.isAside ? null : aboutUs(one) ? "About us" : themeOf(one.words)))
  THEMES.forEach(([title], n) => {
    const client = clients[n % clients.length] ?? first
    took.needs.groupings.add(people[n % clients.length]?.seatId ?? "")
    client.doc.transact(() => {
      const fields = { canvas: "needs", title: new Y.Text(title), rank: `a${"ABCDEFGHIJKLMN"[n]}`, ...(n === 0 ? { aboutUs: true } : {}) }
      client.doc.getMap<Y.Map<unknown>>("themes").set(themeIds[n] ?? "", map(fields))
      themed.forEach((theme, i) => {
        if (theme !== title) return
        noteOf(client, ids[i] ?? "")?.set("themeId", themeIds[n])
        noteOf(client, ids[i] ?? "")?.set("rank", `a${String(i).padStart(3, "0")}V`)
      })
    })
  })
  first.doc.transact(() => {
    comments.forEach(({ isAside }, i) => isAside && noteOf(first, ids[i] ?? "")?.set("aside", map({ reason: ASIDE_REASON })))
  })
  const grouped = themed.filter((theme) => theme !== null).length
  const isGrouped = ({ doc }: EvenboardClient) => {
    const notes = [...doc.getMap<Y.Map<unknown>>("notes").values()]
    return notes.filter((note) => note.get("themeId") !== null).length === grouped && notes.some((note) => note.get("aside"))
  }
  await until("themes to be everywhere", () => clients.every(isGrouped))

  await move("options")
  const optionIds: string[] = []
  for (const [n, { title }] of OPTIONS.entries()) {
    const person = people[n + 2] ?? host
    optionIds.push((await call<{ noteId: string }>(`${at}/notes`, { text: title, kind: "option" }, person.seatKey)).noteId)
    took.options.notes.add(person.seatId)
  }
  await everybodyHas(size + OPTIONS.length)
  const link = ({ doc }: EvenboardClient, from: string, to: string, kind: string) =>
    doc.getMap("links").set(`${from}>${to}>${kind}`, map({}))
  first.doc.transact(() =>
    themed.forEach((theme, i) => optionFor(theme) >= 0 && link(first, optionIds[optionFor(theme)] ?? "", ids[i] ?? "", "answers")),
  )

  await move("matrix")
  for (const [n, { text, kind, likely, effect }] of VOICES.entries()) {
    const [person, client] = [people[n + 5] ?? host, clients[n + 5] ?? first]
    const { noteId: id } = await call<{ noteId: string }>(`${at}/notes`, { text, kind }, person.seatKey)
    await until("the worry to be there", () => noteOf(client, id) !== undefined)
    client.doc.transact(() => {
      noteOf(client, id)?.set("place", map({ likely, effect }))
      link(client, id, optionIds[0] ?? "", "about")
    })
    took.matrix.notes.add(person.seatId)
    took.matrix.placings.add(person.seatId)
  }
  await until(
    "all to be placed",
    () => [...first.doc.getMap<Y.Map<unknown>>("notes").values()].filter((note) => note.get("place")).length === 3,
  )

  await move("agree")
  const market = THEMES.findIndex(([title]) => title === "The market")
  const mine = themed.findIndex((theme, i) => theme === "The market" && comments[i]?.author === HOST_AUTHOR)
  const who = (n: number) => people[n]?.name ?? ""
  // One act after the other, each heard by the next, so that the order is known.
  const acts: [Done, () => void, () => boolean][] = [
    ...SENTENCES.map((text, n): [Done, () => void, () => boolean] => {
      const id = noteId()
      const write = () =>
        second.doc.transact(() => {
          second.doc.getMap("agreements").set(id, map({ text: new Y.Text(text), rank: `a${n}` }))
          link(second, id, optionIds[n] ?? "", "source")
        })
      return [
        { who: who(1), what: "add-agreement", number: null, words: text, values: {} },
        write,
        () => first.doc.getMap("agreements").has(id),
      ]
    }),
    [
      { who: who(1), what: "outcome-said", number: size + 5, words: "", values: { reason: NO_LOAN } },
      () => noteOf(second, optionIds[4] ?? "")?.set("notThisTime", map({ reason: NO_LOAN })),
      () => noteOf(first, optionIds[4] ?? "")?.get("notThisTime") !== undefined,
    ],
    [
      { who: who(2), what: "theme-outcome-said", number: null, words: "", values: { theme: "The market", reason: NO_MARKET } },
      () =>
        clients[2]?.doc
          .getMap<Y.Map<unknown>>("themes")
          .get(themeIds[market] ?? "")
          ?.set("notThisTime", map({ reason: NO_MARKET })),
      () =>
        first.doc
          .getMap<Y.Map<unknown>>("themes")
          .get(themeIds[market] ?? "")
          ?.get("notThisTime") !== undefined,
    ],
    [
      { who: who(0), what: "outcome-answered", number: mine + 1, words: ANSWER, values: {} },
      () => noteOf(first, ids[mine] ?? "")?.set("answer", ANSWER),
      () => noteOf(second, ids[mine] ?? "")?.get("answer") === ANSWER,
    ],
  ]
  for (const [{ what }, act, isHeard] of acts) {
    act()
    await until(`everybody to hear of ${what}`, isHeard)
  }
  await move("after")
  for (const client of clients) client.leave()

  return {
    opened,
    people,
    said: comments.map(({ author, words, isAside }, i): Said => {
      const theme = themed[i] ?? null
      const option = optionFor(theme)
      const reason = isAside ? ASIDE_REASON : option === 4 ? NO_LOAN : theme === "The market" ? NO_MARKET : null
      const outcome = isAside
        ? "set-aside"
        : reason
          ? "not-this-time"
          : option >= 0 && option < 3
            ? "in-plan"
            : theme === "About us"
              ? "about-us"
              : "open"
      return { words, author, theme, option: OPTIONS[option]?.title ?? null, agreed: SENTENCES[option] ?? null, outcome, reason }
    }),
    waitingOptions: OPTIONS.length - SENTENCES.length - 1,
    last: acts.map(([done]) => done).toReversed(),
    took,
    leave: connectAll(server.origin, opened.workshopId, people),
  }
}

/** The first one comes alone, and hosts. */
async function joinAll(origin: string, opened: Opened): Promise<Person[]> {
  const come = async (index: number): Promise<Person> => {
    const person = personAt(index)
    const { name, shown: showName, group, table } = person
    return { ...person, ...(await join(origin, opened, { name, showName, group, table })) }
  }
  const people = [await come(0)]
  for (let from = 1; from < PEOPLE; from += AT_ONCE)
    people.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, PEOPLE - from) }, (_, n) => come(from + n)))))
  return people
}

/** Everybody but the one whose phone is a page is here with a line of their own. Answers how they all go. */
function connectAll(origin: string, workshopId: string, people: readonly Person[]): () => void {
  const lines = people
    .slice(1)
    .map(({ seatKey }) => new WebSocket(`${origin.replace(/^http/, "ws")}/sync/${workshopId}`, ["evenboard.1", `evenboard.key.${seatKey}`]))
  return () => lines.forEach((line) => line.close())
}
