// What stands on the board, as sections of the page: needs by theme, options with their sheets, worries and hopes.
import type { Words } from "@evenboard/words"
import { describe } from "./html-description.ts"
import { anchor, badge, became, changed, links, none, noteItem, quote, refsByTheme, table } from "./html-parts.ts"
import { type Markup, markup } from "./markup.ts"
import type { MatrixRow } from "./matrix-rows.ts"
import type { NeedLine, OptionBlock, Report, ThemeBlock } from "./report.ts"

export function themes(blocks: readonly ThemeBlock<NeedLine>[], words: Words): Markup {
  if (blocks.length === 0) return none(words.say("export.no-needs"))
  return markup`${blocks.map(
    ({
      title,
      notes,
      stacks,
    }) => markup`<h3><bdi>${title}</bdi> <span class="count">${words.say("common.notes", { count: notes.length })}</span></h3>
<ul class="notes">
${stacks.map((stack) => stackItem(stack, words))}</ul>
`,
  )}`
}

/** Notes that say the same stand in one frame, each whole, under how many people said it. */
function stackItem({ said, notes }: ThemeBlock<NeedLine>["stacks"][number], words: Words): Markup {
  const items = notes.map((note) => noteItem(note, words, answered(note, words)))
  return said === null
    ? markup`${items}`
    : markup`<li class="stack"><p class="said">${said}</p><ul>
${items}</ul></li>
`
}

function answered({ answeredBy }: NeedLine, words: Words): Markup {
  if (answeredBy === null) return markup``
  if (answeredBy.length === 0) return markup`<p class="more unanswered">${words.say("export.answered-by-none")}</p>`
  return markup`<p class="more">${words.say("export.answered-by")} ${links(answeredBy)}</p>`
}

export function options({ options, loosePieces, unanswered }: Report, words: Words): Markup {
  return markup`${options.length > 0 ? options.map((one) => option(one, words)) : none(words.say("export.no-options"))}
${loosePieces.length > 0 ? markup`<h3>${words.say("options.loose")}</h3><ul class="notes">${loosePieces.map((note) => noteItem(note, words))}</ul>` : ""}
<div class="sheet"><h3 id="unanswered">${words.say("export.unanswered")}</h3>
${unanswered.length > 0 ? markup`<p>${words.say("export.unanswered-which")}</p>${refsByTheme(unanswered)}` : none(words.say("options.all-answered"))}</div>`
}

function option({ note, sheet, description, answers, pieces, piecesElsewhere, about }: OptionBlock, words: Words): Markup {
  const nobody = markup`<span class="none">${words.say("export.nobody-said")}</span>`
  const said = (text: string) => (text.trim() ? markup`<span class="words" dir="auto">${text}</span>` : nobody)
  const row = (title: string, cell: Markup) => markup`<div><dt>${title}</dt><dd>${cell}</dd></div>
`
  const changes = description.length > 0 ? markup`<div class="long">${describe(description)}</div>` : said(sheet.description)
  return markup`<article class="note option" id="${anchor(note)}">${badge(note)}<h3 class="words" dir="auto">${note.words.trim() || words.say("export.no-words")}</h3>
<p class="by">${note.by}</p>${changed(note, words)}${became(note)}
<dl>
${row(words.say("options.changes"), changes)}${row(words.say("options.who"), said(sheet.who))}${row(words.say("options.pays"), said(sheet.pays))}${row(words.say("options.leftOut"), said(sheet.leftOut))}${row(words.say("options.answers"), answers.length > 0 ? refsByTheme(answers) : nobody)}${about.length > 0 ? row(words.say("options.about"), links(about)) : ""}${piecesElsewhere.length > 0 ? row(words.say("export.pieces-elsewhere"), links(piecesElsewhere)) : ""}</dl>
${pieces.length > 0 ? markup`<h4>${words.say("options.pieces")}</h4><ul class="notes">${pieces.map((piece) => noteItem(piece, words))}</ul>` : ""}
</article>
`
}

export function matrix({ matrix }: Report, words: Words): Markup {
  if (matrix.length === 0) return none(words.say("export.no-matrix"))
  const nobody = markup`<span class="none">${words.say("export.nobody-said")}</span>`
  const rows = matrix.map((row) => ({
    id: anchor(row),
    kind: row.kind,
    head: {
      title: words.say("matrix.col-words"),
      cell: markup`${badge(row)}${quote(row.words, words, row.lang)}<p class="by">${row.by}</p>${changed(row, words)}${became(row)}`,
    },
    cells: [
      { title: words.say("export.col-place"), cell: markup`${row.place}` },
      { title: words.say("matrix.col-whom"), cell: row.forWhom.trim() ? markup`<bdi>${row.forWhom}</bdi>` : nobody },
      { title: words.say("matrix.col-about"), cell: row.about.length > 0 || row.aboutNothing ? aboutWhat(row, words) : nobody },
    ],
  }))
  return table({ caption: words.say("export.matrix-caption") }, rows)
}

function aboutWhat({ about, aboutNothing }: MatrixRow, words: Words): Markup {
  const whats = about.map((option) => markup`<a href="#${anchor(option)}">${words.say("common.kind-option")} ${option.label}</a>`)
  if (aboutNothing) whats.push(markup`${words.say("matrix.doing-nothing")}`)
  return markup`${whats.map((what, index) => markup`${index > 0 ? ", " : ""}${what}`)}`
}
