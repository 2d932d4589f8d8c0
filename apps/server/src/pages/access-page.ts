// What one person needs so that they can take part: the question, who reads the answer and until when, and the answer again to change or
// delete it. Works without JavaScript. Knows no store, and shows nobody's answer but the one it is given.
import { LIMITS, type AccessContact, type SayNeed } from "@evenboard/api"
import { html, raw } from "hono/html"
import type { Words } from "@evenboard/words"
import { isolate, layout, type Html } from "./layout.ts"

export type AccessView = {
  workshopTitle: string
  /** Null: nobody is named, so nothing is asked. */
  contact: AccessContact | null
  /** What stands in the fields: what was said, or what could not be taken. */
  need: SayNeed
  /** Until when what was said is kept (ms); null when nothing was said. */
  saidUntil: number | null
  told: "saved" | "deleted" | "mine" | "empty" | "long" | null
  /** The page of a link behind which nothing stands. */
  isGone: boolean
  /** Where its owner finds it again; shown once. */
  privateLink: string | null
  /** For somebody without a seat: the key their answer has or will have, so that a form sent twice says it once; null where the browser
   * or the address has it. */
  ownKey: string | null
  /** Whoever opened this private link has joined here, and has said nothing there. */
  mayBeMine: boolean
  back: { href: string; says: "back" | "join" } | null
  /** Where "Leave quickly" leads, for somebody with a seat. */
  away: string | null
  languages: boolean
}

export const NOTHING_SAID: SayNeed = { words: "", language: "", supporter: false, reach: "" }

export function accessPage(words: Words, view: AccessView): Html {
  const { contact, back } = view
  const say = words.say
  const body = html`<p class="quiet"><bdi>${view.workshopTitle}</bdi></p>
    <h1>${say("access.title")}</h1>
    ${told(words, view)}
    ${
      view.isGone
        ? html`<p>${say("access.gone")}</p>`
        : contact === null
          ? html`<p>${say("access.none")} ${say("access.none-what")}</p>`
          : html`${promise(words, contact, view)} ${form(words, contact, view)}`
    }
    ${view.saidUntil === null ? elsewhere(words, view) : deleting(words, view)} ${view.mayBeMine ? mine(words) : ""}
    ${back ? html`<p><a class="alone" href="${back.href}">${say(`access.${back.says}`)}</a></p>` : ""}
    ${view.away ? html`<form method="post" action="${view.away}"><button class="second">${say("plain.leave")}</button></form>` : ""}`
  return layout(words, { title: say("access.title"), body, languages: view.languages })
}

function told(words: Words, { told: what, contact, privateLink }: AccessView): Html | "" {
  if (what === null) return ""
  if (what === "empty" || what === "long") return html`<p class="said warn" role="alert" id="problem">${words.say(`access.${what}`)}</p>`
  if (what === "mine") return html`<p class="said" role="status">${words.say("access.mine-done")}</p>`
  if (what === "deleted" || contact === null) return html`<p class="said" role="status">${words.say("access.deleted")}</p>`
  return html`<div class="said" role="status">
    <p>${words.say("access.saved", { name: isolate(words, contact.name) })}</p>
    ${
      privateLink === null
        ? ""
        : html`<p>${words.say("access.link")}</p>
            <p><a class="alone" dir="ltr" href="${privateLink}">${privateLink}</a></p>
            <p>${words.say("access.link-what")}</p>`
    }
  </div>`
}

/** Who reads it, until when, and that it need not be written. */
function promise(words: Words, contact: AccessContact, { saidUntil }: AccessView): Html {
  const name = isolate(words, contact.name)
  return html`<p>${words.say("access.reads", { name })} ${words.say("access.logged")}</p>
    <p>${words.say("access.until", { day: words.day(saidUntil ?? contact.deleteAt) })} ${words.say("access.change")}</p>
    <p>${words.say("access.speak", { name })}<br /><bdi>${contact.reach}</bdi></p>`
}

function form(words: Words, contact: AccessContact, { need, saidUntil, ownKey, told: what }: AccessView): Html {
  const say = words.say
  const name = isolate(words, contact.name)
  const isWrong = what === "empty" || what === "long"
  return html`${saidUntil === null ? "" : html`<h2>${say("access.own")}</h2>`}
    <form method="post" autocomplete="off">
      ${keyField(ownKey)}
      <div class="field">
        <label for="words">${say("access.words")}</label>
        <textarea
          id="words"
          name="words"
          maxlength="${LIMITS.concern}"
          dir="auto"
          aria-describedby="words-hint${isWrong ? " problem" : ""}"
        >
${need.words}</textarea>
        <span class="quiet" id="words-hint">${say("access.examples")}</span>
      </div>
      ${field({ id: "speaks", label: say("access.language"), hint: say("access.language-hint"), value: need.language, most: LIMITS.name })}
      <label class="pick"
        ><input type="checkbox" name="supporter" value="yes" ${need.supporter ? raw(" checked") : ""} /> ${say("access.supporter")}</label
      >
      ${field({ id: "reach", label: say("access.reach", { name }), hint: say("access.reach-hint"), value: need.reach, most: LIMITS.reason })}
      ${
        ownKey === null
          ? ""
          : saidUntil !== null
            ? html`<input type="hidden" name="shared" value="yes" />`
            : html`<label class="pick"
                  ><input type="checkbox" name="shared" value="yes" aria-describedby="shared-hint" /> ${say("access.shared")}</label
                >
                <p class="quiet" id="shared-hint">${say("access.shared-hint")}</p>`
      }
      <button class="main">${saidUntil === null ? say("access.send", { name }) : say("access.save")}</button>
    </form>`
}

type FieldView = { id: string; label: string; hint: string; value: string; most: number }
const field = ({ id, label, hint, value, most }: FieldView): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      type="text"
      id="${id}"
      name="${id}"
      value="${value}"
      maxlength="${most}"
      autocomplete="off"
      dir="auto"
      aria-describedby="${id}-hint"
    />
    <span class="quiet" id="${id}-hint">${hint}</span>
  </div>`

const keyField = (key: string | null): Html | "" => (key === null ? "" : html`<input type="hidden" name="key" value="${key}" />`)

const deleting = (words: Words, { ownKey }: AccessView): Html =>
  html`<form method="post">
    ${keyField(ownKey)}<input type="hidden" name="do" value="delete" />
    <button class="second">${words.say("access.delete")}</button>
  </form>`

/** By its private link, where its person has joined since. */
const mine = (words: Words): Html =>
  html`<form method="post">
    <input type="hidden" name="do" value="mine" />
    <button class="second" aria-describedby="mine-what">${words.say("access.mine")}</button>
    <p class="quiet" id="mine-what">${words.say("access.mine-what")}</p>
  </form>`

/** On the page of somebody's place, where they have said nothing. */
const elsewhere = (words: Words, { contact, away }: AccessView): Html | "" =>
  contact === null || away === null ? "" : html`<p class="quiet">${words.say("access.elsewhere")}</p>`
