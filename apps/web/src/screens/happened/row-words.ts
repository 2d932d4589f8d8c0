// What a row of the ledger holds, read tolerantly: wordings of notes taken out of sight are cleared from rows, and older servers may have
// written less. Pure; what is said of it stands in the tell-*.ts files.
import { NOTE_KINDS, TAKEN_BACK, type Board, type Command, type NoteKind, type Place, type ThemeId } from "@evenboard/board"
import type { Words } from "@evenboard/words"
import { apart } from "../../apart.ts"

export type Reader = {
  words: Words
  board: Board
  nameOf(seat: string): string
  /** The number of a note; null while unknown. */
  numberOf(noteId: string): number | null
}
/** `bring-back`: it is still set aside. `put-back`: these earlier words are not what stands now. */
export type Offer = { type: "bring-back"; command: Command } | { type: "put-back"; command: Command; words: string }
export type Told = { sentence: string; before?: string | null; after?: string | null; offer?: Offer | null }
/** One row, opened: whose act, on what, and what stood there before and after. */
export type Act = { who: string; target: string; before: unknown; after: unknown; isServer: boolean }
export type Tell = (act: Act, reader: Reader) => Told

export function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}
export const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
/** The words of something told: the value itself, its `text`, or its `title`. */
export function textOf(value: unknown): string | null {
  const text = typeof value === "string" ? value : (fieldOf(value, "text") ?? fieldOf(value, "title"))
  return typeof text === "string" && text !== "" ? text : null
}
export const bothWords = (before: unknown, after: unknown) => ({ before: textOf(before), after: textOf(after) })
/** What, who, and by which day in words. */
export function actionWords(value: unknown, words: Words): string | null {
  const by = fieldOf(value, "by")
  const day =
    typeof by === "string" && /^\d{4}-\d\d-\d\d$/.test(by) && !Number.isNaN(Date.parse(by)) ? words.day(Date.parse(by), "UTC") : ""
  const parts = [fieldOf(value, "text"), fieldOf(value, "who"), day].filter((part) => typeof part === "string" && part !== "")
  return parts.length > 0 ? parts.join(" · ") : null
}
export function reasonOf(value: unknown, words: Words): string {
  const reason = fieldOf(value, "reason")
  return typeof reason === "string" && reason !== "" && reason !== TAKEN_BACK ? apart(reason, words.dir) : words.say("outcome.no-reason")
}
export const noteKind = (value: unknown): NoteKind => NOTE_KINDS.find((known) => known === value) ?? "need"
export const sheetField = (value: unknown) =>
  (["who", "pays", "leftOut", "description"] as const).find((known) => known === fieldOf(value, "field")) ?? "description"
export function placeOf(value: unknown): Place | null {
  const likely = ([1, 2, 3, 4, 5] as const).find((known) => known === fieldOf(value, "likely"))
  const effect = ([-2, -1, 0, 1, 2] as const).find((known) => known === fieldOf(value, "effect"))
  return likely === undefined || effect === undefined ? null : { likely, effect }
}
export function nameOfNote(noteId: string, { words, numberOf }: Reader): string {
  const number = numberOf(noteId)
  return number === null ? words.say("happened.a-note") : words.say("happened.this-note", { number })
}
export function themeTitle(target: string, value: unknown, { board, words }: Reader): string {
  const theme = board.themes.get(target as ThemeId)
  return apart(textOf(value) ?? (theme?.title || words.say(theme?.aboutUs ? "common.about-us" : "happened.a-theme")), words.dir)
}

/** Offered while these earlier words are not what stands now. */
export const putBack = (text: string | null, now: string | undefined, command: (text: string) => Command): Offer | null =>
  !text?.trim() || now === undefined || now === text ? null : { type: "put-back", words: text, command: command(text) }
/** Offered while it is still set aside. */
export const bringBack = (thing: { readonly aside: unknown } | undefined, command: Command): Offer | null =>
  thing?.aside ? { type: "bring-back", command } : null
