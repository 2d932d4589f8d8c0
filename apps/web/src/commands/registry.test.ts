import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { COMMAND_TYPES, readBoard, run, type Board, type Note, type NoteId, type StackId } from "@evenboard/board"
import { ADD_KEY, BRING_BACK_KEY, letterOf, NOTE_LETTERS, THEME_LETTERS } from "./keys.ts"
import { commandsOf, NOTE_COMMANDS, SHEET_ANSWERS, THEME_COMMANDS, WAYS, type Circumstance } from "./registry.ts"

const source = join(import.meta.dirname, "..")
const screens = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => readFileSync(join(source, file), "utf8"))
  .join("\n")
const locales = ["en", "es", "pt", "ar"].map((locale) => {
  const folder = join(source, "../../../packages/words/locales", locale)
  return Object.assign({}, ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as object)) as Record<
    string,
    string
  >
})

test("every command of the board has a way by touch, by key and by name", () => {
  for (const type of COMMAND_TYPES) {
    const { name, touch, key } = WAYS[type]
    expect(touch, type).not.toBe("")
    expect(key, type).toMatch(/^([a-z+]|Enter|Control\+[a-z])$/)
    for (const locale of locales) expect(locale[name], `${type}: ${name}`).toBeTruthy()
  }
})

test("every name stands on something that a screen shows", () => {
  for (const [id, { name, touch }] of Object.entries(WAYS)) {
    const isRow = touch === "note-sheet" || touch === "theme-sheet" || touch === "result-line"
    const isShown =
      screens.includes(`"${name}"`) || (isRow && /say\(WAYS\[\w+\]\.name\)/.test(screens)) || screens.includes('"common.undo"')
    expect(isShown, `${id}: nobody shows ${name}`).toBe(true)
  }
})

test("no two commands of a note share a key", () => {
  const commands = [...NOTE_COMMANDS, ...THEME_COMMANDS, ...SHEET_ANSWERS]
  const keys = commands.map((command) => WAYS[command].key)
  expect(new Set(keys).size).toBe(keys.length)
})

test("every command that stands in a sheet is listed there", () => {
  const listed = new Set<string>([...NOTE_COMMANDS, ...THEME_COMMANDS, ...SHEET_ANSWERS])
  const standing = Object.entries(WAYS).filter(([, { touch }]) => touch === "note-sheet" || touch === "theme-sheet")
  expect(standing.map(([id]) => id).filter((id) => !listed.has(id))).toEqual([])
})

test("the letters of the first page are those of the registry", () => {
  const letters = (commands: readonly (keyof typeof WAYS)[]) => commands.map((command) => WAYS[command].key).sort()
  expect(Array.from(NOTE_LETTERS).sort()).toEqual(letters([...NOTE_COMMANDS, ...SHEET_ANSWERS]))
  expect(Array.from(THEME_LETTERS).sort()).toEqual(letters(THEME_COMMANDS))
  expect([ADD_KEY, BRING_BACK_KEY]).toEqual([WAYS["add-note"].key, WAYS["bring-back"].key])
})

test("a letter is the same on an Arabic keyboard", () => {
  expect(letterOf({ key: "ث", code: "KeyE" })).toBe("e")
  expect(letterOf({ key: "E", code: "KeyE" })).toBe("e")
  expect(letterOf({ key: "?", code: "Slash" })).toBe("?")
})

const note = { id: "n" as NoteId, aside: null, stack: null, canvas: "needs", kind: "need" } as Note
const now: Circumstance = { note, board: {} as Board, mayWrite: true, isMine: true, isTypedByMe: true, isNumbered: true, isPaused: false }

test("on somebody else's note suggesting comes first, and on mine there is nothing to suggest", () => {
  expect(commandsOf({ ...now, isMine: false }).slice(0, 2)).toEqual(["suggest-words", "change-words"])
  expect(commandsOf(now)).not.toContain("suggest-words")
})

test("a note can go out of sight once it has a number to leave behind", () => {
  expect(commandsOf(now)).toContain("hide-note")
  expect(commandsOf({ ...now, isNumbered: false })).not.toContain("hide-note")
})

test("a note set aside can be brought back, and not set aside again", () => {
  const commands = commandsOf({ ...now, note: { ...note, aside: { reason: "twice" } } })
  expect(commands).toContain("bring-back")
  expect(commands).not.toContain("set-aside")
})

test("only a note that lies in a stack can leave it", () => {
  const doc = new Y.Doc()
  for (const id of ["a", "b"] as NoteId[]) run(doc, { type: "add-note", id, kind: "need", canvas: "needs", text: id })
  const rows = (id: string): string[] => {
    const board = readBoard(doc)
    const found = board.notes.get(id as NoteId)
    return found ? commandsOf({ ...now, note: found, board }).filter((command) => command.includes("stack")) : []
  }
  expect(rows("a")).toEqual(["stack"])
  run(doc, { type: "stack", stack: "s" as StackId, on: "a" as NoteId, notes: ["b" as NoteId] })
  expect(rows("b")).toEqual(["stack", "leave-stack", "take-stack-apart"])
})

test("in a pause a note can still go out of sight, and nothing else be done with it", () => {
  expect(commandsOf({ ...now, mayWrite: false, isPaused: true })).toEqual(["hide-note"])
})

test("nothing can be done with a note once the workshop has ended, by its host either", () => {
  expect(commandsOf({ ...now, mayWrite: false })).toEqual([])
  expect(commandsOf({ ...now, mayWrite: false, isMine: false })).toEqual([])
})

/** Stand only inside something that asks: sheets, their forms, and parts of a page. */
const INSIDE = [
  "agree/agreement-sheets.tsx",
  "board/add-words.tsx",
  "board/theme-sheets.tsx",
  "matrix/place-sheet.tsx",
  "note/composer.tsx",
  "note/forms/",
  "note/theme-sheet.tsx",
  "options/option-choices.tsx",
  "screens/host/everyone-heard.tsx",
  "screens/host/out-of-sight.tsx",
  "screens/arrive/pledge-sheets.tsx",
  "screens/help/help.tsx",
  "screens/host/prompt-form.tsx",
  "screens/host/safety.tsx",
  "screens/host/steps.tsx",
  "screens/host/time-keeper.tsx",
]

test("every screen that can change something asks whether the workshop still goes on", () => {
  const forgetful = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !INSIDE.some((one) => file.startsWith(one)))
    .filter((file) => {
      const text = readFileSync(join(source, file), "utf8")
      return /\b(?:useRun|useRunFirst|useRunAll|useIntent)\(/.test(text) && !/\b(?:useMayWrite|WhileOpen)\b/.test(text)
    })
  expect(forgetful).toEqual([])
})
