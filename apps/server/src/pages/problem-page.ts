// A page for somebody who met a closed way: what happened in one sentence, what is safe, and where to go on.
import type { Reason } from "@evenboard/api"
import { html } from "hono/html"
import type { Words } from "@evenboard/words"
import { layout, type Html } from "./layout.ts"

/** Reasons that a six-digit code can get around. */
const CODE_HELPS = new Set<Reason>(["not-found", "wrong-key", "wrong-code", "door-shut"])

export function problemPage(words: Words, reason: Reason, back?: string): Html {
  const sentence = words.say(`problems.${reason}`)
  const links = [
    ...(back ? [html`<p><a class="alone" href="${back}">${words.say("problems.to-board")}</a></p>`] : []),
    ...(CODE_HELPS.has(reason)
      ? [html`<p><a class="alone" href="/join?lang=${words.locale}">${words.say("problems.to-code")}</a></p>`]
      : []),
    html`<p><a class="alone" href="/">${words.say("problems.to-start")}</a></p>`,
  ]
  const body = html`<h1>${sentence}</h1>
    <p>${words.say("problems.who-to-ask")}</p>
    ${links}`
  return layout(words, { title: sentence, body, languages: false })
}
