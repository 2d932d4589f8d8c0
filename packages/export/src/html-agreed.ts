// What was agreed, who does what, and what was set aside, as sections of the page.
import type { Words } from "@evenboard/words"
import { links, none, noteItem, quote, table } from "./html-parts.ts"
import { type Markup, markup } from "./markup.ts"
import type { AgreementBlock, AsideLine, PledgeLine, Report } from "./report.ts"

export function agreements({ agreements }: Report, words: Words): Markup {
  if (agreements.length === 0) return none(words.say("export.nothing-agreed"))
  return markup`${agreements.map((one) => agreement(one, words))}`
}

function agreement({ label, words: text, sources, raised, counted, worries }: AgreementBlock, words: Words): Markup {
  const onPhones =
    raised.for + raised.worried > 0
      ? words.say("agree.raised", { for: raised.for, worried: raised.worried })
      : words.say("agree.raised-none")
  return markup`<article class="sheet agreement"><h3>${label}</h3>
${quote(text, words)}
<ul class="hands"><li>${onPhones}</li>${counted ? markup`<li>${words.say("agree.counted", { for: counted.for, worried: counted.worried })}</li><li class="more">${words.say("agree.apart")}</li>` : ""}</ul>
${sources.length > 0 ? markup`<p>${words.say("export.sources")} ${links(sources)}</p>` : ""}
${worries.length > 0 ? markup`<h4>${words.say("agree.worries")}</h4><ul class="worries">${worries.map((worry) => markup`<li>${quote(worry.words, words)}<p class="by">${worry.by}</p></li>`)}</ul>` : ""}
</article>
`
}

export function pledges({ pledges }: Report, words: Words): Markup {
  const item = (one: PledgeLine) =>
    markup`<li class="note">${quote(one.words, words)}${one.goAlong === null ? "" : markup`<p class="by">${one.goAlong}</p>`}</li>`
  return markup`<ul class="notes">${pledges.map(item)}</ul>`
}

export function actions({ actions }: Report, words: Words): Markup {
  if (actions.length === 0) return none(words.say("export.nothing-to-do"))
  const rows = actions.map(({ words: text, who, by, agreement }) => ({
    head: { title: words.say("export.col-what"), cell: quote(text, words) },
    cells: [
      { title: words.say("export.col-who"), cell: markup`<bdi>${who || words.say("agree.action-nobody")}</bdi>` },
      { title: words.say("export.col-by"), cell: markup`${by || words.say("agree.action-no-day")}` },
      { title: words.say("export.col-agreement"), cell: markup`${agreement ?? "–"}` },
    ],
  }))
  return table({ labelledBy: "actions" }, rows)
}

const because = (sentence: string): Markup => markup`<p class="because">${sentence}</p>`

export function setAside({ setAside }: Report, words: Words): Markup {
  const { notes, agreements, pledges, actions } = setAside
  if (notes.length + agreements.length + pledges.length + actions.length === 0) return none(words.say("export.nothing-aside"))
  const item = (line: AsideLine) => markup`<li class="note">${quote(line.words, words)}${because(line.because)}</li>`
  const list = (title: string, lines: readonly AsideLine[]) =>
    lines.length > 0 ? markup`<h3>${title}</h3><ul class="notes">${lines.map(item)}</ul>` : ""
  const more = (note: (typeof notes)[number]) => markup`${because(note.because ?? "")}${note.sheet ? asideSheet(note.sheet, words) : ""}`
  return markup`<p>${words.say("export.aside-what")}</p>
${notes.length > 0 ? markup`<ul class="notes">${notes.map((note) => noteItem(note, words, more(note)))}</ul>` : ""}
${list(words.say("export.aside-agreements"), agreements)}${list(words.say("export.aside-actions"), actions)}${list(words.say("pledge.aside"), pledges)}`
}

/** What an option's sheet said before it was set aside; only what somebody wrote. */
function asideSheet(sheet: NonNullable<Report["setAside"]["notes"][number]["sheet"]>, words: Words): Markup {
  const lines = [
    { title: words.say("options.changes"), text: sheet.description },
    { title: words.say("options.who"), text: sheet.who },
    { title: words.say("options.pays"), text: sheet.pays },
    { title: words.say("options.leftOut"), text: sheet.leftOut },
  ].filter(({ text }) => text.trim() !== "")
  if (lines.length === 0) return markup``
  return markup`<dl>${lines.map(({ title, text }) => markup`<div><dt>${title}</dt><dd><span class="words" dir="auto">${text}</span></dd></div>`)}</dl>`
}
