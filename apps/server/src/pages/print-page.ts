// What there is to print, as a list of links that work without a script: each says what it is for.
import type { CardKind } from "@evenboard/export"
import { html, raw } from "hono/html"
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES, type MessageIdOf, type Words } from "@evenboard/words"
import { layout, type Html } from "./layout.ts"

type PrintView = {
  workshopId: string
  title: string
  /** Cards there are for this plan. */
  cards: readonly CardKind[]
  /** How many tables the form offers; 0 leaves it empty. */
  tables: number
  hasSeat: boolean
  /** Whether this person may print others' words, and how many people there are to print for. */
  forOthers: boolean
  withoutPhone: number
  /** Whether the language was chosen here, and goes on with each link. */
  isChosen: boolean
}

export function printPage(words: Words, view: PrintView): Html {
  const say = words.say
  const { workshopId } = view
  const link = (path: string, name: string): Html =>
    html`<a
      class="alone"
      href="/w/${workshopId}/print/${path}${view.isChosen ? `${path.includes("?") ? "&" : "?"}lang=${words.locale}` : ""}"
      >${name}</a
    >`
  const page = (path: "join" | "host" | "evening" | "mine" | "people"): Html =>
    html`<h2>${link(path, say(`print.${path}`))}</h2>
      <p>
        ${say(`print.${path}-what` satisfies MessageIdOf<"print">)} ${path === "evening" || path === "people" ? say("print.logged") : ""}
      </p>`
  const body = html`<h1>${say("print.title")}</h1>
    <p><bdi>${view.title}</bdi></p>
    <p>${say("print.intro")} ${say("print.how")} ${say("print.no-private")}</p>
    ${page("join")}
    <h2>${say("print.tents")}</h2>
    <p>${say("print.tents-what")}</p>
    ${tentsForm(words, view)}
    <h2>${link("cards", say("print.cards"))}</h2>
    <p>${say("print.cards-what")}</p>
    <ul>
      ${view.cards.map(
        (kind) =>
          html`<li>
            ${link(`cards?for=${kind}`, kind === "blank" ? say("print.cards-blank") : say("print.cards-for", { stage: say(`common.stage-${kind}`) }))}
          </li>`,
      )}
    </ul>
    ${
      view.hasSeat
        ? html`<h2><a class="alone" href="/w/${workshopId}/paper-notes">${say("print.typing")}</a></h2>
            <p>${say("print.typing-what")}</p>`
        : ""
    }
    ${page("host")} ${page("evening")} ${view.hasSeat ? page("mine") : ""}
    ${view.forOthers ? (view.withoutPhone > 0 ? page("people") : html`<p>${say("print.people-none")}</p>`) : ""}
    ${view.hasSeat ? html`<p><a class="alone" href="/w/${workshopId}">${say("print.back")}</a></p>` : ""}`
  return layout(words, { title: say("print.title"), body, languages: true })
}

function tentsForm(words: Words, { workshopId, tables }: PrintView): Html {
  const say = words.say
  return html`<form method="get" action="/w/${workshopId}/print/tents">
    <input type="hidden" name="lang" value="${words.locale}" />
    <div class="field">
      <label for="tables">${say("print.tents-how-many")}</label>
      <input
        type="text"
        id="tables"
        name="tables"
        inputmode="numeric"
        pattern="[0-9]*"
        maxlength="2"
        autocomplete="off"
        aria-describedby="tables-hint"
        value="${tables > 0 ? tables : ""}"
      />
      <span class="quiet" id="tables-hint">${say("print.tents-hint")}</span>
    </div>
    <div class="field">
      <label for="and">${say("print.tents-second")}</label>
      <select id="and" name="and">
        ${LOCALES.map(
          (locale) =>
            html`<option value="${locale}" lang="${LOCALE_TAGS[locale]}" ${locale === words.locale ? raw(" selected") : ""}>
              ${LOCALE_NAMES[locale]}
            </option>`,
        )}
      </select>
    </div>
    <button class="main">${say("print.tents-make")}</button>
  </form>`
}
