// A6 note cards for people who write by hand: four on an A4 page, to be cut along the dashed lines. A card carries its stage's question,
// so that it makes sense away from the table, and room for the number it gets when somebody types it in.
import type { NoteKind } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { type Markup, markup } from "../markup.ts"
import { KIND_MARKS } from "../note-line.ts"
import { paperPage } from "./frame.ts"
import { SHEET_STYLE } from "./style.ts"

/** Stages in which people write notes, and the kinds they write there. */
const KINDS = {
  needs: ["need", "offer"],
  options: ["option", "offer"],
  matrix: ["risk", "opportunity"],
} as const satisfies Partial<Record<Session["stage"], readonly NoteKind[]>>

export type CardKind = keyof typeof KINDS | "blank"
export const CARD_KINDS: readonly CardKind[] = ["needs", "options", "matrix", "blank"]
const ALL_KINDS: readonly NoteKind[] = ["need", "offer", "option", "risk", "opportunity"]
const LINES = 6
const ON_A_PAGE = 4

/** Cards there are for this plan: of each stage it has that asks for notes, and the blank ones. */
export const cardKindsOf = ({ stages }: Pick<Session, "stages">): CardKind[] =>
  CARD_KINDS.filter((card) => card === "blank" || stages.some(({ kind }) => kind === card))

/** `prompts`: built-in questions in the reader's language. */
export function noteCards(
  words: Words,
  session: Pick<Session, "title" | "stages">,
  { which, prompts, back }: { which: readonly CardKind[]; prompts: Readonly<Record<string, string>>; back: string | null },
): string {
  const ask = (card: CardKind): string => {
    const prompt = session.stages.find(({ kind }) => kind === card)?.prompt ?? ""
    return Object.hasOwn(prompts, prompt) ? (prompts[prompt] ?? prompt) : prompt
  }
  const body = markup`${which.map((kind) => {
    const one = card(words, session.title, kind, ask(kind))
    return markup`<ul class="a4 cards">${Array.from({ length: ON_A_PAGE }, () => one)}</ul>
`
  })}`
  return paperPage(words, { title: words.say("print.cards"), style: SHEET_STYLE, body, back })
}

function card(words: Words, title: string, kind: CardKind, ask: string): Markup {
  const kinds: readonly NoteKind[] = kind === "blank" ? ALL_KINDS : KINDS[kind]
  return markup`<li class="card"><p class="of"><bdi>${title}</bdi></p>
${kind === "blank" ? "" : markup`<h2>${words.say(`common.stage-${kind}`)}</h2>`}${ask ? markup`<p class="ask" dir="auto">${ask}</p>` : ""}
<ul class="ticks">${kinds.map((one) => markup`<li><span class="box" aria-hidden="true"></span><span><span aria-hidden="true">${KIND_MARKS[one]}</span> ${words.say(`common.kind-${one}`)}</span></li>`)}</ul>
<div class="lines" aria-hidden="true">${Array.from({ length: LINES }, () => markup`<i></i>`)}</div>
<div class="foot"><p class="blank">${words.say("print.card-name")}</p><p class="blank">${words.say("print.card-table")}</p><p class="blank number">${words.say("print.card-number")} (${words.say("print.card-number-what")})</p></div></li>
`
}
