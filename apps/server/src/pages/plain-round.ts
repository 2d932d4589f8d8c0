// Write alone, without JavaScript: what the plain page says while a round runs, and this person's own drafts with their forms.
// Shows no draft but the reader's.
import type { OwnDraft, OwnDrafts } from "@evenboard/api"
import type { Session } from "@evenboard/session"
import type { MessageId, Words } from "@evenboard/words"
import { html } from "hono/html"
import type { Html } from "./layout.ts"

export const DRAFT_ACTS = ["keep-back", "with-others", "throw", "show"] as const
export type DraftAct = (typeof DRAFT_ACTS)[number]
/** What became of a draft, as the address says it after a form was taken. */
export const DRAFT_SAID: Readonly<Record<string, MessageId>> = {
  saved: "round.saved",
  thrown: "round.thrown",
  "kept-back": "round.kept-back",
  "with-others": "round.will-show",
  late: "round.over",
}

type RoundView = { workshopId: string; session: Session; own: OwnDrafts }

export function roundIntro(words: Words, { session: { round }, own }: RoundView): Html | "" {
  if (!round) return ""
  return html`<h2>${words.say("round.title")}</h2>
    <p>${words.say("round.what")}</p>
    ${round.question ? html`<p class="said" dir="auto">${round.question}</p>` : ""}
    <p>${words.say("round.written", { count: own.written ?? 0 })}</p>`
}

export function ownDrafts(words: Words, view: RoundView): Html | "" {
  const { drafts, roundId } = view.own
  if (drafts.length === 0 && roundId === null) return ""
  return html`<h2 id="mine">${words.say("round.mine")}</h2>
    ${
      drafts.length === 0
        ? html`<p>${words.say("round.none")}</p>`
        : html`<ul class="notes">
            ${drafts.map((draft) => ownDraft(words, view, draft))}
          </ul>`
    }`
}

function ownDraft(words: Words, { workshopId, session, own }: RoundView, draft: OwnDraft): Html {
  const say = words.say
  const isRunning = draft.roundId === own.roundId
  const path = `/w/${workshopId}/plain`
  const form = (act: DraftAct, name: MessageId) =>
    html`<form method="post" action="${path}/drafts">
      <input type="hidden" name="draft" value="${draft.id}" /><input type="hidden" name="act" value="${act}" />
      <button class="second">${say(name as "round.keep-back")}</button>
    </form>`
  return html`<li>
    <p dir="auto">${draft.text}</p>
    <p class="quiet">${say(`common.kind-${draft.kind}`)} · ${say(draft.willShow ? "round.will-show" : "round.kept-back")}</p>
    ${
      session.ended
        ? ""
        : html`<a class="alone" href="${path}?change=${draft.id}#add">${say("round.change")}</a>
            ${isRunning ? (draft.willShow ? form("keep-back", "round.keep-back") : form("with-others", "round.with-others")) : form("show", "round.show-one")}
            <details>
              <summary>${say("round.throw")}</summary>
              <p>${say("round.throw-sure")}</p>
              ${form("throw", "round.throw-yes")}
            </details>`
    }
  </li>`
}
