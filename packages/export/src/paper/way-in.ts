// How to join, on paper: table tents and the sheet for the wall. The only pages with a link, and that is the one made to be shown.
import type { Words } from "@evenboard/words"
import { isolate } from "../credit.ts"
import { type Markup, markup } from "../markup.ts"
import { paperPage } from "./frame.ts"
import { ASK, SCAN, TYPE } from "./pictures.ts"
import { SHEET_STYLE } from "./style.ts"

export type WayIn = {
  title: string
  joinUrl: string
  /** Null while the door is shut. */
  joinCode: string | null
  /** The QR code as an SVG document. */
  qrSvg: string
}

export const MOST_TENTS = 30

/** `tables` 0: one tent without a number. The back speaks `second`. */
export function tableTents(words: Words, second: Words, way: WayIn, tables: number, back: string | null): string {
  const numbers = tables === 0 ? [null] : Array.from({ length: Math.min(tables, MOST_TENTS) }, (_, index) => index + 1)
  // Folded in the middle, the upper half is the back, and stands on its head while it lies flat.
  const body = markup`${numbers.map(
    (number) => markup`<section class="a4 tent" aria-label="${number === null ? words.say("print.tents") : tableName(words, number)}">
${face(second, way, number)}${face(words, way, number)}</section>
`,
  )}`
  return paperPage(words, { title: words.say("print.tents"), style: SHEET_STYLE, body, back, warning: shutWarning(words, way) })
}

export function joinSheet(words: Words, way: WayIn, back: string | null): string {
  const body = markup`<section class="a4 poster" aria-labelledby="name">
<h2 id="name"><bdi>${way.title}</bdi></h2>
<p class="what">${words.say("door.title")}</p>
${qr(words, way)}
${code(words, way)}
${steps(words, way)}</section>
`
  return paperPage(words, { title: words.say("print.join"), style: SHEET_STYLE, body, back, warning: shutWarning(words, way) })
}

const tableName = (words: Words, number: number): string => words.say("common.table", { name: words.number(number) })

const face = (words: Words, way: WayIn, number: number | null): Markup =>
  markup`<div class="face" lang="${words.tag}" dir="${words.dir}"><p class="head"><bdi>${way.title}</bdi>${number === null ? "" : markup` <span class="table">${tableName(words, number)}</span>`}</p>
<div class="way">${qr(words, way)}${code(words, way)}</div>
${steps(words, way)}</div>
`

const qr = (words: Words, { qrSvg, title }: WayIn): Markup =>
  markup`<img class="qr" width="300" height="300" alt="${words.say("door.qr", { title: isolate(title, words) })}" src="data:image/svg+xml;base64,${Buffer.from(qrSvg).toString("base64")}">`

const code = (words: Words, { joinCode }: WayIn): Markup =>
  joinCode === null
    ? markup``
    : markup`<p><span class="code-name">${words.say("door.code")}</span><br><span class="code" dir="ltr">${joinCode.replace(/^(\d{3})(\d{3})$/, "$1 $2")}</span></p>`

function steps(words: Words, { joinUrl, joinCode }: WayIn): Markup {
  const address = URL.canParse(joinUrl) ? new URL(joinUrl).host : joinUrl
  return markup`<ol class="steps">
<li>${SCAN}<span>${words.say("door.step-scan")}</span></li>
${joinCode === null ? "" : markup`<li>${TYPE}<span>${words.say("door.step-code", { address: `\u2066${address}\u2069` })}</span></li>`}
<li>${ASK}<span>${words.say("door.step-help")}</span></li>
</ol>`
}

const shutWarning = (words: Words, { joinCode }: WayIn): string | null => (joinCode === null ? words.say("print.shut") : null)
