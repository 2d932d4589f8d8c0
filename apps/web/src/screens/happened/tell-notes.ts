// Acts on notes, in words.
import { TAKEN_BACK, type ChangeKind, type NoteId, type ThemeId } from "@evenboard/board"
import { placeInWords } from "../../matrix/place-words.ts"
import { apart } from "../../apart.ts"
import {
  bothWords,
  bringBack,
  fieldOf,
  nameOfNote,
  noteKind,
  placeOf,
  putBack,
  reasonOf,
  sheetField,
  textOf,
  type Act,
  type Reader,
  type Tell,
} from "./row-words.ts"

const named = ({ who, target }: Act, reader: Reader) => ({ who, note: nameOfNote(target, reader) })

export const NOTE_ACTS = {
  "note-added": (act, reader) => ({
    sentence: reader.words.say(act.isServer ? "happened.restored" : "happened.add-note", named(act, reader)),
    after: textOf(act.after),
  }),
  "words-changed": (act, reader) => {
    const id = act.target as NoteId
    return {
      sentence: reader.words.say("happened.words", named(act, reader)),
      ...bothWords(act.before, act.after),
      offer: putBack(textOf(act.before), reader.board.notes.get(id)?.text, (text) => ({ type: "change-words", id, text })),
    }
  },
  "kind-changed": (act, reader) => ({
    sentence: reader.words.say("happened.change-kind", {
      ...named(act, reader),
      kind: reader.words.say(`common.kind-${noteKind(act.after)}`),
    }),
  }),
  moved: (act, reader) => ({ sentence: movedSentence(act, reader) }),
  stacked: (act, reader) => ({ sentence: stackedSentence(act, reader) }),
  unstacked: (act, reader) => ({ sentence: reader.words.say("stack.happened-out", named(act, reader)) }),
  placed: (act, reader) => {
    const place = placeOf(act.after)
    const names = named(act, reader)
    const { words } = reader
    return {
      sentence: place ? words.say("happened.place", { ...names, place: placeInWords(words, place) }) : words.say("happened.unplace", names),
    }
  },
  "set-aside": (act, reader) => ({
    sentence: asideSentence(act, reader),
    offer: bringBack(reader.board.notes.get(act.target as NoteId), { type: "bring-back", id: act.target as NoteId }),
  }),
  "outcome-said": (act, reader) => ({
    sentence: reader.words.say("happened.outcome-said", { ...named(act, reader), reason: reasonOf(act.after, reader.words) }),
  }),
  "outcome-taken-back": (act, reader) => ({ sentence: reader.words.say("happened.outcome-back", named(act, reader)) }),
  "outcome-answered": (act, reader) => ({
    sentence: reader.words.say("happened.outcome-answered", named(act, reader)),
    ...bothWords(act.before, act.after),
  }),
  "brought-back": (act, reader) => ({ sentence: reader.words.say("happened.back", named(act, reader)) }),
  "note-gone": (act, reader) => ({ sentence: reader.words.say("happened.gone", named(act, reader)) }),
  "for-whom-said": (act, reader) => {
    const said = textOf(act.after)
    const names = named(act, reader)
    const { words } = reader
    return {
      sentence: said
        ? words.say("happened.for-whom", { ...names, words: apart(said, words.dir) })
        : words.say("happened.for-whom-none", names),
    }
  },
  "sheet-filled": (act, reader) => ({
    sentence: reader.words.say("happened.sheet", {
      ...named(act, reader),
      field: reader.words.say(`happened.field-${sheetField(act.after ?? act.before)}`),
    }),
    ...bothWords(act.before, act.after),
  }),
  "words-suggested": (act, reader) => ({
    sentence: reader.words.say("happened.suggest", named(act, reader)),
    ...bothWords(act.before, act.after),
  }),
  "suggestion-closed": (act, reader) => ({
    sentence: reader.words.say(fieldOf(act.after, "state") === "taken" ? "happened.take-words" : "happened.keep-words", named(act, reader)),
    after: textOf(act.after ?? act.before),
  }),
  "suggestion-reopened": (act, reader) => ({
    sentence: reader.words.say("happened.reopen-words", named(act, reader)),
    after: textOf(act.after),
  }),
} satisfies Partial<Record<ChangeKind, Tell>>

function movedSentence(act: Act, reader: Reader): string {
  const { before, after } = act
  const { words, board } = reader
  const names = named(act, reader)
  const canvas = fieldOf(after, "canvas")
  if (typeof canvas === "string" && canvas !== fieldOf(before, "canvas") && before !== null)
    return words.say("happened.move-canvas", {
      ...names,
      page: words.say(`common.stage-${canvas === "options" || canvas === "matrix" ? canvas : "needs"}`),
    })
  const themeId = fieldOf(after, "themeId")
  if (themeId === fieldOf(before, "themeId")) return words.say("happened.order", names)
  if (typeof themeId !== "string") return words.say("happened.move-out", names)
  const theme = board.themes.get(themeId as ThemeId)
  return words.say("happened.move", {
    ...names,
    theme: apart(theme?.title || words.say(theme?.aboutUs ? "common.about-us" : "happened.a-theme"), words.dir),
  })
}

/** A stack's label is as a rule the note it was begun on. */
function stackedSentence(act: Act, reader: Reader): string {
  const on = typeof act.after === "string" ? act.after : fieldOf(act.after, "stack")
  if (typeof on !== "string" || on === act.target || reader.numberOf(on) === null)
    return reader.words.say("stack.happened-in", named(act, reader))
  return reader.words.say("stack.happened-on", { ...named(act, reader), other: nameOfNote(on, reader) })
}

function asideSentence(act: Act, reader: Reader): string {
  const names = named(act, reader)
  if (fieldOf(act.after, "reason") === TAKEN_BACK) return reader.words.say("happened.taken-back", names)
  return reader.words.say("happened.aside", { ...names, reason: reasonOf(act.after, reader.words) })
}
