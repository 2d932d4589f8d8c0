// The host's run sheet: every step with its question and minutes, what phones show then, what the host does, how people
// want to work together, and what to do when something goes wrong. It holds nothing that not everybody may read, so hosting can be passed on with the paper.
import type { Session } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { type Markup, markup } from "../markup.ts"
import { paperPage } from "./frame.ts"
import { TEXT_STYLE } from "./style.ts"

export function runSheet(
  words: Words,
  { title, purpose, stages }: Pick<Session, "title" | "purpose" | "stages">,
  { prompts, pledges, back }: { prompts: Readonly<Record<string, string>>; pledges: readonly string[]; back: string | null },
): string {
  const say = words.say
  const minutes = (count: number) => say("common.minutes", { count })
  const total = stages.reduce((sum, stage) => sum + stage.minutes, 0)
  const heads = [say("print.run-clock"), say("print.run-step"), say("print.run-phone"), say("print.run-do")]
  let begun = 0
  const rows = stages.map((stage) => {
    const from = begun
    begun += stage.minutes
    const prompt = Object.hasOwn(prompts, stage.prompt) ? prompts[stage.prompt] : stage.prompt
    return markup`<tr><td class="clock"><div class="write" aria-hidden="true"></div><p>${say("print.run-from", { minute: words.number(from) })}</p><p><strong>${stage.minutes > 0 ? minutes(stage.minutes) : say("print.run-no-time")}</strong></p></td><th scope="row">${say(`common.stage-${stage.kind}`)}${prompt ? markup`<p class="ask" dir="auto">${prompt}</p>` : ""}</th><td>${say(`print.phone-${stage.kind}`)}</td><td>${say(`print.do-${stage.kind}`)}</td></tr>
`
  })
  const body = markup`<section class="leaf" aria-labelledby="name">
<h2 id="name"><bdi>${title}</bdi></h2>
${purpose ? markup`<p class="purpose"><bdi>${purpose}</bdi></p>` : ""}
<p><strong>${say("print.run-total", { minutes: minutes(total) })}</strong></p>
${list(say("print.before"), [say("print.before-1"), say("print.before-2"), say("print.before-3"), say("print.before-4")])}
<table aria-labelledby="name"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>
${pledges.length > 0 ? list(say("pledge.want"), pledges, "plain") : ""}
${list(say("print.trouble"), [say("print.trouble-1"), say("print.trouble-2"), say("print.trouble-3"), say("print.trouble-4")], "plain")}
</section>`
  return paperPage(words, { title: say("print.host"), style: TEXT_STYLE, body, back })
}

const list = (title: string, lines: readonly string[], look: "checks" | "plain" = "checks"): Markup =>
  markup`<div class="together"><h3>${title}</h3>
<ul class="${look}">${lines.map((line) => markup`<li>${look === "checks" ? markup`<span class="box" aria-hidden="true"></span>` : ""}<span dir="auto">${line}</span></li>`)}</ul></div>`
