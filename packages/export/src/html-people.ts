// The sections about the workshop itself: one page in plain words, who took part, who was heard, first words, the log.
import type { Words } from "@evenboard/words"
import { BALANCE_KINDS } from "./balance.ts"
import type { Handout } from "./handout.ts"
import { anchor, none, quote, table } from "./html-parts.ts"
import { type Markup, markup } from "./markup.ts"
import type { Report } from "./report.ts"
import { heardWords, type Say, whoAndWhen } from "./say.ts"

export function plainWords({ agreements, actions, purpose }: Report, words: Words, say: Say): Markup {
  return markup`<div class="sheet">
<h3>${words.say("export.plain-agreed")}</h3>
${agreements.length > 0 ? markup`<ol class="plain">${agreements.map((one) => markup`<li>${quote(one.words, words)}</li>`)}</ol>` : none(words.say("export.nothing-agreed"))}
${say.worried === null ? "" : markup`<p><a href="#agree">${say.worried}</a></p>`}
<h3>${words.say("export.plain-why")}</h3>
${purpose ? markup`<p>${words.say("export.deciding")}</p>${quote(purpose, words)}` : ""}
<p>${say.gathered}</p>
${say.themes === null ? "" : markup`<p>${say.themes}</p>`}
${say.unanswered === null ? "" : markup`<p><a href="#unanswered">${say.unanswered}</a></p>`}
<h3>${words.say("export.plain-next")}</h3>
${actions.length > 0 ? markup`<ul class="plain">${actions.map((action) => markup`<li>${quote(action.words, words)}<p class="by">${whoAndWhen(action, words)}</p></li>`)}</ul>` : none(words.say("export.nothing-to-do"))}
</div>`
}

export const whoTookPart = (say: Say): Markup => markup`<p>${say.people}</p>`

export const stubs = ({ stubs }: Report, words: Words): Markup =>
  markup`<p>${words.say("export.hidden-what")}</p>
<ul class="plain">${stubs.map(({ number, because }) => markup`<li>${words.say("export.hidden-line", { number, reason: because })}</li>`)}</ul>`

export function balance({ balance }: Report, words: Words): Markup {
  if (balance.length === 0) return none(words.say("balance.none"))
  const parts = balance.map(({ stage, rows }) => {
    const told = rows.map((row) => ({
      head: { title: words.say("export.group"), cell: markup`<bdi>${row.group}</bdi>` },
      cells: BALANCE_KINDS.map((kind) => ({
        title: words.say(`balance.kind-${kind}`),
        cell: markup`${heardWords(row[kind], words)}`,
      })),
    }))
    return table({ caption: words.say(`common.stage-${stage}`) }, told)
  })
  return markup`<p>${words.say("balance.intro")} ${words.say("balance.how")}</p>
${parts}`
}

export const firstWordings = ({ firstWordings }: Report, words: Words): Markup =>
  markup`<p>${words.say("export.first-what")}</p>
<ul class="notes">${firstWordings.map((note) => markup`<li class="note" id="first-${note.label}"><p class="badge"><a href="#${anchor(note)}">${note.kindWord} ${note.label}</a></p>${quote(note.firstWording ?? "", words, note.lang)}<p class="by">${note.by}</p></li>`)}</ul>`

/** Folded on screens, whole in print; the day stands once above its lines. */
export function log({ log }: Report, { words, timeZone }: Handout): Markup {
  const days = Map.groupBy(log, ({ at }) => words.day(at, timeZone))
  const line = ({ at, sentence }: Report["log"][number]) =>
    markup`<li><time datetime="${new Date(at).toISOString()}">${words.time(at, timeZone)}</time> <span>${sentence}</span></li>
`
  return markup`<details><summary>${words.say("export.log-open", { count: log.length })}</summary>
<p>${words.say("log.intro")}</p>
${[...days].map(
  ([day, lines]) => markup`<h3>${day}</h3>
<ul class="log">
${lines.map(line)}</ul>
`,
)}</details>`
}
