// The frame of every page to print: language, direction, the one style, and a bar that only a screen shows. No script; a policy of its own
// lets nothing in but the style and the picture of the QR code, wherever the page is kept.
import { createHash } from "node:crypto"
import { LOCALE_TAGS, type Words } from "@evenboard/words"
import { type Markup, markup, toText } from "../markup.ts"

/** Where the style goes in: it is ours, and must stand exactly as it was hashed. */
const STYLE = "{style}"

export type Frame = {
  title: string
  style: string
  body: Markup
  /** Where all pages to print are listed; null when the page stands alone. */
  back: string | null
  /** A sentence that only the screen shows, such as "the door is shut". */
  warning?: string | null
}

export function paperPage(words: Words, { title, style, body, back, warning }: Frame): string {
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`
  const page = markup`<!doctype html>
<html lang="${LOCALE_TAGS[words.locale]}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title} · ${words.say("common.app")}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="bar">
${back === null ? "" : markup`<p><a href="${back}">${words.say("print.back-list")}</a></p>`}
<h1>${title}</h1>
<p>${words.say("print.how-this")}</p>
${warning ? markup`<p class="warn">${warning}</p>` : ""}
</header>
<main>
${body}
</main>
</body>
</html>
`
  const [before = "", after = ""] = toText(page).split(`<style>${STYLE}</style>`)
  return `${before}<style>${style}</style>${after}`
}
