// The letters that work while a note has the focus, kept apart from the registry so that the first page stays light. The registry
// says what each does; a test holds the two together.

/** Open the note at a command. */
export const NOTE_LETTERS = "esmcxqtlpwkgfabhynu"
/** Of these, what acts at once, as its row does. */
export const BRING_BACK_KEY = "b"
/** Open the theme that the note stands in, at a command. */
export const THEME_LETTERS = "rovjd"
export const ADD_KEY = "+"
export const HELP_KEY = "?"

/** The letter of a key press, the same on every keyboard: on an Arabic one the key's place counts. */
export function letterOf({ key, code }: { key: string; code: string }): string {
  if (/^[!-~]$/.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}
