// What a phone sees that tries the room: a page as large as the app while it is measured, then one sentence about how fast it went.
// No script, no form, nothing kept: the last line of the large page asks for the result.
import type { CheckedPhone } from "@evenboard/api"
import { html, raw } from "hono/html"
import type { Words } from "@evenboard/words"
import { layout, type Html } from "./layout.ts"

/** `filler`: letters that no packing makes smaller, without dashes. `result`: where the measure ends. */
export function measuringPage(words: Words, { filler, result }: { filler: string; result: string }): Html {
  const say = words.say
  const body = html`<h1>${say("phone.reached")}</h1>
    <p>${say("phone.measuring")}</p>
    <p><a class="alone" href="${result}">${say("phone.go-on")}</a></p>
    ${raw(`<!--${filler}-->`)}<meta http-equiv="refresh" content="0;url=${result}" />`
  return layout(words, { title: say("phone.title"), body, languages: false })
}

export function measuredPage(words: Words, { way, seconds, pace }: CheckedPhone, again: string): Html {
  const say = words.say
  const isSlow = pace === "too-slow"
  const body = html`<h1>${say("phone.reached")}</h1>
    <p class="said${isSlow ? " warn" : ""}">${say(`phone.${pace ?? "too-slow"}`, { seconds: seconds ?? 0 })}</p>
    <p>${say(`phone.${pace ?? "too-slow"}-do`)}</p>
    ${way === null ? "" : html`<p class="quiet">${say("check.way", { ms: way })}</p>`}
    <p class="quiet">${say("phone.nothing-kept")}</p>
    <p><a class="alone" href="${again}">${say("phone.again")}</a></p>`
  return layout(words, { title: say("phone.title"), body, languages: true })
}

/** The host's page is shut, or the code is an old one. */
export function checkOverPage(words: Words): Html {
  const body = html`<h1>${words.say("phone.over")}</h1>
    <p>${words.say("phone.over-what")}</p>`
  return layout(words, { title: words.say("phone.title"), body, languages: true })
}
