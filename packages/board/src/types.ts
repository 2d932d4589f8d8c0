// What a board is, as plain immutable values. Owns the shapes everybody reads; knows no Yjs, no React, no server.
// The Y.Doc behind it is described in docs/PROTOCOL.md and written by the action files beside this one.

declare const brand: unique symbol
type Id<Kind extends string> = string & { readonly [brand]: Kind }

/** Ids are opaque, 16 characters of [0-9A-Za-z], made where the thing is made; never a person's name. */
export type NoteId = Id<"note">
export type ThemeId = Id<"theme">
export type AgreementId = Id<"agreement">
export type ActionId = Id<"action">
export type PledgeId = Id<"pledge">
export type SuggestionId = Id<"suggestion">
/** Only a label that notes of one stack share: nothing is kept under it, so nothing can be lost with it. */
export type StackId = Id<"stack">
/** A fractional-indexing key; ranks are compared as plain strings, ties broken by id. */
export type Rank = string

export const NOTE_KINDS = ["need", "offer", "option", "risk", "opportunity"] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
/** What people are told a note is (`shownKind`): words about ourselves are stored as a need, and are none. */
export type ShownKind = NoteKind | "about-us"
export const CANVASES = ["needs", "options", "matrix"] as const
export type Canvas = (typeof CANVASES)[number]

/** A place on the matrix: `likely` 1 (hardly) … 5 (almost sure); `effect` −2 (could go very wrong) … 2 (could go very well). */
export type Place = { readonly likely: 1 | 2 | 3 | 4 | 5; readonly effect: -2 | -1 | 0 | 1 | 2 }

/** Set aside, never deleted: anyone may bring it back. */
export type Aside = { readonly reason: string }
/** "Not in the plan this time, because …": it stays where it stands. Who said so is told by the ledger, never by the doc. */
export type NotThisTime = { readonly reason: string }

/**
 * Where a note stands: its theme (null: not grouped yet), its rank there, and the stack it lies in. Notes of one canvas and one theme
 * with the same `stack` say the same thing; the first that nobody has set aside is the face. A stack of one is a plain note.
 */
export type Standing = { readonly themeId: ThemeId | null; readonly rank: Rank; readonly stack: StackId | null }
/** A standing and the page it is on. */
export type Stood = Standing & { readonly canvas: Canvas }

export type Note = Standing & {
  readonly id: NoteId
  readonly kind: NoteKind
  readonly canvas: Canvas
  readonly text: string
  readonly place: Place | null
  readonly aside: Aside | null
  readonly notThisTime: NotThisTime | null
  /** What its author says to what became of it ("That is not what I meant"); empty while nothing was said. */
  readonly answer: string
  /** BCP 47 of the words, when known. */
  readonly lang: string | null
  /** Risks and opportunities: for whom, in free words ("families", "night staff"); empty when nobody said. */
  readonly forWhom: string
  /** Options only: short texts of the sheet, each a root Y.Text `{field}:{id}`; empty when unwritten. */
  readonly sheet: OptionSheet | null
}

/** Fields of an option's sheet. `description` is long text (root Y.XmlFragment `description:{id}`, Tiptap); here as plain words. */
export type OptionSheet = {
  readonly description: string
  readonly who: string
  readonly pays: string
  readonly leftOut: string
}
export const SHEET_FIELDS = ["who", "pays", "leftOut"] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

export type Theme = {
  readonly id: ThemeId
  readonly canvas: Canvas
  readonly title: string
  readonly rank: Rank
  /** True once taken apart: it stays, empty and unshown, so that undo can bring it back. */
  readonly gone: boolean
  /** True for a theme that holds words about the people themselves ("About us"), apart from the needs. */
  readonly aboutUs: boolean
  /** Said of the whole theme: it covers each note in it that has no outcome of its own. */
  readonly notThisTime: NotThisTime | null
}

/** Links point from the later thing to the earlier one. */
export const LINK_KINDS = ["answers", "about", "piece", "source"] as const
/**
 * answers: option → need · about: risk or opportunity → option (to `nothing` = about doing nothing) ·
 * piece: note → option it is part of · source: agreement → note it came from
 */
export type LinkKind = (typeof LINK_KINDS)[number]
export type Link = { readonly from: string; readonly to: string; readonly kind: LinkKind }
/** `to` of an `about` link that speaks of leaving things as they are. */
export const DOING_NOTHING = "nothing"

export type Agreement = { readonly id: AgreementId; readonly text: string; readonly rank: Rank; readonly aside: Aside | null }
/** Who does what by when. `by` is an ISO date (YYYY-MM-DD) or "" while nobody said. */
export type Action = {
  readonly id: ActionId
  readonly agreementId: AgreementId | null
  readonly text: string
  readonly who: string
  readonly by: string
  readonly rank: Rank
  readonly aside: Aside | null
}
/** One sentence of how people want to work together. Who goes along with it is the server's to count, never the doc's. */
export type Pledge = { readonly id: PledgeId; readonly text: string; readonly rank: Rank; readonly aside: Aside | null }
/** Other words somebody proposes for a note: open until anyone keeps the old words or takes the new ones. */
export type Suggestion = {
  readonly id: SuggestionId
  readonly noteId: NoteId
  readonly text: string
  readonly state: "open" | "taken" | "declined"
}

/** The whole board at one moment. Values that did not change keep their identity from one Board to the next. */
export type Board = {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly themes: ReadonlyMap<ThemeId, Theme>
  /** Keyed `from>to>kind`. */
  readonly links: ReadonlyMap<string, Link>
  readonly agreements: ReadonlyMap<AgreementId, Agreement>
  readonly actions: ReadonlyMap<ActionId, Action>
  readonly suggestions: ReadonlyMap<SuggestionId, Suggestion>
  /** How we want to work together. */
  readonly pledges: ReadonlyMap<PledgeId, Pledge>
}

export const TEXT_LIMITS = {
  /** At the composer and the API; the sync guard allows 20,000, since two honest edits may add up. */
  note: 600,
  title: 140,
  reason: 300,
  short: 300,
} as const
