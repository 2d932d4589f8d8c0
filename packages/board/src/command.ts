// The command registry: every change to the board is one of these plain values, run by `run` (run.ts). Owns the closed list and what
// each is made of; the action files (note.ts, theme.ts, link.ts, agreement.ts, pledge.ts, suggestion.ts) do the work. Buttons, keys, drag, names
// and the scribe all issue the same command; web's registry says how each is reached, and a test fails when one lacks a way.
import type {
  ActionId,
  AgreementId,
  Canvas,
  Link,
  NoteId,
  NoteKind,
  Place,
  PledgeId,
  Rank,
  SheetField,
  StackId,
  Standing,
  Stood,
  SuggestionId,
  ThemeId,
} from "./types.ts"

/** Where among the theme's notes: a rank wins over `before`/`after`, which mean the whole stack that note lies in; nothing given = last. */
export type Spot = { themeId: ThemeId | null; rank?: Rank; before?: NoteId; after?: NoteId }

/** What an outcome is said of: one note (an option too), or a whole theme. */
export type OutcomeOf = { note: NoteId } | { theme: ThemeId }

export type Moved = { id: NoteId; was: Stood; is: Stood }
/** `from` missing: not grouped, in no stack. */
type StoodInTheme = { id: NoteId; rank: Rank; stack?: StackId | null; from?: Pick<Standing, "themeId" | "stack"> }

/**
 * Everywhere: `from` is the wording that `text` was made out of (what stood in the field when it was opened). With it, only what the
 * person changed is changed, and what somebody else wrote meanwhile stays; without it, `text` replaces what stands now.
 */
export type Command =
  | {
      type: "add-note"
      id: NoteId
      kind: NoteKind
      canvas: Canvas
      text: string
      spot?: Spot
      lang?: string
      place?: Place | null
      forWhom?: string
    }
  | { type: "change-words"; id: NoteId; text: string; from?: string }
  | { type: "change-kind"; id: NoteId; kind: NoteKind }
  /** The face of a stack takes the whole stack along; any other note leaves its stack. To another canvas each goes alone. */
  | { type: "move"; id: NoteId; spot: Spot }
  | { type: "move-canvas"; id: NoteId; canvas: Canvas; spot: Spot }
  /** Back to `was`, of these only those that still stand as `is` (that is how moving and stacking are undone). */
  | { type: "undo-move"; notes: Moved[] }
  /** They say the same as `on` and lie under it from now on, each with the stack it is the face of. `stack`: a fresh id (stack.ts). */
  | { type: "stack"; stack: StackId; on: NoteId; notes: NoteId[] }
  /** It stands right after the stack. */
  | { type: "leave-stack"; id: NoteId }
  /** `id`: any note of the stack. */
  | { type: "take-stack-apart"; id: NoteId }
  /** `aboutUs` needs no title: without one each reader sees "About us" in their language. */
  | { type: "put-together"; themeId: ThemeId; canvas: Canvas; title: string; notes: NoteId[]; aboutUs?: boolean; rank?: Rank }
  /** Its notes are not grouped any more; those named in `back` go back where they stood (that is how put-together is undone). */
  | { type: "take-apart"; themeId: ThemeId; back?: ({ id: NoteId } & Standing)[] }
  /** The inverse of take-apart: the theme stands again and these notes go back where they stood, if they are still in `from` (else: not grouped). */
  | { type: "stand-again"; themeId: ThemeId; standings: StoodInTheme[] }
  /** Its notes stand, in their order, after the last of `into`; the emptied theme is gone, and can stand again. */
  | { type: "join-themes"; themeId: ThemeId; into: ThemeId }
  | { type: "name-theme"; themeId: ThemeId; title: string; from?: string }
  | { type: "move-theme"; themeId: ThemeId; before?: ThemeId; after?: ThemeId; rank?: Rank }
  /** A new option named after the theme, answering each of its needs. */
  | { type: "make-option"; id: NoteId; themeId: ThemeId }
  | { type: "link"; link: Link }
  | { type: "unlink"; link: Link }
  | { type: "place"; id: NoteId; place: Place | null }
  | { type: "say-for-whom"; id: NoteId; forWhom: string }
  | { type: "fill-sheet"; id: NoteId; field: SheetField; text: string; from?: string }
  | { type: "set-aside"; id: NoteId; reason: string }
  | { type: "bring-back"; id: NoteId }
  /** Not in the plan this time, because …; of a theme it covers the notes in it. Said again, it replaces the reason. */
  | { type: "say-outcome"; of: OutcomeOf; reason: string }
  | { type: "take-back-outcome"; of: OutcomeOf }
  /** "" takes the answer back. */
  | { type: "answer-outcome"; id: NoteId; text: string }
  | { type: "suggest-words"; suggestionId: SuggestionId; noteId: NoteId; text: string }
  /** With `text`: the suggestion counts as taken and the note says this (that is how reopening is undone). */
  | { type: "take-words"; suggestionId: SuggestionId; text?: string; from?: string }
  | { type: "keep-words"; suggestionId: SuggestionId }
  /** With `text`, the note says this again; null leaves its words. Without `from`: what the suggestion made it say. */
  | { type: "reopen-suggestion"; suggestionId: SuggestionId; text: string | null; from?: string }
  | { type: "add-agreement"; id: AgreementId; text: string; sources: NoteId[]; rank?: Rank }
  | { type: "change-agreement"; id: AgreementId; text: string; from?: string }
  | { type: "set-aside-agreement"; id: AgreementId; reason: string }
  | { type: "bring-back-agreement"; id: AgreementId }
  | { type: "add-action"; id: ActionId; agreementId: AgreementId | null; text: string; who: string; by: string; rank?: Rank }
  | { type: "change-action"; id: ActionId; text?: string; from?: string; who?: string; by?: string }
  | { type: "set-aside-action"; id: ActionId; reason: string }
  | { type: "bring-back-action"; id: ActionId }
  | { type: "add-pledge"; id: PledgeId; text: string; rank?: Rank }
  | { type: "change-pledge"; id: PledgeId; text: string; from?: string }
  | { type: "set-aside-pledge"; id: PledgeId; reason: string }
  | { type: "bring-back-pledge"; id: PledgeId }

export type CommandType = Command["type"]

/** What an undone addition is set aside with: a sign, so that it needs no language. Screens and exports say "taken back" for it. */
export const TAKEN_BACK = "↩"

/**
 * gone: no such thing (any more) · empty, too-long: the words · wrong-canvas: the theme belongs to another page · wrong-kind: not for a
 * note of this kind · moved: somebody has moved it since · not-a-date · not-open: somebody decided on the suggestion before · same: it is there already, or says the same
 */
export type Refusal = "gone" | "empty" | "too-long" | "wrong-canvas" | "not-a-date" | "not-open" | "same" | "wrong-kind" | "moved"
/** `inverse` undoes exactly this command (of two people it takes back only mine); null when nothing changed. */
export type Outcome = { ok: true; inverse: Command | null } | { ok: false; reason: Refusal }
