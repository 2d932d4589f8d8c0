// The frame of every server page: language, direction, the one style and the language row. No script, no other request but the icon.
import { html, raw } from "hono/html"
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES, type Words } from "@evenboard/words"
import { STYLE } from "./style.ts"

export type Html = ReturnType<typeof html>

/** Made whole, since the policy lets in exactly this text and no space more. */
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`)

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/
/** A name inside a sentence that may run the other way: neither disturbs the other. */
export const isolate = (words: Words, name: string): string =>
  words.dir === "rtl" || RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name

/** `languages`: whether the page can be had in the others by `?lang=`. */
export function layout(words: Words, page: { title: string; body: Html; languages: boolean }): Html {
  return html`<!doctype html>
    <html lang="${words.tag}" dir="${words.dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · ${words.say("common.app")}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header><strong>${words.say("common.app")}</strong>${page.languages ? languageRow(words) : ""}</header>
        <main>${page.body}</main>
      </body>
    </html>`
}

/** Each language as people look for it, in its own script. */
const languageRow = (words: Words): Html =>
  html`<nav aria-label="${words.say("join.language")}">
    <ul class="langs">
      ${LOCALES.map(
        (locale) =>
          html`<li>
            <a
              href="?lang=${locale}"
              lang="${LOCALE_TAGS[locale]}"
              hreflang="${LOCALE_TAGS[locale]}"
              ${locale === words.locale ? raw(' aria-current="true"') : ""}
              >${LOCALE_NAMES[locale]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
