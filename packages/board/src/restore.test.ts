import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { boardAt } from "./back-in-time.ts"
import type { Command } from "./command.ts"
import { commandsToRestore, type Restorable, type Restoring } from "./restore.ts"
import { run } from "./run.ts"
import { facesInTheme, notesInTheme, themeOf, themesOn } from "./select.ts"
import { command, fuzz, noteId } from "./testing/commands.ts"
import { Kept } from "./testing/past.ts"
import { CANVASES, type Board, type Note, type NoteId, type StackId, type ThemeId } from "./types.ts"

const commands = fc.array(command, { minLength: 5, maxLength: 60, size: "max" })
const what: fc.Arbitrary<Restorable> = fc.oneof(
  fc.record({ note: noteId }),
  fc.record({ theme: fc.constantFrom("theme1", "theme2", "theme3") }) as fc.Arbitrary<Restorable>,
  fc.record({ canvas: fc.constantFrom(...CANVASES) }),
)

/** Runs a restoring as one step; answers how to undo it, last first. */
function restore(kept: Kept, { commands }: Restoring): Command[] {
  const inverses: Command[] = []
  kept.act((doc) => {
    for (const command of commands) {
      const outcome = run(doc, command)
      expect(outcome, JSON.stringify(command)).toMatchObject({ ok: true })
      if (outcome.ok && outcome.inverse) inverses.unshift(outcome.inverse)
    }
  })
  return inverses
}

/** Plain, with each note counted to the theme it is read in. */
const plain = (board: Board) => ({
  notes: [...board.notes.values()].map((note) => ({ ...note, themeId: themeOf(board, note)?.id ?? null })),
  themes: [...board.themes.values()],
  links: [...board.links.keys()].sort(),
  agreements: [...board.agreements.values()],
  actions: [...board.actions.values()],
  suggestions: [...board.suggestions.values()],
})
const chosen = (then: Board, what: Restorable): Note[] =>
  [...then.notes.values()].filter((note) => {
    if ("note" in what) return note.id === what.note
    return note.aside === null && ("theme" in what ? themeOf(then, note)?.id === what.theme : note.canvas === what.canvas)
  })
const isVoice = ({ kind }: Note) => kind === "risk" || kind === "opportunity"
/** What restoring promises of a note. */
const asThen = (board: Board, note: Note) => ({
  kind: note.kind,
  text: note.text,
  canvas: note.canvas,
  themeId: themeOf(board, note)?.id ?? null,
  rank: note.rank,
  stack: note.stack,
  ...(isVoice(note) ? { place: note.place, forWhom: note.forWhom } : {}),
})

describe("whatever people did since", () => {
  test("the chosen things are as they were, and nothing is lost", () => {
    fc.assert(
      fc.property(commands, fc.nat(), what, (commands, back, what) => {
        const kept = new Kept().run(...commands)
        const [before, then] = [kept.now, boardAt(kept.now, kept.rows, back % (kept.at + 1))]
        restore(kept, commandsToRestore(before, then, what))
        for (const was of chosen(then, what)) {
          const is = kept.now.notes.get(was.id)
          expect(is && asThen(kept.now, is)).toEqual(asThen(then, was))
          if (was.aside === null) expect(is?.aside).toBeNull()
        }
        if ("canvas" in what)
          for (const theme of themesOn(then, what.canvas))
            expect(kept.now.themes.get(theme.id)).toMatchObject({ ...theme, notThisTime: null })
        const standing = (board: Board) => [...board.notes.values()].filter(({ aside }) => aside === null).map(({ id }) => id)
        expect(standing(kept.now)).toEqual(expect.arrayContaining(standing(before)))
        expect([...kept.now.links.keys()]).toEqual(expect.arrayContaining([...before.links.keys()]))
        const themes = CANVASES.flatMap((canvas) => themesOn(before, canvas)).map(({ id }) => id)
        expect(CANVASES.flatMap((canvas) => themesOn(kept.now, canvas)).map(({ id }) => id)).toEqual(expect.arrayContaining(themes))
      }),
      fuzz(300),
    )
  })

  test("restored and undone, the board is as before; restored again, nothing is left to do", () => {
    fc.assert(
      fc.property(commands, fc.nat(), what, (commands, back, what) => {
        const kept = new Kept().run(...commands)
        const [before, then] = [kept.now, boardAt(kept.now, kept.rows, back % (kept.at + 1))]
        const inverses = restore(kept, commandsToRestore(before, then, what))
        expect(commandsToRestore(kept.now, then, what).commands).toEqual([])
        kept.run(...inverses)
        expect(plain(kept.now)).toEqual(plain(before))
      }),
      fuzz(300),
    )
  })

  test("notes that came since stay where they stand", () => {
    fc.assert(
      fc.property(commands, fc.nat(), what, (commands, back, what) => {
        const kept = new Kept().run(...commands)
        const [before, then] = [kept.now, boardAt(kept.now, kept.rows, back % (kept.at + 1))]
        restore(kept, commandsToRestore(before, then, what))
        for (const [id, note] of before.notes) if (!then.notes.has(id)) expect(kept.now.notes.get(id)).toEqual(note)
      }),
      fuzz(200),
    )
  })
})

const [n1, n2, n3, late, option] = ["note1", "note2", "note3", "note4", "note5"] as NoteId[] as [NoteId, NoteId, NoteId, NoteId, NoteId]
const [bus, care, heap] = ["theme1", "theme2", "theme3"] as ThemeId[] as [ThemeId, ThemeId, ThemeId]

/** Three needs in two themes; then somebody heaps everything together, renames, rewords, and a fourth note comes. */
function wreckage(): { kept: Kept; stood: Board } {
  const kept = new Kept().run(
    { type: "add-note", id: n1, kind: "need", canvas: "needs", text: "A bus home" },
    { type: "add-note", id: n2, kind: "need", canvas: "needs", text: "A tram home" },
    { type: "add-note", id: n3, kind: "need", canvas: "needs", text: "Somebody who listens" },
    { type: "put-together", themeId: bus, canvas: "needs", title: "Getting there", notes: [n1, n2] },
    { type: "put-together", themeId: care, canvas: "needs", title: "Being heard", notes: [n3] },
    { type: "stack", stack: "s" as StackId, on: n1, notes: [n2] },
    { type: "add-note", id: option, kind: "option", canvas: "options", text: "A night bus" },
    { type: "link", link: { from: option, to: n1, kind: "answers" } },
  )
  const stood = kept.now
  kept.run(
    { type: "put-together", themeId: heap, canvas: "needs", title: "All of it", notes: [n1, n2, n3] },
    { type: "take-apart", themeId: bus },
    { type: "name-theme", themeId: care, title: "xx" },
    { type: "change-words", id: n3, text: "xx" },
    { type: "set-aside", id: n2, reason: "no" },
    { type: "unlink", link: { from: option, to: n1, kind: "answers" } },
    { type: "add-note", id: late, kind: "need", canvas: "needs", text: "Light in the park", spot: { themeId: heap } },
  )
  return { kept, stood }
}

test("a page heaped together stands as it stood, said in numbers, and what came since is untouched", () => {
  const { kept, stood: then } = wreckage()
  const restoring = commandsToRestore(kept.now, then, { canvas: "needs" })
  expect(restoring).toMatchObject({ moved: 3, reworded: 1, broughtBack: 1, themes: 2, others: 1, stay: 1 })
  restore(kept, restoring)
  expect(themesOn(kept.now, "needs").map(({ title }) => title)).toEqual(["Getting there", "Being heard", "All of it"])
  expect(facesInTheme(kept.now, bus, "needs").map(({ members }) => members.map(({ id }) => id))).toEqual([[n1, n2]])
  expect(notesInTheme(kept.now, care, "needs").map(({ text }) => text)).toEqual(["Somebody who listens"])
  expect(notesInTheme(kept.now, heap, "needs").map(({ id }) => id)).toEqual([late])
})

test("one theme comes back with its notes, and no other", () => {
  const { kept, stood: then } = wreckage()
  restore(kept, commandsToRestore(kept.now, then, { theme: bus }))
  expect(notesInTheme(kept.now, bus, "needs").map(({ id }) => id)).toEqual([n1, n2])
  expect(kept.now.notes.get(n3)).toMatchObject({ themeId: heap, text: "xx" })
})

test("one note goes back with its words; its theme stands again for it, and keeps the name it has", () => {
  const { kept, stood: then } = wreckage()
  restore(kept, commandsToRestore(kept.now, then, { note: n3 }))
  expect(kept.now.notes.get(n3)).toMatchObject({ themeId: care, text: "Somebody who listens" })
  expect(kept.now.themes.get(care)?.title).toBe("xx")
  restore(kept, commandsToRestore(kept.now, then, { note: n1 }))
  expect(themesOn(kept.now, "needs").map(({ id }) => id)).toContain(bus)
})

test("what was set aside then and brought back since stays, and a reason given since stays", () => {
  const kept = wreckage().kept.run({ type: "set-aside", id: late, reason: "later" })
  const then = kept.now
  kept.run({ type: "bring-back", id: late }, { type: "say-outcome", of: { note: late }, reason: "no money" })
  for (const what of [{ canvas: "needs" } as const, { theme: heap }, { note: late }])
    expect(commandsToRestore(kept.now, then, what).commands).toEqual([])
})

test("words about ourselves, which have no title, lose one that somebody gave them since", () => {
  const kept = new Kept().run({ type: "put-together", themeId: bus, canvas: "needs", title: "", notes: [], aboutUs: true })
  const then = kept.now
  kept.run({ type: "name-theme", themeId: bus, title: "Who we are" })
  restore(kept, commandsToRestore(kept.now, then, { canvas: "needs" }))
  expect(kept.now.themes.get(bus)?.title).toBe("")
})

test("an option made a need meanwhile is an option again, with the sheet it had then, and counts once", () => {
  const kept = wreckage().kept.run({ type: "fill-sheet", id: option, field: "who", text: "Night shifts" })
  const then = kept.now
  kept.run({ type: "fill-sheet", id: option, field: "who", text: "xx" }, { type: "change-kind", id: option, kind: "need" })
  const restoring = commandsToRestore(kept.now, then, { note: option })
  expect(restoring).toMatchObject({ moved: 0, reworded: 1, others: 0 })
  const inverses = restore(kept, restoring)
  expect(kept.now.notes.get(option)).toMatchObject({ kind: "option", sheet: { who: "Night shifts" } })
  kept.run(...inverses, { type: "change-kind", id: option, kind: "option" })
  expect(kept.now.notes.get(option)?.sheet).toMatchObject({ who: "xx" })
})
