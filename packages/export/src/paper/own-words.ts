// One person's words to take home: each note with its first wording and what became of it, and the worries they said. Whose pages are made
// is decided by who asks (the server); here nothing stands but what the person said themselves and what everybody can read on the board.
import type { Note } from "@evenboard/board"
import type { Words } from "@evenboard/words"
import { creditsOf } from "../credit.ts"
import type { Handout } from "../handout.ts"
import { badge, quote } from "../html-parts.ts"
import { type Markup, markup } from "../markup.ts"
import { becameWords, becauseWords, type NoteReader, noteReader } from "../note-line.ts"
import { becameOf } from "./became.ts"
import { paperPage } from "./frame.ts"
import { TEXT_STYLE } from "./style.ts"

/** `own`: the one person asks for their own page, so it tells of their notes that were taken out of sight, by number and reason. */
type WhosePages = { seats: readonly string[]; own: boolean }

export function ownWords(handout: Handout, { seats, own }: WhosePages, back: string | null): string {
  const { words } = handout
  const title = words.say(own ? "print.mine" : "print.people")
  const body =
    seats.length === 0
      ? markup`<p class="leaf">${words.say("print.people-none")}</p>`
      : markup`${seats.map((seat) => leaf(handout, seat, own))}`
  return paperPage(words, { title, style: TEXT_STYLE, body, back })
}

function leaf(handout: Handout, seat: string, own: boolean): Markup {
  const { board, facts, session, words } = handout
  const credits = creditsOf(handout)
  const reader = noteReader(handout, credits)
  const notes = [...board.notes.values()].filter(({ id }) => facts.get(id)?.author === seat)
  const numbered = notes.toSorted((a, b) => (reader.number(a.id) ?? 0) - (reader.number(b.id) ?? 0))
  const hidden = own ? [...session.hidden.values()].filter(({ noteId }) => facts.get(noteId)?.author === seat) : []
  const worries = session.worries.filter((worry) => worry.seat === seat)
  return markup`<section class="leaf" aria-labelledby="of-${seat}">
<p class="quiet"><bdi>${session.title}</bdi> · ${words.say("export.held", { day: words.day(session.openedAt, handout.timeZone) })}</p>
<h2 id="of-${seat}">${words.say("print.own-title")}: <bdi>${credits.seat(seat)}</bdi></h2>
<p>${words.say("print.own-notes", { count: notes.length })}</p>
${numbered.map((note) => noteBlock(handout, reader, note))}
${hidden.map(({ number, reason }) => markup`<p>${words.say("print.own-hidden", { number: words.number(number) })} ${becauseWords(reason, words)}</p>`)}
${worries.length === 0 ? "" : markup`<h3>${words.say("print.own-worries")}</h3><ul>${worries.map((worry) => markup`<li><bdi class="words">${worry.words}</bdi></li>`)}</ul>`}
<p class="quiet last">${words.say("print.whole", { day: words.day(handout.keepUntil, handout.timeZone) })}</p>
</section>
`
}

function noteBlock(handout: Handout, reader: NoteReader, note: Note): Markup {
  const { words } = handout
  const line = reader.line(note)
  return markup`<div class="note">${badge(line)}${quote(line.words, words, line.lang)}${
    line.firstWording === null ? "" : markup`<p class="quiet">${words.say("print.own-first")}</p>${quote(line.firstWording, words)}`
  }<h3>${words.say("print.became")}</h3>${line.because === null ? whatBecame(handout, note, words) : markup`<p>${words.say("print.became-aside")} ${line.because}</p>`}</div>
`
}

function whatBecame(handout: Handout, note: Note, words: Words): Markup {
  const lines = becameOf(handout, note)
  // A theme is a place, and others who said the same are company: nothing decided yet.
  const undecided = [words.say("print.became-theme"), words.say("print.became-same")]
  const said = becameWords(handout, creditsOf(handout), note)
  const isOpen = said.length === 0 && lines.every(({ say }) => undecided.includes(say))
  return markup`${lines.map((line) => becameLine(line.say, line.words))}${said.map((one) => markup`<p class="became">${one}</p>`)}${isOpen ? markup`<p class="became">${words.say("print.became-nothing")}</p>` : ""}`
}

const becameLine = (say: string, said: readonly string[]): Markup =>
  said.length === 1
    ? markup`<p class="became"><strong>${say}:</strong> <bdi>${said[0]}</bdi></p>`
    : markup`<p class="became"><strong>${say}:</strong></p><ul>${said.map((text) => markup`<li><bdi>${text}</bdi></li>`)}</ul>`
