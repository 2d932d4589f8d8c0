// The board without JavaScript: the question of the stage, a form that adds a note, and every note by theme as headings and lists.
import { LIMITS, type OwnDrafts, type OwnGoAlong, type PublicSeat } from "@evenboard/api"
import { type Board, type Note, type NoteKind, shownKind, stackOf } from "@evenboard/board"
import { KIND_MARKS, saidBy } from "@evenboard/export"
import type { Session } from "@evenboard/session"
import type { SeatRow } from "@evenboard/storage"
import type { Fact } from "@evenboard/sync"
import { html, raw } from "hono/html"
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES, type Words } from "@evenboard/words"
import { groupsToName, publicSeat } from "../live/people.ts"
import { isolate, layout, type Html } from "./layout.ts"
import { PLEDGE_SAID, pledges } from "./plain-pledges.ts"
import { DRAFT_SAID, ownDrafts, roundIntro } from "./plain-round.ts"

export type PlainView = {
  workshopId: string
  session: Session
  board: Board
  facts: ReadonlyMap<string, Fact>
  seats: ReadonlyMap<string, SeatRow>
  me: SeatRow
  /** Somebody reads what people need so that they can take part. */
  asksNeeds: boolean
  /** Built-in questions in the reader's language (`promptsFor`). */
  prompts: Record<string, string>
  said?: Said
  /** What was typed, to be kept when it could not be taken; or a draft of mine, to be changed. `round`: the one it is written in, or "". */
  draft?: { text: string; kind: string; for: string; round: string; draft: string }
  /** What this person wrote alone. */
  own: OwnDrafts
  /** Sentences of how we work together that this person goes along with. */
  goesAlong: readonly OwnGoAlong[]
  /** For a new draft, so that a form sent twice makes one. */
  newDraft: string
}
/** What became of the form just sent. */
export type Said =
  | { type: "added"; number: number }
  | { type: "problem"; sentence: string }
  | { type: "return-code"; code: string }
  | { type: "draft"; said: string }

const SAID = { ...DRAFT_SAID, ...PLEDGE_SAID }
const KINDS = ["need", "offer", "option", "risk", "opportunity"] as const
/** Which kind a stage mostly asks for. */
const KIND_OF_STAGE: Partial<Record<Session["stage"], NoteKind>> = { options: "option", matrix: "risk" }

export function plainPage(words: Words, view: PlainView): Html {
  const { session, workshopId } = view
  const say = words.say
  const prompt = session.stages.find((one) => one.kind === session.stage)?.prompt ?? ""
  const body = html`<h1><bdi>${session.title}</bdi></h1>
    ${said(words, view.said)}
    <p>${say("plain.now", { stage: say(`common.stage-${session.stage}`) })}</p>
    ${prompt ? html`<p class="said" dir="auto">${view.prompts[prompt] ?? prompt}</p>` : ""} ${roundIntro(words, view)}
    ${session.ended ? html`<p>${say("plain.ended")}</p>` : session.paused ? html`<p class="said">${say("problems.paused")}</p>` : noteForm(words, view)}
    ${ownDrafts(words, view)}
    <p><a class="alone" href="/w/${workshopId}/plain">${say("plain.see-new")}</a></p>
    ${view.asksNeeds ? html`<p><a class="alone" href="/w/${workshopId}/access">${say("access.title")}</a></p>` : ""} ${board(words, view)}
    ${about(words, view)}
    <form method="post" action="/w/${workshopId}/away"><button class="second">${say("plain.leave")}</button></form>`
  return layout(words, { title: say("plain.page", { title: session.title }), body, languages: false })
}

function said(words: Words, what: Said | undefined): Html | "" {
  if (!what) return ""
  if (what.type === "problem") return html`<p class="said warn" role="alert" id="problem">${what.sentence}</p>`
  if (what.type === "added")
    return html`<p class="said" role="status">${words.say("plain.added", { number: words.number(what.number) })}</p>`
  if (what.type === "draft") {
    const id = Object.hasOwn(SAID, what.said) ? SAID[what.said] : undefined
    return id ? html`<p class="said" role="status">${words.say(id as "round.saved")}</p>` : ""
  }
  return html`<p class="said" role="status">${words.say("plain.words-are", { code: what.code })}</p>`
}

/** While a round runs, and for a draft of mine, it writes for my eyes only; what is open to all says so. */
function noteForm(words: Words, { workshopId, session, draft, me, own, newDraft }: PlainView): Html {
  const say = words.say
  const round = draft?.round || (session.round?.id ?? "")
  // In Arrive a first note about oneself, too; nobody's words go there unless they say so.
  const kinds = session.stage === "arrive" && !round ? ([...KINDS, "about-us"] as const) : KINDS
  const chosen = draft?.kind ?? KIND_OF_STAGE[session.round?.stage ?? session.stage] ?? "need"
  return html`<h2 id="add">${say(own.drafts.some(({ id }) => id === draft?.draft) ? "round.change" : "plain.add")}</h2>
    <form method="post" action="/w/${workshopId}/plain">
      <input type="hidden" name="round" value="${round}" /><input type="hidden" name="draft" value="${draft?.draft || newDraft}" />
      <div class="field">
        <label for="text">${say("plain.text")}</label>
        <textarea id="text" name="text" required maxlength="${LIMITS.note}" dir="auto" aria-describedby="text-hint">
${draft?.text ?? ""}</textarea>
        <span class="quiet" id="text-hint">${say("plain.text-hint")}</span>
      </div>
      <div class="field">
        <label for="kind">${say("plain.kind")}</label>
        <select id="kind" name="kind">
          ${kinds.map((kind) => html`<option value="${kind}" ${kind === chosen ? raw(" selected") : ""}>${KIND_MARKS[kind]} ${say(`plain.kind-${kind}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="for">${say("plain.for")}</label>
        <input
          type="text"
          id="for"
          name="for"
          value="${draft?.for ?? ""}"
          maxlength="${LIMITS.name}"
          autocomplete="off"
          dir="auto"
          aria-describedby="for-hint"
        />
        <span class="quiet" id="for-hint">${say("plain.for-hint")}</span>
      </div>
      <button class="main">${say(round ? "round.keep" : "plain.send")}</button>
      <p class="quiet">${say(round ? "round.only-you" : "plain.everyone")} ${say("plain.you", { name: nameOf(words, me) })}</p>
    </form>`
}

function board(words: Words, view: PlainView): Html {
  const say = words.say
  const notes = [...view.board.notes.values()]
  const onNeeds = notes.filter((note) => note.canvas === "needs")
  const themes = [...view.board.themes.values()].filter((theme) => theme.canvas === "needs" && !theme.gone).toSorted(byRank)
  const themeIds = new Set<string>(themes.map((theme) => theme.id))
  const agreements = [...view.board.agreements.values()].filter((one) => one.aside === null).toSorted(byRank)
  return html`${pledges(words, view)}
    <h2>${say("common.stage-needs")}</h2>
    ${themes.map(
      (theme) =>
        html`<h3 dir="auto">${theme.title || say("common.about-us")}</h3>
          ${list(
            words,
            view,
            onNeeds.filter((note) => note.themeId === theme.id),
          )}`,
    )}
    <h3>${say("common.not-grouped")}</h3>
    ${list(
      words,
      view,
      onNeeds.filter((note) => note.themeId === null || !themeIds.has(note.themeId)),
    )}
    <h2>${say("common.stage-options")}</h2>
    ${list(
      words,
      view,
      notes.filter((note) => note.canvas === "options"),
    )}
    <h2>${say("common.stage-matrix")}</h2>
    ${list(
      words,
      view,
      notes.filter((note) => note.canvas === "matrix"),
    )}
    <h2>${say("plain.agreed")}</h2>
    ${
      agreements.length === 0
        ? html`<p>${say("plain.none")}</p>`
        : html`<ul class="notes">
            ${agreements.map((one) => html`<li><p dir="auto">${one.text}</p></li>`)}
          </ul>`
    }`
}

function list(words: Words, view: PlainView, notes: Note[]): Html {
  if (notes.length === 0) return html`<p>${words.say("plain.none")}</p>`
  return html`<ul class="notes">
    ${notes.toSorted(byRank).map((note) => stackItem(words, view, note))}
  </ul>`
}

/** A stack stands where its face does, all of it under how many people said it. */
function stackItem(words: Words, view: PlainView, note: Note): Html | "" {
  const stack = stackOf(view.board, note.id)
  const said = saidBy(stack, view.facts, words)
  if (said === null) return noteItem(words, view, note)
  if (stack[0] !== note) return ""
  return html`<li>
    <p><strong>${said}</strong></p>
    <ul class="notes">
      ${stack.map((one) => noteItem(words, view, one))}
    </ul>
  </li>`
}

/** Words first, then kind, number and author. */
function noteItem(words: Words, { board, facts, seats }: PlainView, note: Note): Html {
  const say = words.say
  const fact = facts.get(note.id)
  const kind = shownKind(board, note)
  const parts = [
    `${KIND_MARKS[kind]} ${say(`common.kind-${kind}`)}`,
    ...(fact ? [say("common.note-number", { number: words.number(fact.number) }), creditOf(words, seats, fact)] : []),
  ]
  return html`<li>
    <p dir="auto" ${note.lang ? html` lang="${note.lang}"` : ""}>${note.text}</p>
    <p class="quiet">${parts.join(" · ")}</p>
    ${note.aside ? html`<p class="quiet" dir="auto">${say("plain.aside", { reason: note.aside.reason })}</p>` : ""}
  </li>`
}

function creditOf(words: Words, seats: ReadonlyMap<string, SeatRow>, fact: Fact): string {
  const groups = groupsToName(seats.values())
  const name = (id: string) => {
    const seat = seats.get(id)
    return seat ? nameOf(words, publicSeat(seat, groups)) : ""
  }
  return fact.scribe ? words.say("common.written-by", { author: name(fact.author), scribe: name(fact.scribe) }) : name(fact.author)
}

/** As that person chose to be shown. */
function nameOf(words: Words, { name, someoneAt, guest }: PublicSeat): string {
  if (name !== null) return isolate(words, name)
  return someoneAt === undefined
    ? words.say("common.guest", { number: words.number(guest) })
    : words.say("board.someone-at", { table: someoneAt })
}

function about(words: Words, { workshopId, me }: PlainView): Html {
  const say = words.say
  return html`<details>
      <summary>${say("plain.words")}</summary>
      <form method="post" action="/w/${workshopId}/plain/return-code">
        <p>${say("plain.words-what")}</p>
        <button class="second">${say("plain.words-go")}</button>
      </form>
    </details>
    <form method="post" action="/w/${workshopId}/plain/language">
      <div class="field">
        <label for="language">${say("plain.language")}</label>
        <select id="language" name="language">
          ${LOCALES.map((locale) => html`<option value="${locale}" lang="${LOCALE_TAGS[locale]}" ${locale === me.language ? raw(" selected") : ""}>${LOCALE_NAMES[locale]}</option>`)}
        </select>
      </div>
      <button class="second">${say("plain.language-go")}</button>
    </form>
    <p class="quiet">${say("plain.what")} <a href="/w/${workshopId}">${say("plain.full")}</a></p>`
}

const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }) =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1
