// The pieces every section of the page is made of: a quote, a note, a reference to a note, a table.
import type { Words } from "@evenboard/words"
import { type Markup, markup } from "./markup.ts"
import type { NoteLine, NoteRef } from "./note-line.ts"
import type { RefsByTheme } from "./report.ts"

/** People's own words: direction from the words themselves, line breaks kept. */
export const quote = (text: string, words: Words, lang: string | null = null): Markup =>
  text.trim() === ""
    ? markup`<p class="none">${words.say("export.no-words")}</p>`
    : markup`<p class="words" dir="auto"${lang === null ? "" : markup` lang="${lang}"`}>${text}</p>`

export const none = (text: string): Markup => markup`<p class="none">${text}</p>`

/** The note's place in the page, by its number, so that people can point at it: "#note-12". */
export const anchor = (note: NoteRef): string => (note.label === "–" ? `note-${note.id}` : `note-${note.label}`)
export const links = (notes: readonly NoteRef[]): Markup =>
  markup`${notes.map((note, index) => markup`${index > 0 ? ", " : ""}<a href="#${anchor(note)}">${note.label}</a>`)}`
export const refsByTheme = (blocks: readonly RefsByTheme[]): Markup =>
  markup`<ul class="refs">${blocks.map(({ title, notes }) => markup`<li><bdi>${title}</bdi>: ${links(notes)}</li>`)}</ul>`

/** Mark, kind and number: "● Need 12". */
export const badge = (note: NoteLine): Markup =>
  markup`<p class="badge"><span class="mark" aria-hidden="true">${note.mark}</span> ${note.kindWord} <span class="number">${note.label}</span></p>`

/** Where others changed the words, the way to the first ones. */
export const changed = (note: NoteLine, words: Words): Markup =>
  note.firstWording === null
    ? markup``
    : markup`<p class="more"><a href="#first-${note.label}">${words.say("export.words-changed")}</a></p>`

/** What was said of it, and what its author answers. */
export const became = (note: NoteLine): Markup => markup`${note.became.map((one) => markup`<p class="because">${one}</p>`)}`

export const noteItem = (note: NoteLine, words: Words, more: Markup = markup``): Markup =>
  markup`<li class="note ${note.kind}" id="${anchor(note)}">${badge(note)}${quote(note.words, words, note.lang)}<p class="by">${note.by}</p>${changed(note, words)}${became(note)}${more}</li>
`

export type Column = { readonly title: string; readonly cell: Markup }
type TableRow = { readonly id?: string; readonly kind?: string; readonly head: Column; readonly cells: readonly Column[] }

/** A table that becomes blocks on a narrow screen: the roles keep it a table for screen readers, the labels in its cells are for the eye. */
export function table(name: { caption: string } | { labelledBy: string }, rows: readonly TableRow[]): Markup {
  const [first] = rows
  if (!first) return markup``
  const heads = [first.head, ...first.cells].map(({ title }) => markup`<th scope="col" role="columnheader">${title}</th>`)
  return markup`<table class="wide" role="table"${"labelledBy" in name ? markup` aria-labelledby="${name.labelledBy}"` : ""}>${"caption" in name ? markup`<caption>${name.caption}</caption>` : ""}
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows.map(tableRow)}</tbody></table>`
}

const tableRow = ({ id, kind, head, cells }: TableRow): Markup =>
  markup`<tr role="row"${id === undefined ? "" : markup` id="${id}"`}${kind === undefined ? "" : markup` class="${kind}"`}><th scope="row" role="rowheader">${head.cell}</th>${cells.map(({ title, cell }) => markup`<td role="cell"><span class="label" aria-hidden="true">${title}</span><div>${cell}</div></td>`)}</tr>
`
