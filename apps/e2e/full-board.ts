// A full board: 150 real needs in nine themes, and people who go on changing things, as clients on the socket. For stories about
// what one phone feels of it.
import * as Y from "yjs"
import { join, openWorkshop, type Opened } from "./api.ts"
import { EvenboardClient } from "./evenboard-client.ts"
import { comments as housing } from "./cases/housing.ts"
import { comments as london } from "./cases/london.ts"
import type { TestServer } from "./server.ts"
import { noteId, until } from "./stock-client.ts"

export type Hall = {
  opened: Opened
  words: readonly string[]
  themes: readonly string[]
  /** Words of the notes in one theme that nobody else touches. */
  mine: readonly string[]
  people: readonly EvenboardClient[]
  /** Somebody moves a note into the theme of this place in `themes`. */
  move(id: string, theme: number): void
  leave(): void
}

const THEMES = [
  "Renting",
  "Speculation and tax",
  "Banks and loans",
  "Land and councils",
  "State and social housing",
  "Building costs",
  "Foreign owners",
  "Leadership",
  "About who we are",
] as const

/** In the middle of the list. */
const MINE = 4

/** The first notes stay in no theme, a fifth of all. */
export async function openHall(server: TestServer, { notes = 150, people = 4 } = {}): Promise<Hall> {
  const opened = await openWorkshop(server.origin, { title: "A home for everybody" })
  const real = [...housing, ...london].map(({ words }) => words)
  const words = Array.from({ length: notes }, (_, n) => real[n % real.length] ?? "")
  const clients: EvenboardClient[] = []
  for (let n = 0; n < people; n++) {
    const seat = await join(server.origin, opened, { name: `Person ${n + 1}`, showName: true })
    clients.push(new EvenboardClient(server.origin, opened.workshopId, seat))
  }
  await Promise.all(clients.map((client) => client.synced()))
  const themeIds = THEMES.map(() => noteId())
  clients[0]?.doc.transact(() => {
    const themes = clients[0]?.doc.getMap<Y.Map<unknown>>("themes")
    THEMES.forEach((title, n) =>
      themes?.set(themeIds[n] ?? "", new Y.Map<unknown>(Object.entries({ canvas: "needs", title: new Y.Text(title), rank: `a${n}` }))),
    )
  })
  words.forEach((text, n) => {
    const themeId = n < words.length / 5 ? null : (themeIds[n % themeIds.length] ?? null)
    const { doc } = clients[n % people] ?? {}
    const note = { kind: "need", canvas: "needs", themeId, rank: `a${String(n).padStart(3, "0")}V`, text: new Y.Text(text) }
    doc?.transact(() => doc.getMap("notes").set(noteId(), new Y.Map<unknown>(Object.entries(note))))
  })
  await until("all to have all notes", () => clients.every(({ doc }) => doc.getMap("notes").size === words.length))
  const notesOf = ({ doc }: EvenboardClient) => doc.getMap<Y.Map<unknown>>("notes")
  return {
    opened,
    words,
    themes: THEMES,
    mine: words.filter((_, n) => n >= words.length / 5 && n % THEMES.length === MINE),
    people: clients,
    move: (id, theme) => {
      const [client] = clients
      client?.doc.transact(() => notesOf(client).get(id)?.set("themeId", themeIds[theme]))
    },
    leave: () => {
      for (const client of clients) client.leave()
    },
  }
}

/**
 * Others go on: so many changes a second, of words, of places, and new notes, in turn and by all of them; the theme that is mine is
 * left alone. `stop` answers how many they made.
 */
export function keepChanging({ people }: Hall, perSecond: number): { stop: () => number } {
  let made = 0
  const timer = setInterval(() => {
    const { doc } = people[made % people.length] ?? {}
    if (doc) doc.transact(() => change(doc, made))
    made += 1
  }, 1000 / perSecond)
  return {
    stop: () => {
      clearInterval(timer)
      return made
    },
  }
}

function change(doc: Y.Doc, turn: number): void {
  const notes = doc.getMap<Y.Map<unknown>>("notes")
  const themes = [...doc.getMap<Y.Map<unknown>>("themes")].sort(([a], [b]) => (a < b ? -1 : 1))
  const mine = themes.find(([, theme]) => String(theme.get("title")) === THEMES[MINE])?.[0]
  const themeIds = themes.map(([id]) => id).filter((id) => id !== mine)
  const others = [...notes].filter(([, note]) => note.get("themeId") !== mine).sort(([a], [b]) => (a < b ? -1 : 1))
  const note = others[(turn * 37) % others.length]?.[1]
  const text = note?.get("text")
  if (turn % 10 === 9) {
    const fresh = { kind: "need", canvas: "needs", themeId: null, rank: "b0", text: new Y.Text(`One more thing, number ${turn}`) }
    notes.set(noteId(), new Y.Map<unknown>(Object.entries(fresh)))
  } else if (turn % 3 === 0) note?.set("themeId", themeIds[turn % themeIds.length])
  else if (text instanceof Y.Text) text.insert(text.length, " And so on, and on, as people say.")
}
