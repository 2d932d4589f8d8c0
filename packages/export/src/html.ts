// The report as one HTML file: accessible, no request to anywhere, no script, good on a phone, a wide screen and A4 paper.
// Owns layout and order of headings (h1 the title, h2 a section, h3 a thing in it); what stands where is report.ts's.
import { createHash } from "node:crypto"
import { LOCALE_TAGS, type Words } from "@evenboard/words"
import { CONTRIBUTION_KINDS } from "./contributions.ts"
import type { Handout } from "./handout.ts"
import { describe } from "./html-description.ts"
import { pageStyle } from "./html-style.ts"
import { html, type Html, toText } from "./html-template.ts"
import { KIND_MARKS, type NoteLine, type NoteRef } from "./note-line.ts"
import {
  type AgreementBlock,
  type AsideLine,
  groupName,
  type NeedLine,
  type OptionBlock,
  type RefsByTheme,
  type Report,
  reportOf,
  type ThemeBlock,
} from "./report.ts"
import { type Say, sayings } from "./say.ts"

export function toHtml(handout: Handout): string {
  const report = reportOf(handout)
  const { words } = handout
  const say = sayings(handout, report)
  const style = pageStyle(report.title)
  const sections = sectionsOf(report, handout, say)
  const hash = createHash("sha256").update(style).digest("base64")
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  // The style is ours but for the title in it, which pageStyle writes as escapes only; so it goes in as it is.
  const page = html`<!doctype html>
    <html lang="${LOCALE_TAGS[words.locale]}" dir="${words.dir}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${report.title} · ${say.status}</title>
        <style>
          STYLE
        </style>
      </head>
      <body>
        <a class="skip" href="#main">${words.say("export.skip")}</a>
        <header>
          <p class="app">${words.say("common.app")}</p>
          <h1 dir="auto">${report.title}</h1>
          <p class="status ${report.status}"><strong>${say.status}</strong></p>
          <p class="dates">${say.held}<br />${say.made}<br />${say.kept}</p>
        </header>
        <nav aria-labelledby="contents">
          <h2 id="contents">${words.say("export.contents")}</h2>
          <ol>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ol>
        </nav>
        <main id="main">
          ${sections.map(
            ({ id, title, body }) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}">${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
        <footer><p>${words.say("export.footer")}</p></footer>
      </body>
    </html> `
  return toText(page).replace("<style>STYLE</style>", () => `<style>${style}</style>`)
}

type Section = { id: string; title: string; body: Html }

function sectionsOf(report: Report, handout: Handout, say: Say): Section[] {
  const { words } = handout
  const sections: (Section | null)[] = [
    { id: "plain", title: words.say("export.plain"), body: plainWords(report, handout, say) },
    { id: "people", title: words.say("export.people"), body: whoTookPart(report, handout, say) },
    { id: "needs", title: words.say("common.stage-needs"), body: themes(report.needs, words, "export.no-needs") },
    report.aboutUs.length > 0
      ? { id: "about-us", title: words.say("common.about-us"), body: themes(report.aboutUs, words, "export.no-needs") }
      : null,
    { id: "options", title: words.say("common.stage-options"), body: options(report, words) },
    { id: "matrix", title: words.say("common.stage-matrix"), body: matrix(report, words) },
    { id: "agree", title: words.say("agree.title"), body: agreements(report, words) },
    { id: "actions", title: words.say("agree.actions"), body: actions(report, words) },
    { id: "aside", title: words.say("export.aside"), body: setAside(report, words) },
    report.stubs.length > 0 ? { id: "hidden", title: words.say("export.hidden"), body: stubs(report, words) } : null,
    { id: "contributions", title: words.say("export.contributions"), body: contributions(report, words) },
    report.firstWordings.length > 0 ? { id: "first", title: words.say("export.first-wordings"), body: firstWordings(report, words) } : null,
    { id: "log", title: words.say("export.log"), body: log(report, handout) },
  ]
  return sections.filter((section) => section !== null)
}

// People's own words: direction from the words themselves, line breaks kept.
const quote = (text: string, words: Words, lang: string | null = null): Html =>
  text.trim() === ""
    ? html`<p class="words none">${words.say("export.no-words")}</p>`
    : html`<p class="words" dir="auto" ${lang === null ? "" : html` lang="${lang}"`}>${text}</p>`

const none = (text: string): Html => html`<p class="none">${text}</p>`

const anchor = (note: NoteRef): string => (note.label === "–" ? `note-${note.id}` : `note-${note.label}`)
const link = (note: NoteRef): Html => html`<a href="#${anchor(note)}">${note.label}</a>`
const links = (notes: readonly NoteRef[]): Html => html`${notes.map((note, index) => html`${index > 0 ? ", " : ""}${link(note)}`)}`

/** Mark, kind and number: "● Need 12". */
const badge = (note: NoteLine): Html =>
  html`<p class="badge">
    <span class="mark" aria-hidden="true">${note.mark}</span> ${note.kindWord} <span class="number">${note.label}</span>
  </p>`

function noteItem(note: NoteLine, words: Words, more: Html = html``): Html {
  return html`<li class="note ${note.kind}" id="${anchor(note)}">
    ${badge(note)}${quote(note.words, words, note.lang)}
    <p class="by">${note.by}</p>
    ${
      note.firstWording === null ? "" : html`<p class="more"><a href="#first-${note.id}">${words.say("export.words-changed")}</a></p>`
    }${more}
  </li> `
}

function plainWords({ agreements, actions, purpose }: Report, handout: Handout, say: Say): Html {
  const { words } = handout
  return html`<div class="sheet">
    <h3>${words.say("export.plain-agreed")}</h3>
    ${
      agreements.length > 0
        ? html`<ol class="plain">
            ${agreements.map((one) => html`<li dir="auto">${one.words}</li>`)}
          </ol>`
        : none(words.say("export.nothing-agreed"))
    }
    ${say.worried === null ? "" : html`<p><a href="#agree">${say.worried}</a></p>`}
    <h3>${words.say("export.plain-why")}</h3>
    ${
      purpose
        ? html`<p>${words.say("export.deciding")}</p>
            ${quote(purpose, words)}`
        : ""
    }
    <p>${say.gathered}</p>
    ${say.themes === null ? "" : html`<p>${say.themes}</p>`}
    ${say.unanswered === null ? "" : html`<p><a href="#unanswered">${say.unanswered}</a></p>`}
    <h3>${words.say("export.plain-next")}</h3>
    ${
      actions.length > 0
        ? html`<ul class="plain">
            ${actions.map(({ words: text, who, by }) => html`<li><span dir="auto">${text}</span> <span class="by">${words.say("agree.action-line", { who: who || words.say("agree.action-nobody"), day: by || words.say("agree.action-no-day") })}</span></li>`)}
          </ul>`
        : none(words.say("export.nothing-to-do"))
    }
  </div>`
}

function whoTookPart({ groups }: Report, { words }: Handout, say: Say): Html {
  return html`<p>${say.people}</p>
    ${
      groups.rows.length > 0
        ? html`<table>
            <caption>
              ${words.say("export.people-by-group")}
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.say("export.group")}</th>
                <th scope="col">${words.say("export.people-count")}</th>
              </tr>
            </thead>
            <tbody>
              ${groups.rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row" dir="auto">${groupName(row, groups, words)}</th>
                    <td>${words.number(row.seats.length)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : ""
    }
    ${groups.merged ? html`<p class="more">${words.say("export.small-groups")}</p>` : ""}`
}

function themes(blocks: readonly ThemeBlock<NeedLine>[], words: Words, empty: "export.no-needs"): Html {
  if (blocks.length === 0) return none(words.say(empty))
  return html`${blocks.map(
    ({ title, notes }) =>
      html`<div class="theme">
        <h3><span dir="auto">${title}</span> <span class="count">${words.say("common.notes", { count: notes.length })}</span></h3>
        <ul class="notes">
          ${notes.map((note) => noteItem(note, words, answered(note, words)))}
        </ul>
      </div> `,
  )}`
}

function answered({ answeredBy }: NeedLine, words: Words): Html {
  if (answeredBy === null) return html``
  if (answeredBy.length === 0) return html`<p class="more open">${words.say("export.answered-by-none")}</p>`
  return html`<p class="more">${words.say("export.answered-by")} ${links(answeredBy)}</p>`
}

const refsByTheme = (blocks: readonly RefsByTheme[]): Html =>
  html`<ul class="refs">
    ${blocks.map(({ title, notes }) => html`<li><span dir="auto">${title}</span>: ${links(notes)}</li>`)}
  </ul>`

function options({ options, loosePieces, unanswered }: Report, words: Words): Html {
  return html`${options.length > 0 ? options.map((one) => option(one, words)) : none(words.say("export.no-options"))}
    ${
      loosePieces.length > 0
        ? html`<h3>${words.say("options.loose")}</h3>
            <ul class="notes">
              ${loosePieces.map((note) => noteItem(note, words))}
            </ul>`
        : ""
    }
    <div class="sheet">
      <h3 id="unanswered">${words.say("export.unanswered")}</h3>
      ${
        unanswered.length > 0
          ? html`<p>${words.say("export.unanswered-which")}</p>
              ${refsByTheme(unanswered)}`
          : none(words.say("options.all-answered"))
      }
    </div>`
}

function option({ note, sheet, description, answers, pieces, piecesElsewhere, about }: OptionBlock, words: Words): Html {
  const nobody = html`<span class="none">${words.say("export.nobody-said")}</span>`
  const said = (text: string) => (text.trim() ? html`<span class="words" dir="auto">${text}</span>` : nobody)
  const changes = description.length > 0 ? html`<div class="long">${describe(description)}</div>` : said(sheet.description)
  return html`<article class="note option sheet" id="${anchor(note)}">
    ${badge(note)}
    <h3 class="words" dir="auto">${note.words.trim() || words.say("export.no-words")}</h3>
    <p class="by">${note.by}</p>
    ${note.firstWording === null ? "" : html`<p class="more"><a href="#first-${note.id}">${words.say("export.words-changed")}</a></p>`}
    <dl>
      <div>
        <dt>${words.say("options.changes")}</dt>
        <dd>${changes}</dd>
      </div>
      <div>
        <dt>${words.say("options.who")}</dt>
        <dd>${said(sheet.who)}</dd>
      </div>
      <div>
        <dt>${words.say("options.pays")}</dt>
        <dd>${said(sheet.pays)}</dd>
      </div>
      <div>
        <dt>${words.say("options.leftOut")}</dt>
        <dd>${said(sheet.leftOut)}</dd>
      </div>
      <div>
        <dt>${words.say("options.answers")}</dt>
        <dd>${answers.length > 0 ? refsByTheme(answers) : nobody}</dd>
      </div>
      ${
        about.length > 0
          ? html`<div>
              <dt>${words.say("options.about")}</dt>
              <dd>${links(about)}</dd>
            </div>`
          : ""
      }
      ${
        piecesElsewhere.length > 0
          ? html`<div>
              <dt>${words.say("export.pieces-elsewhere")}</dt>
              <dd>${links(piecesElsewhere)}</dd>
            </div>`
          : ""
      }
    </dl>
    ${
      pieces.length > 0
        ? html`<h4>${words.say("options.pieces")}</h4>
            <ul class="notes">
              ${pieces.map((piece) => noteItem(piece, words))}
            </ul>`
        : ""
    }
  </article> `
}

// A table that becomes a list of blocks on a narrow screen; the roles keep it a table for a screen reader, the labels are for the eye.
type Column = { readonly title: string; readonly cell: Html }
function table(caption: string, rows: readonly { id?: string; kind?: string; head: Column; cells: readonly Column[] }[]): Html {
  const [first] = rows
  if (!first) return html``
  const label = (title: string) => html`<span class="label" aria-hidden="true">${title}</span>`
  return html`<table class="wide" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[first.head, ...first.cells].map(({ title }) => html`<th scope="col" role="columnheader">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ id, kind, head, cells }) =>
          html`<tr role="row" ${id === undefined ? "" : html` id="${id}"`}${kind === undefined ? "" : html` class="${kind}"`}>
            <th scope="row" role="rowheader">${head.cell}</th>
            ${cells.map(
              ({ title, cell }) =>
                html`<td role="cell">
                  ${label(title)}
                  <div>${cell}</div>
                </td>`,
            )}
          </tr> `,
      )}
    </tbody>
  </table>`
}

function matrix({ matrix }: Report, words: Words): Html {
  if (matrix.length === 0) return none(words.say("export.no-matrix"))
  const nobody = (text: string) => html`<span class="none">${text}</span>`
  const rows = matrix.map((row) => ({
    id: anchor(row),
    kind: row.kind,
    head: {
      title: words.say("matrix.col-words"),
      cell: html`${badge(row)}${quote(row.words, words, row.lang)}
        <p class="by">${row.by}</p>
        ${row.firstWording === null ? "" : html`<p class="more"><a href="#first-${row.id}">${words.say("export.words-changed")}</a></p>`}`,
    },
    cells: [
      { title: words.say("export.col-place"), cell: html`${row.place}` },
      {
        title: words.say("matrix.col-whom"),
        cell: row.forWhom.trim() ? html`<span dir="auto">${row.forWhom}</span>` : nobody(words.say("export.nobody-said")),
      },
      {
        title: words.say("matrix.col-about"),
        cell:
          row.about.length === 0 && !row.aboutNothing
            ? nobody(words.say("export.nobody-said"))
            : html`${row.about.map((option, index) => html`${index > 0 ? ", " : ""}<a href="#${anchor(option)}">${words.say("common.kind-option")} ${option.label}</a>`)}${row.aboutNothing ? html`${row.about.length > 0 ? ", " : ""}${words.say("matrix.doing-nothing")}` : ""}`,
      },
    ],
  }))
  return table(words.say("export.matrix-caption"), rows)
}

function agreements({ agreements }: Report, words: Words): Html {
  if (agreements.length === 0) return none(words.say("export.nothing-agreed"))
  return html`${agreements.map((one) => agreement(one, words))}`
}

function agreement({ label, words: text, sources, raised, counted, worries }: AgreementBlock, words: Words): Html {
  const hands = (count: { for: number; worried: number }) => ({ for: count.for, worried: count.worried })
  return html`<article class="sheet agreement">
    <h3>${label}</h3>
    ${quote(text, words)}
    <ul class="hands">
      <li>${raised.for + raised.worried > 0 ? words.say("agree.raised", hands(raised)) : words.say("agree.raised-none")}</li>
      ${
        counted
          ? html`<li>${words.say("agree.counted", hands(counted))}</li>
              <li class="more">${words.say("agree.apart")}</li>`
          : ""
      }
    </ul>
    ${sources.length > 0 ? html`<p>${words.say("export.sources")} ${links(sources)}</p>` : ""}
    ${
      worries.length > 0
        ? html`<h4>${words.say("agree.worries")}</h4>
            <ul class="worries">
              ${worries.map(
                (worry) =>
                  html`<li>
                    ${quote(worry.words, words)}
                    <p class="by">${worry.by}</p>
                  </li>`,
              )}
            </ul>`
        : ""
    }
  </article> `
}

function actions({ actions }: Report, words: Words): Html {
  if (actions.length === 0) return none(words.say("export.nothing-to-do"))
  const rows = actions.map(({ words: text, who, by, agreement }) => ({
    head: { title: words.say("export.col-what"), cell: quote(text, words) },
    cells: [
      { title: words.say("export.col-who"), cell: html`<span dir="auto">${who || words.say("agree.action-nobody")}</span>` },
      { title: words.say("export.col-by"), cell: html`${by || words.say("agree.action-no-day")}` },
      { title: words.say("export.col-agreement"), cell: html`${agreement ?? "–"}` },
    ],
  }))
  return table(words.say("agree.actions"), rows)
}

const because = (sentence: string): Html => html`<p class="because">${sentence}</p>`

function setAside({ setAside }: Report, words: Words): Html {
  const { notes, agreements, actions } = setAside
  if (notes.length + agreements.length + actions.length === 0) return none(words.say("export.nothing-aside"))
  const list = (title: string, lines: readonly AsideLine[]) =>
    lines.length > 0
      ? html`<h3>${title}</h3>
          <ul class="notes">
            ${lines.map((line) => html`<li class="note">${quote(line.words, words)}${because(line.because)}</li>`)}
          </ul>`
      : ""
  return html`<p>${words.say("export.aside-what")}</p>
    ${
      notes.length > 0
        ? html`<ul class="notes">
            ${notes.map((note) => noteItem(note, words, html`${because(note.because ?? "")}${note.sheet ? asideSheet(note.sheet, words) : ""}`))}
          </ul>`
        : ""
    }
    ${list(words.say("export.aside-agreements"), agreements)}${list(words.say("export.aside-actions"), actions)}`
}

function asideSheet(sheet: NonNullable<Report["setAside"]["notes"][number]["sheet"]>, words: Words): Html {
  const lines = [
    [words.say("options.changes"), sheet.description],
    [words.say("options.who"), sheet.who],
    [words.say("options.pays"), sheet.pays],
    [words.say("options.leftOut"), sheet.leftOut],
  ].filter(([, text]) => text?.trim())
  return lines.length > 0
    ? html`<dl>
        ${lines.map(
          ([title, text]) =>
            html`<div>
              <dt>${title}</dt>
              <dd class="words" dir="auto">${text}</dd>
            </div>`,
        )}
      </dl>`
    : html``
}

const stubs = ({ stubs }: Report, words: Words): Html =>
  html`<p>${words.say("export.hidden-what")}</p>
    <ul class="plain">
      ${stubs.map(({ number, because }) => html`<li>${words.say("export.hidden-line", { number, reason: because })}</li>`)}
    </ul>`

function contributions({ contributions, groups }: Report, words: Words): Html {
  const titles = { typed: words.say("export.col-typed"), worry: words.say("export.col-worries-said") }
  const title = (kind: (typeof CONTRIBUTION_KINDS)[number]) =>
    kind === "typed" || kind === "worry" ? titles[kind] : words.say(`export.col-${kind}`)
  const mark = (kind: (typeof CONTRIBUTION_KINDS)[number]) => (kind === "typed" || kind === "worry" ? "" : `${KIND_MARKS[kind]} `)
  const rows = contributions.map(({ row, counts }) => ({
    head: { title: words.say("export.group"), cell: html`<span dir="auto">${groupName(row, groups, words)}</span>` },
    cells: CONTRIBUTION_KINDS.map((kind) => ({ title: `${mark(kind)}${title(kind)}`, cell: html`${words.number(counts[kind])}` })),
  }))
  return html`<p>${words.say("export.contributions-what")}</p>
    ${table(words.say("export.contributions"), rows)}`
}

const firstWordings = ({ firstWordings }: Report, words: Words): Html =>
  html`<p>${words.say("export.first-what")}</p>
    <ul class="notes">
      ${firstWordings.map(
        (note) =>
          html`<li class="note" id="first-${note.id}">
            <p class="badge"><a href="#${anchor(note)}">${note.kindWord} ${note.label}</a></p>
            ${quote(note.firstWording ?? "", words, note.lang)}
            <p class="by">${note.by}</p>
          </li>`,
      )}
    </ul>`

function log({ log }: Report, { words, timeZone }: Handout): Html {
  let day = ""
  const lines = log.map(({ at, words: line }) => {
    const today = words.day(at, timeZone)
    const head = today === day ? html`` : html`<li class="day"><h3>${today}</h3></li>`
    day = today
    return html`${head}
      <li><time datetime="${new Date(at).toISOString()}">${words.time(at, timeZone)}</time> <span>${line}</span></li> `
  })
  return html`<details>
    <summary>${words.say("export.log-open", { count: log.length })}</summary>
    <p>${words.say("log.intro")}</p>
    <ul class="log">
      ${lines}
    </ul>
  </details>`
}
