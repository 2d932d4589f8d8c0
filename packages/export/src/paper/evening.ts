// The workshop on one A4: what we agree with its worries, who does what, what we spoke about. What does not fit is
// counted, never cut off in the middle; the whole record has it. Nobody's name stands here but in what people agreed to do.
import type { Words } from "@evenboard/words"
import { isolate } from "../credit.ts"
import type { Handout } from "../handout.ts"
import { type Markup, markup } from "../markup.ts"
import { type AgreementBlock, reportOf } from "../report.ts"
import { sayings, whoAndWhen } from "../say.ts"
import { paperPage } from "./frame.ts"
import { TEXT_STYLE } from "./style.ts"

/** Lines that one page holds below its headings, at about LINE signs each; and what every part has of them at least. */
const LINES = 42
const LINE = 78
const AT_LEAST = { agreed: 10, actions: 8, below: 6 } as const
const linesOf = (text: string, signs = LINE): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0)

export function evening(handout: Handout, back: string | null): string {
  const { words } = handout
  const report = reportOf(handout)
  const say = sayings(handout, report)
  const named = report.needs.filter(({ ungrouped }) => !ungrouped)
  const agreements = report.agreements.map((one) => ({ lines: linesOfAgreement(one), item: agreed(one, words) }))
  const actions = report.actions.map((one) => ({
    lines: linesOf(one.words) + 1,
    item: markup`<li><bdi>${one.words}</bdi><br><strong>${whoAndWhen(one, words)}</strong></li>`,
  }))
  const themes = named.map(({ title, notes }) => {
    const counted = words.say("export.theme-count", { title: isolate(title, words), count: notes.length })
    return { lines: linesOf(counted, LINE / 2), item: markup`<li>${counted}</li>` }
  })
  const options = report.options.map(({ note }) => ({
    lines: linesOf(note.words, LINE / 2),
    item: markup`<li><bdi>${note.words}</bdi></li>`,
  }))
  const room = rooms(LINES - linesOf(report.title, LINE / 2) * 2 - linesOf(report.purpose), {
    agreed: height(agreements),
    actions: height(actions),
    below: Math.max(height(themes), height(options)),
  })
  const body = markup`<section class="leaf" aria-labelledby="name">
<h2 id="name"><bdi>${report.title}</bdi></h2>
${report.purpose ? markup`<p class="purpose"><bdi>${report.purpose}</bdi></p>` : ""}
<p class="quiet">${say.held} · ${say.status}</p>
<p class="quiet">${say.gathered}</p>
<h3>${words.say("agree.title")}</h3>
${fitting(agreements, room.agreed, words, "agreed") ?? markup`<p>${words.say("print.no-agreed")}</p>`}
<h3>${words.say("agree.actions")}</h3>
${fitting(actions, room.actions, words) ?? markup`<p>${words.say("print.no-actions")}</p>`}
<div class="columns">
${part(words.say("print.spoke"), fitting(themes, room.below, words))}
${part(words.say("common.stage-options"), fitting(options, room.below, words))}
</div>
<p class="quiet last">${words.say("print.whole", { day: words.day(handout.keepUntil, handout.timeZone) })}</p>
</section>`
  return paperPage(words, { title: words.say("print.evening"), style: TEXT_STYLE, body, back })
}

type Rooms = Record<keyof typeof AT_LEAST, number>
type Line = { readonly lines: number; readonly item: Markup }

const height = (all: readonly Line[]): number => all.reduce((sum, { lines }) => sum + lines, 0)

/** Each part what it needs, as far as the page goes: first what is its due, then the rest in the order of their weight. */
function rooms(space: number, needs: Rooms): Rooms {
  const parts = ["agreed", "actions", "below"] as const
  const given: Rooms = { agreed: 0, actions: 0, below: 0 }
  for (const part of parts) given[part] = Math.min(needs[part], AT_LEAST[part])
  let left = space - parts.reduce((sum, part) => sum + given[part], 0)
  for (const part of parts) {
    const more = Math.max(0, Math.min(left, needs[part] - given[part]))
    given[part] += more
    left -= more
  }
  return given
}

const part = (title: string, list: Markup | null): Markup => (list ? markup`<div><h3>${title}</h3>${list}</div>` : markup``)

/** As many as fit, at least one, and how many more there are; null where there are none. */
function fitting(all: readonly Line[], room: number, words: Words, look: "agreed" | "plain" = "plain"): Markup | null {
  if (all.length === 0) return null
  let filled = 0
  const over = all.findIndex(({ lines }, index) => (filled += lines) > room && index > 0)
  const shown = over < 0 ? all : all.slice(0, over)
  const more = all.length - shown.length
  return markup`<ul class="${look}">${shown.map(({ item }) => item)}</ul>${more > 0 ? markup`<p>${words.say("print.more", { count: more })}</p>` : ""}`
}

const linesOfAgreement = ({ words, worries }: AgreementBlock): number =>
  Math.ceil(linesOf(words) * 1.3) + 1 + worries.reduce((sum, worry) => sum + linesOf(worry.words), 0)

function agreed({ words: text, raised, counted, worries }: AgreementBlock, words: Words): Markup {
  const tally = (id: "print.raised" | "print.counted", hands: { for: number; worried: number }) =>
    words.say(id, { for: words.number(hands.for), worried: words.number(hands.worried) })
  return markup`<li><p class="words"><bdi>${text}</bdi></p>${raised.for + raised.worried > 0 ? markup`<p class="quiet">${tally("print.raised", raised)}</p>` : ""}${counted ? markup`<p class="quiet">${tally("print.counted", counted)}</p>` : ""}${worries.map((worry) => markup`<p class="worry"><span aria-hidden="true">▼</span> ${words.say("common.kind-risk")}: <bdi>${worry.words}</bdi></p>`)}</li>`
}
