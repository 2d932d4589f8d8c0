// Changing themes: putting notes together, naming, moving, taking apart, making one an option. Every function runs inside one
// transaction of `run`. A theme keeps no list of its notes: each note says where it stands.
import * as Y from "yjs"
import { TAKEN_BACK } from "./command.ts"
import { entriesOf, entryOf } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { setLink } from "./link.ts"
import { textOf, writeNote } from "./note.ts"
import { checked, done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { rankFor, ranksAfter } from "./rank.ts"
import type { Ranked } from "./rank.ts"
import { kindAndCanvas, oneOf, readCanvas, readOne, readRank } from "./read.ts"
import { entries, movingWith, neighbours, stand, standingAt, standingOf, themeEntry } from "./standing.ts"
import type { There } from "./standing.ts"
import { CANVASES, TEXT_LIMITS, type Canvas, type NoteId, type Rank, type Standing, type ThemeId } from "./types.ts"
import { rewrite } from "./words.ts"

export const putTogether: Act<"put-together"> = (doc, command) => {
  const title = checked(command.title, TEXT_LIMITS.title, command.aboutUs ? 0 : 1)
  if (!title.ok) return title
  const { themeId, canvas } = command
  if (oneOf(CANVASES, canvas) === null) return no("wrong-canvas")
  if (entriesOf(doc, "themes").has(themeId)) return no("same")
  // A note that the host took out of sight meanwhile is no reason to lose the rest of the theme.
  const there = movingWith(doc, command.notes)
  if (command.notes.length > 0 && there.length === 0) return no("gone")
  if (there.some((was) => was.canvas !== canvas)) return no("wrong-canvas")
  writeTheme(doc, {
    id: themeId,
    canvas,
    title: title.text,
    rank: rankFor(themeId, themesBut(doc, canvas, themeId), command),
    aboutUs: command.aboutUs === true,
  })
  const ranks = ranksAfter(
    there.map(({ id }) => id),
    [],
  )
  there.forEach(({ entry, keeps }, n) => stand(entry, { themeId, rank: ranks[n] ?? "", stack: keeps }))
  return done({ type: "take-apart", themeId, back: there.map(({ id, themeId, rank, stack }) => ({ id, themeId, rank, stack })) })
}

type NewTheme = { id: ThemeId; canvas: Canvas; title: string; rank: Rank; aboutUs: boolean }

export function writeTheme(doc: Y.Doc, theme: NewTheme): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "themes").set(theme.id, entry)
  entry.set("canvas", theme.canvas)
  entry.set("title", new Y.Text(theme.title))
  entry.set("rank", theme.rank)
  if (theme.aboutUs) entry.set("aboutUs", true)
  return entry
}

function themesBut(doc: Y.Doc, canvas: Canvas, id: ThemeId): Ranked[] {
  const others: Ranked[] = []
  for (const [other, theme] of entries(doc, "themes")) {
    if (other !== id && theme.get("gone") !== true && readCanvas(theme) === canvas) others.push({ id: other, rank: readRank(theme) })
  }
  return others
}

/** A note that somebody puts into the theme at the same time stays readable: its theme is gone, so it counts as not grouped yet. */
export const takeApart: Act<"take-apart"> = (doc, { themeId, back = [] }) => {
  const theme = themeEntry(doc, themeId)
  if (theme === null) return no("gone")
  const canvas = readCanvas(theme)
  const standings = neighbours(doc, canvas, themeId)
  const places = placesAfter(doc, canvas, standings, back)
  theme.set("gone", true)
  for (const [id, place] of places) {
    const note = entryOf(doc, "notes", id)
    if (note !== null) stand(note, place)
  }
  return done({
    type: "stand-again",
    themeId,
    standings: standings.map(({ id, rank, stack }) => ({ id, rank, stack, from: places.get(id) ?? NOWHERE })),
  })
}
const NOWHERE = { themeId: null, stack: null }

/** Where each note goes: where `back` says if that still stands, else after the last that is not grouped. */
function placesAfter(doc: Y.Doc, canvas: Canvas, notes: There[], back: ({ id: NoteId } & Standing)[]): Map<NoteId, Standing> {
  const places = new Map<NoteId, Standing>()
  for (const { id, themeId, rank, stack } of back) {
    const place = notes.some((note) => note.id === id) ? standingAt(doc, id, canvas, { themeId, rank }) : "gone"
    if (typeof place !== "string") places.set(id, { ...place, stack })
  }
  const rest = notes.filter(({ id }) => !places.has(id))
  const ranks = ranksAfter(
    rest.map(({ id }) => id),
    neighbours(doc, canvas, null),
  )
  rest.forEach(({ id, stack }, n) => places.set(id, { themeId: null, rank: ranks[n] ?? "", stack }))
  return places
}

export const joinThemes: Act<"join-themes"> = (doc, { themeId, into }) => {
  const [theme, other] = [themeEntry(doc, themeId), themeEntry(doc, into)]
  if (theme === null || other === null) return no("gone")
  if (themeId === into) return no("same")
  const canvas = readCanvas(theme)
  if (readCanvas(other) !== canvas) return no("wrong-canvas")
  const notes = neighbours(doc, canvas, themeId)
  const ranks = ranksAfter(
    notes.map(({ id }) => id),
    neighbours(doc, canvas, into),
  )
  theme.set("gone", true)
  notes.forEach(({ entry, stack }, n) => stand(entry, { themeId: into, rank: ranks[n] ?? "", stack }))
  const standings = notes.map(({ id, rank, stack }) => ({ id, rank, stack, from: { themeId: into, stack } }))
  return done({ type: "stand-again", themeId, standings })
}

/** A note that somebody has since grouped or stacked elsewhere, moved to another page or taken out stays where it is. */
export const standAgain: Act<"stand-again"> = (doc, { themeId, standings }) => {
  const theme = entryOf(doc, "themes", themeId)
  if (theme === null) return no("gone")
  if (theme.get("gone") !== true) return nothingChanged
  const canvas = readCanvas(theme)
  const back: ({ id: NoteId } & Standing)[] = []
  for (const { id, rank, stack = null, from = NOWHERE } of standings) {
    const note = entryOf(doc, "notes", id)
    const was = note === null ? null : standingOf(doc, note)
    if (note === null || was === null || was.canvas !== canvas || was.themeId !== from.themeId || was.stack !== from.stack) continue
    back.push({ id, themeId: was.themeId, rank: was.rank, stack: was.stack })
    stand(note, { themeId, rank, stack })
  }
  theme.delete("gone")
  return done({ type: "take-apart", themeId, back })
}

export const nameTheme: Act<"name-theme"> = (doc, { themeId, title, from }) => {
  const theme = themeEntry(doc, themeId)
  const words = checked(title, TEXT_LIMITS.title, theme?.get("aboutUs") === true ? 0 : 1)
  if (!words.ok) return words
  if (theme === null) return no("gone")
  const { before, after } = rewrite(textOf(theme, "title"), words.text, from)
  return before === after ? nothingChanged : done({ type: "name-theme", themeId, title: before, from: after })
}

export const moveTheme: Act<"move-theme"> = (doc, command) => {
  const { themeId } = command
  const theme = themeEntry(doc, themeId)
  if (theme === null) return no("gone")
  const was = readRank(theme)
  const rank = rankFor(themeId, themesBut(doc, readCanvas(theme), themeId), command)
  if (rank === was) return nothingChanged
  theme.set("rank", rank)
  return done({ type: "move-theme", themeId, rank: was })
}

/** Undone, the new option is set aside with `TAKEN_BACK`. */
export const makeOption: Act<"make-option"> = (doc, { id, themeId }) => {
  const theme = themeEntry(doc, themeId)
  if (theme === null) return no("gone")
  if (entriesOf(doc, "notes").has(id)) return no("same")
  const words = checked(readOne(doc, "themes", themeId)?.title ?? "", TEXT_LIMITS.note)
  if (!words.ok) return words
  const standing = standingAt(doc, id, "options", { themeId: null })
  if (typeof standing === "string") return no(standing)
  const needs = needsIn(doc, readCanvas(theme), themeId)
  writeNote(doc, { id, kind: "option", canvas: "options", ...standing, text: words.text, place: null, lang: null, forWhom: "" })
  for (const need of needs) setLink(doc, { from: id, to: need, kind: "answers" })
  return done({ type: "set-aside", id, reason: TAKEN_BACK })
}

/** Needs of a theme that nobody has set aside. */
function needsIn(doc: Y.Doc, canvas: Canvas, themeId: ThemeId): NoteId[] {
  const ids = neighbours(doc, canvas, themeId).map(({ id }) => id)
  return ids.filter((id) => {
    const note = entryOf(doc, "notes", id)
    return note !== null && kindAndCanvas(note).kind === "need" && readOne(doc, "notes", id)?.aside === null
  })
}
