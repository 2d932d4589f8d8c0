// A board by hand, for the tests of this folder.
import type { Agreement, Board, Note, NoteId, Theme, ThemeId } from "@evenboard/board"

export const note = (id: string, themeId: string | null = null, more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  kind: "need",
  canvas: "needs",
  text: id,
  themeId: themeId as ThemeId | null,
  rank: id,
  stack: null,
  place: null,
  aside: null,
  notThisTime: null,
  answer: "",
  lang: null,
  forWhom: "",
  sheet: null,
  ...more,
})
export const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  id: id as ThemeId,
  canvas: "needs",
  title: id,
  rank: id,
  gone: false,
  aboutUs: false,
  notThisTime: null,
  ...more,
})
export const boardOf = (notes: Note[], themes: Theme[] = [], agreements: Agreement[] = []): Board => ({
  notes: new Map(notes.map((one) => [one.id, one])),
  themes: new Map(themes.map((one) => [one.id, one])),
  links: new Map(),
  agreements: new Map(agreements.map((one) => [one.id, one])),
  actions: new Map(),
  suggestions: new Map(),
  pledges: new Map(),
})
