// The report as one HTML file: accessible, no request to anywhere, no script, good on a phone, a wide screen and A4 paper.
// Owns the frame and the order of the sections (h1 the title, h2 a section, h3 a thing in it); what stands where is report.ts's.
import { createHash } from "node:crypto"
import { LOCALE_TAGS, type Words } from "@evenboard/words"
import type { Handout } from "./handout.ts"
import { actions, agreements, pledges, setAside } from "./html-agreed.ts"
import { matrix, options, themes } from "./html-board.ts"
import { balance, firstWordings, log, plainWords, stubs, whoTookPart } from "./html-people.ts"
import { pageStyle } from "./html-style.ts"
import { type Markup, markup, toText } from "./markup.ts"
import { type Report, reportOf } from "./report.ts"
import { type Say, sayings } from "./say.ts"

/** Where the style goes in. It is ours but for the title, which pageStyle writes as escapes only; so it is not escaped again. */
const STYLE = "{style}"

export function toHtml(handout: Handout): string {
  const report = reportOf(handout)
  const say = sayings(handout, report)
  const style = pageStyle(report.title)
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`
  const [before, ...after] = toText(page(report, handout.words, say, sections(report, handout, say), policy)).split(
    `<style>${STYLE}</style>`,
  )
  return `${before ?? ""}<style>${style}</style>${after.join("")}`
}

type Section = { id: string; title: string; body: Markup }

function page(report: Report, words: Words, say: Say, sections: readonly Section[], policy: string): Markup {
  return markup`<!doctype html>
<html lang="${LOCALE_TAGS[words.locale]}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${report.title} · ${say.status}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">${words.say("export.skip")}</a>
<header>
<p class="app">${words.say("common.app")}</p>
<h1 dir="auto">${report.title}</h1>
<p class="status is-${report.status}"><strong>${say.status}</strong></p>
<p class="dates">${say.held}<br>${say.made}<br>${say.kept}</p>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${words.say("export.contents")}</h2>
<ol>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol>
</nav>
<main id="main">
${sections.map(
  ({ id, title, body }) => markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>
`,
)}</main>
<footer><p>${words.say("export.footer")}</p></footer>
</body>
</html>
`
}

function sections(report: Report, handout: Handout, say: Say): Section[] {
  const { words } = handout
  const all: (Section | null)[] = [
    { id: "plain", title: words.say("export.plain"), body: plainWords(report, words, say) },
    { id: "people", title: words.say("export.people"), body: whoTookPart(say) },
    report.pledges.length > 0 ? { id: "together", title: words.say("pledge.worked"), body: pledges(report, words) } : null,
    { id: "needs", title: words.say("common.stage-needs"), body: themes(report.needs, words) },
    report.aboutUs.length > 0 ? { id: "about-us", title: words.say("common.about-us"), body: themes(report.aboutUs, words) } : null,
    { id: "options", title: words.say("common.stage-options"), body: options(report, words) },
    { id: "matrix", title: words.say("common.stage-matrix"), body: matrix(report, words) },
    { id: "agree", title: words.say("agree.title"), body: agreements(report, words) },
    { id: "actions", title: words.say("agree.actions"), body: actions(report, words) },
    { id: "aside", title: words.say("export.aside"), body: setAside(report, words) },
    report.stubs.length > 0 ? { id: "hidden", title: words.say("export.hidden"), body: stubs(report, words) } : null,
    { id: "balance", title: words.say("balance.title"), body: balance(report, words) },
    report.firstWordings.length > 0 ? { id: "first", title: words.say("export.first-wordings"), body: firstWordings(report, words) } : null,
    { id: "log", title: words.say("export.log"), body: log(report, handout) },
  ]
  return all.filter((section) => section !== null)
}
