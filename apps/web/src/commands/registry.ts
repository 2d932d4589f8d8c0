// Every command and how each is reached: its name (what stands on the thing pressed, and what voice control says), where a finger
// finds it, and its key. The note's and the theme's sheets list their rows from here; a test fails when a command lacks a way.
import { stackOf, type Board, type CommandType, type Note } from "@evenboard/board"
import type { Intent } from "@evenboard/api"
import type { MessageId } from "@evenboard/words"

export { letterOf } from "./keys.ts"

/** Intents that a person presses a button for. */
type PressedIntent = Intent["type"]
type CommandId = CommandType | PressedIntent

/** Where the button with the name stands. A row opens a small form, or acts at once. */
export type Where =
  | "note-sheet"
  | "theme-sheet"
  | "composer"
  | "result-line"
  | "options-page"
  | "matrix-page"
  | "agree-page"
  | "arrive-page"
  | "mine-page"
  | "outcomes-page"
  | "host-page"
  | "door-page"
  | "round-notice"
  | "note-form"
  | "safe-notice"
  | "help-page"

export type Way = {
  readonly name: MessageId
  readonly touch: Where
  /**
   * A letter works while a note has the focus; `Control+…` everywhere; `Enter` means the button itself, reached with Tab: used where
   * the thing pressed is no note and stands on its own page.
   */
  readonly key: string
}

const way = <Name extends MessageId>(name: Name, touch: Where, key: string): Way & { name: Name } => ({ name, touch, key })

export const WAYS = {
  "add-note": way("commands.add-note", "composer", "+"),
  "change-words": way("commands.change-words", "note-sheet", "e"),
  "suggest-words": way("commands.suggest-words", "note-sheet", "s"),
  move: way("commands.move", "note-sheet", "m"),
  stack: way("commands.stack", "note-sheet", "c"),
  "leave-stack": way("commands.leave-stack", "note-sheet", "x"),
  "take-stack-apart": way("commands.take-stack-apart", "note-sheet", "q"),
  "put-together": way("commands.put-together", "note-sheet", "t"),
  link: way("commands.link", "note-sheet", "l"),
  unlink: way("commands.unlink", "note-sheet", "u"),
  place: way("commands.place", "note-sheet", "p"),
  "say-for-whom": way("commands.say-for-whom", "note-sheet", "w"),
  "change-kind": way("commands.change-kind", "note-sheet", "k"),
  "move-canvas": way("commands.move-canvas", "note-sheet", "g"),
  "written-for": way("commands.written-for", "note-sheet", "f"),
  "set-aside": way("commands.set-aside", "note-sheet", "a"),
  "bring-back": way("commands.bring-back", "note-sheet", "b"),
  "hide-note": way("commands.hide-note", "note-sheet", "h"),
  "take-words": way("commands.take-words", "note-sheet", "y"),
  "keep-words": way("commands.keep-words", "note-sheet", "n"),
  "name-theme": way("commands.name-theme", "theme-sheet", "r"),
  "make-option": way("commands.make-option", "theme-sheet", "o"),
  "join-themes": way("commands.join-themes", "theme-sheet", "j"),
  "move-theme": way("commands.move-theme", "theme-sheet", "v"),
  "take-apart": way("commands.take-apart", "theme-sheet", "d"),
  "undo-move": way("commands.undo", "result-line", "Control+z"),
  "stand-again": way("commands.undo", "result-line", "Control+z"),
  "reopen-suggestion": way("commands.undo", "result-line", "Control+z"),
  "fill-sheet": way("options.who-say", "options-page", "Enter"),
  "add-agreement": way("agree.add", "agree-page", "Enter"),
  "change-agreement": way("agree.change", "agree-page", "Enter"),
  "set-aside-agreement": way("agree.set-aside", "agree-page", "Enter"),
  "bring-back-agreement": way("agree.bring-back", "agree-page", "Enter"),
  "add-action": way("agree.action-add", "agree-page", "Enter"),
  "change-action": way("agree.action-change", "agree-page", "Enter"),
  "set-aside-action": way("agree.set-aside", "agree-page", "Enter"),
  "bring-back-action": way("agree.bring-back", "agree-page", "Enter"),
  "add-pledge": way("together.add", "arrive-page", "Enter"),
  "change-pledge": way("together.change", "arrive-page", "Enter"),
  "set-aside-pledge": way("together.set-aside", "arrive-page", "Enter"),
  "bring-back-pledge": way("together.bring-back", "arrive-page", "Enter"),
  "say-outcome": way("commands.say-outcome", "outcomes-page", "Enter"),
  "take-back-outcome": way("commands.take-back-outcome", "outcomes-page", "Enter"),
  "answer-outcome": way("commands.answer-outcome", "mine-page", "Enter"),
  "raise-hand": way("agree.for", "agree-page", "Enter"),
  "count-hands": way("agree.count", "agree-page", "Enter"),
  "say-worry": way("agree.worry-say", "agree-page", "Enter"),
  "open-seat": way("several.do", "composer", "Enter"),
  "withdraw-worry": way("agree.worry-take-back", "agree-page", "Enter"),
  "move-stage": way("host.next", "host-page", "Enter"),
  "start-timer": way("host.start", "host-page", "Enter"),
  "lengthen-timer": way("host.more", "host-page", "Enter"),
  "stop-timer": way("host.stop", "host-page", "Enter"),
  "edit-plan": way("host.prompt-edit", "host-page", "Enter"),
  "pass-host": way("host.pass", "host-page", "Enter"),
  "ask-to-host": way("host.take-over", "host-page", "Enter"),
  "confirm-host": way("shell.host-yes", "host-page", "Enter"),
  "start-round": way("round.start", "host-page", "Enter"),
  "ask-reveal": way("round.show-all", "host-page", "Enter"),
  "put-off-reveal": way("round.not-yet", "round-notice", "Enter"),
  "confirm-reveal": way("round.yes", "round-notice", "Enter"),
  "propose-hide": way("safe.propose-do", "note-form", "Enter"),
  "confirm-hide": way("safe.proposed-yes", "safe-notice", "Enter"),
  "drop-hide": way("safe.proposed-drop", "safe-notice", "Enter"),
  pause: way("safe.pause", "host-page", "Enter"),
  resume: way("safe.resume", "host-page", "Enter"),
  "ask-quiet": way("unheard.ask", "host-page", "Enter"),
  "ask-help": way("safe.ask-time", "help-page", "Enter"),
  "restore-note": way("host.restore", "host-page", "Enter"),
  "agree-design": way("commands.agree-design", "outcomes-page", "Enter"),
  "open-door": way("door.open", "door-page", "Enter"),
  "shut-door": way("door.shut", "door-page", "Enter"),
} as const satisfies Readonly<Record<CommandId, Way>>

/** Commands of a note's sheet, in the order of its rows. */
export const NOTE_COMMANDS = [
  "change-words",
  "suggest-words",
  "move",
  "stack",
  "leave-stack",
  "take-stack-apart",
  "put-together",
  "link",
  "place",
  "say-for-whom",
  "change-kind",
  "move-canvas",
  "written-for",
  "set-aside",
  "bring-back",
  "hide-note",
] as const satisfies readonly CommandId[]
export type NoteCommand = (typeof NOTE_COMMANDS)[number]

export const THEME_COMMANDS = [
  "name-theme",
  "make-option",
  "move-theme",
  "join-themes",
  "take-apart",
] as const satisfies readonly CommandId[]
export type ThemeCommand = (typeof THEME_COMMANDS)[number]

/** Keys that answer what stands in the sheet already: a suggestion, a link. They open the note there. */
export const SHEET_ANSWERS = ["take-words", "keep-words", "unlink"] as const satisfies readonly CommandId[]

/** What decides which rows a note has. Everybody has the same; from who does not host, taking out of sight is a question to the room. */
export type Circumstance = {
  note: Note
  board: Board
  mayWrite: boolean
  isMine: boolean
  isTypedByMe: boolean
  isNumbered: boolean
  /** Nothing can be changed for a while, and looking after people goes on. */
  isPaused: boolean
}

const isStacked = ({ note, board }: Circumstance): boolean => note.stack !== null && stackOf(board, note.id).length > 1

const FITS: Readonly<Record<NoteCommand, (now: Circumstance) => boolean>> = {
  "change-words": () => true,
  "suggest-words": () => true,
  move: ({ note }) => !note.aside,
  // An option is weighed for itself, and a worry has a place of its own: only needs and offers are said as one.
  stack: ({ note }) => !note.aside && note.canvas === "needs",
  "leave-stack": isStacked,
  "take-stack-apart": isStacked,
  "put-together": ({ note }) => !note.aside,
  link: ({ note }) => !note.aside,
  place: ({ note }) => !note.aside && note.canvas === "matrix",
  "say-for-whom": ({ note }) => note.canvas === "matrix",
  "change-kind": () => true,
  "move-canvas": ({ note }) => !note.aside,
  "written-for": ({ isTypedByMe }) => isTypedByMe,
  "set-aside": ({ note }) => !note.aside,
  "bring-back": ({ note }) => note.aside !== null,
  "hide-note": ({ isNumbered }) => isNumbered,
}

/** The rows of a note now: none once the workshop has ended, and in a pause only the one that protects. On other people's notes suggesting words stands before changing them. */
export function commandsOf(now: Circumstance): NoteCommand[] {
  if (!now.mayWrite) return now.isPaused && FITS["hide-note"](now) ? ["hide-note"] : []
  const fitting = NOTE_COMMANDS.filter((command) => FITS[command](now))
  if (now.isMine) return fitting.filter((command) => command !== "suggest-words")
  const others = fitting.filter((command) => command !== "change-words" && command !== "suggest-words")
  return ["suggest-words", "change-words", ...others]
}
