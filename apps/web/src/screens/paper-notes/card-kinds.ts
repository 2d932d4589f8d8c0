// What a card says it is: which kinds there are for it, where each stands, and which key chooses it. Pure.
import type { Canvas, NoteKind, Place } from "@evenboard/board"
import type { StageKind } from "@evenboard/api"
import { EFFECTS, LIKELY } from "../../matrix/place-words.ts"
import { numberIn } from "./whose-card.ts"

export const CARD_KINDS = ["need", "offer", "option", "risk", "opportunity"] as const satisfies readonly NoteKind[]
const CANVASES: Readonly<Record<NoteKind, Canvas>> = {
  need: "needs",
  offer: "needs",
  option: "options",
  risk: "matrix",
  opportunity: "matrix",
}
export const canvasOf = (kind: NoteKind): Canvas => CANVASES[kind]

/** Kinds with a page in this workshop; the first is that of where the room is. */
export const kindsFor = (stages: readonly { kind: StageKind }[]): NoteKind[] =>
  CARD_KINDS.filter((kind) => stages.some((stage) => stage.kind === CANVASES[kind]))
export const firstKind = (kinds: readonly NoteKind[], room: StageKind | null): NoteKind =>
  kinds.find((kind) => CANVASES[kind] === room) ?? kinds[0] ?? "need"

/** Its number in the list, or the first letter of its word; the same letter again is the next that begins so. */
export function kindOfKey(key: string, kinds: readonly NoteKind[], now: NoteKind, nameOf: (kind: NoteKind) => string): NoteKind | null {
  const at = numberIn(key)
  if (at !== null) return kinds[Number(at) - 1] ?? null
  const letter = key.toLowerCase()
  const from = kinds.indexOf(now) + 1
  const turned = [...kinds.slice(from), ...kinds.slice(0, from)]
  return (letter.length === 1 && turned.find((kind) => nameOf(kind).toLowerCase().startsWith(letter))) || null
}

/** Two digits from 1 to 5 as a place. Null: neither is given. "wrong": only one is, or it is no such digit. */
export function placeOf(likely: string, effect: string): Place | null | "wrong" {
  if (likely.trim() === "" && effect.trim() === "") return null
  const [how, went] = [likely, effect].map((digit) => Number(numberIn(digit) ?? 0) - 1)
  const place = { likely: LIKELY[how ?? -1], effect: EFFECTS[went ?? -1] }
  return place.likely === undefined || place.effect === undefined ? "wrong" : { likely: place.likely, effect: place.effect }
}
