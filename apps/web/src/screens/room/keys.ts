// What a key of the keyboard or a clicker does to the room screen. Pure; arrows follow the direction of reading.

export type Act = "next" | "back" | "join" | "overview" | "full" | "blank" | "freeze" | "leave"
type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">

const KEYS: Readonly<Record<string, Act>> = {
  PageDown: "next",
  PageUp: "back",
  " ": "next",
  Home: "join",
  ".": "blank",
  Escape: "leave",
}
/** By the place of the key, so that they work under any keyboard's letters. */
const CODES: Readonly<Record<string, Act>> = { KeyB: "blank", KeyF: "full", KeyZ: "freeze", KeyO: "overview" }
/** Letters as they stand on the key come first: on a French keyboard Z is where others have W. */
const LETTERS: Readonly<Record<string, Act>> = { b: "blank", f: "full", z: "freeze", o: "overview" }

export function actOf(pressed: Pressed, dir: "ltr" | "rtl"): Act | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const { key, code } = pressed
  if (key === "ArrowRight") return dir === "ltr" ? "next" : "back"
  if (key === "ArrowLeft") return dir === "ltr" ? "back" : "next"
  const named = KEYS[key] ?? LETTERS[key.toLowerCase()]
  if (named) return named
  const isLatin = /^[a-z]$/i.test(key)
  return isLatin ? null : (CODES[code] ?? null)
}
