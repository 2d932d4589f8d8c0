// Everything of one person's as a page to read: the same as the JSON, in words. Knows no store.
import { KIND_MARKS } from "./note-line.ts"
import { quote } from "./html-parts.ts"
import type { MyData, OwnChange, OwnNote } from "./my-data.ts"
import { type Markup, markup } from "./markup.ts"
import { paperPage } from "./paper/frame.ts"
import { TEXT_STYLE } from "./paper/style.ts"
import type { ShownKind } from "@evenboard/board"
import type { Words } from "@evenboard/words"

type Options = { timeZone?: string | undefined }

export function myDataPage(data: MyData, words: Words, { timeZone }: Options = {}): string {
  const day = (ms: number) => words.day(ms, timeZone)
  const body = markup`<section class="leaf">
<h2><bdi>${data.workshop.title}</bdi></h2>
<p class="quiet">${words.say("mydata.made", { day: day(data.madeAt) })}</p>
<h3>${words.say("mydata.about-me")}</h3>
<ul>${aboutMe(data, words).map((line) => markup`<li>${line}</li>`)}</ul>
<h3>${words.say("mydata.notes")}</h3>
${data.notes.length === 0 ? markup`<p>${words.say("mydata.none")}</p>` : data.notes.map((note) => noteBlock(note, words))}
${texts(words.say("mydata.drafts"), data.drafts, ({ text }) => text, words)}
${texts(words.say("mydata.worries"), data.worries, (worry) => worry.words, words)}
${texts(words.say("mydata.concerns"), data.concerns, (concern) => concern.words, words)}
${accessPart(data, words, day)}
${data.hands.length === 0 ? "" : markup`<h3>${words.say("mydata.hands")}</h3><p>${words.say("mydata.hands-count", { count: data.hands.length })}</p>`}
${data.goesAlong.length === 0 ? "" : markup`<h3>${words.say("pledge.mine")}</h3><ul>${data.goesAlong.map((one) => markup`<li><bdi>${one}</bdi></li>`)}</ul>`}
<h3>${words.say("mydata.changes")}</h3>
${data.changes.length === 0 ? markup`<p>${words.say("mydata.none")}</p>` : changes(data, words, timeZone)}
<p class="quiet last">${words.say("mydata.others")} ${words.say("mydata.kept", { day: day(data.keptUntil) })}</p>
</section>
`
  return paperPage(words, { title: words.say("mydata.title"), style: TEXT_STYLE, body, back: null })
}

function aboutMe({ me, supporters }: MyData, words: Words): Markup[] {
  const said = (label: string, value: string | null): Markup[] =>
    value === null || value === "" ? [] : [markup`${label} <bdi>${value}</bdi>`]
  return [
    markup`${words.say("common.guest", { number: me.guest })}`,
    ...said(words.say("mydata.name"), me.name),
    ...said(words.say("mydata.group"), me.group),
    ...said(words.say("mydata.table"), placeOf(me.table, words)),
    markup`${words.say(`mydata.credit-is-${me.credit}`)}`,
    ...said(words.say("mydata.supporters"), supporters.length > 0 ? words.number(supporters.length) : null),
    markup`${words.say(me.quotable ? "mydata.quoted" : "mydata.not-quoted")}`,
  ]
}

const placeOf = (table: string | null, words: Words): string | null =>
  table === "online" ? words.say("common.online") : table && words.say("common.table", { name: table })

const isShown = (kind: string): kind is ShownKind => Object.hasOwn(KIND_MARKS, kind)

function noteBlock(note: OwnNote, words: Words): Markup {
  const { kind } = note
  const badge = !isShown(kind) ? "" : `${KIND_MARKS[kind]} ${words.say(`common.kind-${kind}`)} `
  const isChanged = note.firstWording !== "" && note.firstWording !== note.words
  return markup`<div class="note"><p class="badge">${badge}${words.number(note.number)}</p>${quote(note.words ?? "", words)}${
    isChanged ? markup`<p class="quiet">${words.say("print.own-first")}</p>${quote(note.firstWording, words)}` : ""
  }${note.typedByAnother ? markup`<p class="quiet">${words.say("mydata.typed")}</p>` : ""}${
    note.place === "board" ? "" : markup`<p class="quiet">${words.say(`mydata.${note.place}`)}</p>`
  }</div>
`
}

function accessPart({ access }: MyData, words: Words, day: (ms: number) => string): Markup | "" {
  if (access === null) return ""
  const { language, supporter, reach, deleteAt } = access
  const lines = [language, supporter ? words.say("access.supporter") : "", reach].filter(Boolean)
  return markup`<h3>${words.say("mydata.access")}</h3>${access.words ? markup`<div class="note">${quote(access.words, words)}</div>` : ""}<ul>${lines.map(
    (line) => markup`<li><bdi>${line}</bdi></li>`,
  )}</ul><p class="quiet">${words.say("access.until", { day: day(deleteAt) })}</p>`
}

function texts<T>(title: string, list: readonly T[], textOf: (one: T) => string, words: Words): Markup | string {
  return list.length === 0
    ? ""
    : markup`<h3>${title}</h3>${list.map((one) => markup`<div class="note">${quote(textOf(one), words)}</div>`)}`
}

function changes({ changes: list, notes }: MyData, words: Words, timeZone: string | undefined): Markup {
  const numbers = new Map(notes.map(({ id, number }) => [id, number]))
  return markup`<ul>${list.map((change) => {
    const number = numbers.get(change.target)
    const about = number === undefined ? "" : ` · ${words.say("common.note-number", { number })}`
    const text = textIn(change.after)
    const when = `${words.day(change.at, timeZone)} ${words.time(change.at, timeZone)}`
    return markup`<li>${when} · ${words.say(`happened.kind-${groupOf(change)}`)}${about}${text === null ? "" : markup`: <bdi class="words">${text}</bdi>`}</li>`
  })}</ul>`
}

/** The same groups as on "What happened". */
function groupOf({ kind }: OwnChange): "added" | "words" | "moved" | "themes" | "aside" | "agreed" {
  if (kind === "note-added") return "added"
  if (/^(agreement|action)-/.test(kind)) return "agreed"
  if (/^theme-|^taken-apart|^stood-again|linked$/.test(kind)) return "themes"
  if (/aside|back|gone/.test(kind)) return "aside"
  return /^(moved|placed|kind-changed)$/.test(kind) ? "moved" : "words"
}

function textIn(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value
  if (typeof value !== "object" || value === null) return null
  const { text, title, reason } = value as { text?: unknown; title?: unknown; reason?: unknown }
  return [text, title, reason].find((one): one is string => typeof one === "string" && one !== "") ?? null
}
