// The join page: the first thing most people see, on any phone, without JavaScript. Four faces: newcomer, returning, door shut, ended.
import { LIMITS } from "@evenboard/api"
import { html, raw } from "hono/html"
import type { Words } from "@evenboard/words"
import { isolate, layout, type Html } from "./layout.ts"

export type JoinView = {
  title: string
  purpose: string
  groups: readonly string[]
  /** Where others sit already: one tap each. */
  tables: readonly string[]
  /** Until when everything is kept at the latest (ms). */
  keepUntil: number
  /** This browser's seat, when it has one: the name its owner gave (or ""), and where its button leads. */
  returning: { name: string; href: string } | null
  /** `ended` also shuts. */
  state: "open" | "shut" | "ended"
  /** Who can open a shut door, as they chose to be shown; null when nobody hosts. */
  host: string | null
  /** After three words that fit nobody. */
  wrongReturnCode?: boolean
  /** Where people say what they need so that they can take part; null where nobody asks. */
  access: string | null
  /** The phone keeps a copy of the board, unless its owner says that it is shared. */
  keepsCopy: boolean
}

export function joinPage(words: Words, view: JoinView): Html {
  const say = words.say
  const body = html`<h1><bdi>${view.title}</bdi></h1>
    ${
      view.purpose
        ? html`<section>
            <p class="quiet">${say("join.deciding")}</p>
            <p dir="auto">${view.purpose}</p>
          </section>`
        : ""
    }
    ${view.returning ? welcomeBack(words, view.returning) : view.state === "open" ? newcomer(words, view) : closed(words, view)}
    ${view.access === null ? "" : html`<p><a class="alone" href="${view.access}">${say("access.title")}</a></p>`}
    ${view.returning || view.state === "ended" ? "" : comeBack(words, view.wrongReturnCode ?? false)}`
  return layout(words, { title: say("join.page", { title: view.title }), body, languages: true })
}

const welcomeBack = (words: Words, { name, href }: { name: string; href: string }): Html =>
  html`<h2>${name ? words.say("join.back-named", { name: isolate(words, name) }) : words.say("join.back")}</h2>
    <p>${words.say("join.back-what")}</p>
    <a class="main" href="${href}">${words.say("join.back-go")}</a>`

function closed(words: Words, { state, host }: JoinView): Html {
  const say = words.say
  if (state === "ended")
    return html`<h2>${say("join.ended")}</h2>
      <p>${say("join.ended-what")}</p>`
  return html`<h2>${say("join.shut")}</h2>
    <p>${say("join.shut-what")}</p>
    <p>${host ? say("join.shut-ask", { host: isolate(words, host) }) : say("join.shut-ask-host")}</p>
    <p><a class="alone" href="?lang=${words.locale}">${say("join.again")}</a></p>`
}

function newcomer(words: Words, view: JoinView): Html {
  const say = words.say
  return html`<form method="post" autocomplete="on">
<input type="hidden" name="language" value="${words.locale}">
${nameFields(words)}
${view.tables.length > 0 ? whereField(words, view.tables) : ""}
${moreFields(words, view)}
<button class="main">${say("join.join")}</button>
</form>
<details${view.wrongReturnCode ? "" : raw(" open")}><summary>${say("join.keep")}</summary><ul>
<li>${say("join.keep-notes")}</li>
<li>${say("join.keep-seen")}</li>
<li>${say("join.keep-name")}</li>
<li>${say("join.keep-group")}</li>
<li>${say("join.keep-cookie")}</li>
${view.keepsCopy ? html`<li>${say("join.keep-copy")}</li>` : ""}
<li>${say("join.keep-until", { day: words.day(view.keepUntil) })}</li>
<li>${say("join.keep-nobody")}</li>
</ul></details>`
}

const nameFields = (words: Words): Html =>
  html`<div class="field">
      <label for="name">${words.say("join.name")}</label>
      <input type="text" id="name" name="name" maxlength="${LIMITS.name}" autocomplete="nickname" dir="auto" aria-describedby="name-hint" />
      <span class="quiet" id="name-hint">${words.say("join.name-hint")}</span>
    </div>
    <label class="pick"
      ><input type="checkbox" name="showName" value="yes" aria-describedby="show-hint" /> ${words.say("join.show-name")}</label
    >
    <p class="quiet" id="show-hint">${words.say("join.show-name-hint")}</p>`

const radio = (name: string, value: string, text: string, checked = false): Html =>
  html`<label class="pick"
    ><input type="radio" name="${name}" value="${value}" ${checked ? raw(" checked") : ""} /> <span dir="auto">${text}</span></label
  >`

const groupField = (words: Words, groups: readonly string[]): Html | "" =>
  groups.length === 0
    ? ""
    : html`<fieldset>
        <legend>${words.say("join.group")}</legend>
        ${groups.map((group) => radio("group", group, group))}${radio("group", "", words.say("join.rather-not"), true)}
      </fieldset>`

/** Where nobody sits at a table yet, the question stands with what few people answer. */
function moreFields(words: Words, { groups, tables }: JoinView): Html | "" {
  const fields = html`${groupField(words, groups)}${tables.length > 0 ? "" : whereField(words, [])}`
  if (groups.length === 0 && tables.length > 0) return ""
  return html`<details>
    <summary>${words.say("join.more")}</summary>
    ${fields}
  </details>`
}

const whereField = (words: Words, tables: readonly string[]): Html =>
  html`<fieldset>
    <legend>${words.say("join.where")}</legend>
    ${
      tables.length > 0
        ? html`<div class="picks">
            ${tables.map((table) => radio("where", `at:${table}`, words.say("common.table", { name: isolate(words, table) })))}
          </div>`
        : ""
    }
    ${radio("where", "table", words.say(tables.length > 0 ? "join.where-other" : "join.where-table"))}
    <div class="field">
      <label for="table">${words.say("join.table")}</label
      ><input type="text" id="table" name="table" maxlength="${LIMITS.table}" autocomplete="off" dir="auto" />
    </div>
    ${radio("where", "online", words.say("join.where-online"))}${radio("where", "", words.say("join.rather-not"), true)}
  </fieldset>`

/** Open when the words did not fit, with the reason beside the field. */
const comeBack = (words: Words, wrong: boolean): Html =>
  html`<details${wrong ? raw(" open") : ""}><summary>${words.say("join.return")}</summary>
<form method="post">
<div class="field"><label for="return">${words.say("join.return-words")}</label>
${wrong ? html`<p class="said warn" id="return-wrong" role="alert">${words.say("problems.wrong-return-code")}</p>` : ""}
<input type="text" id="return" name="returnCode" required maxlength="120" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr" aria-describedby="return-hint${wrong ? " return-wrong" : ""}">
<span class="quiet" id="return-hint">${words.say("join.return-hint")}</span></div>
<button class="second">${words.say("join.return-go")}</button>
</form></details>`

/** For people who were told six digits. The next page names the workshop before anybody joins. */
export function codePage(words: Words, problem?: "wrong-code" | "too-many-tries"): Html {
  const say = words.say
  const body = html`<h1>${say("join.code-page")}</h1>
    <form method="post" action="/join">
      <input type="hidden" name="language" value="${words.locale}" />
      <input type="hidden" name="look" value="1" />
      <div class="field">
        <label for="code">${say("join.code")}</label>
        ${problem ? html`<p class="said warn" id="code-problem" role="alert">${say(`problems.${problem}`)}</p>` : ""}
        <input
          type="text"
          class="code"
          id="code"
          name="code"
          required
          inputmode="numeric"
          maxlength="9"
          autocomplete="off"
          dir="ltr"
          aria-describedby="code-hint${problem ? " code-problem" : ""}"
        />
        <span class="quiet" id="code-hint">${say("join.code-hint")}</span>
      </div>
      <button class="main">${say("join.code-go")}</button>
    </form>`
  return layout(words, { title: say("join.code-page"), body, languages: true })
}
