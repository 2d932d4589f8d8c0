// How people want to work together, without JavaScript: the sentences, each with a form to go along with it. Shows nobody's yes but the
// reader's, and no number: one that changes as the page is asked again would point at who just said so.
import type { OwnGoAlong } from "@evenboard/api"
import type { Board, Pledge } from "@evenboard/board"
import { pledgesInOrder } from "@evenboard/board/arrive"
import type { Session } from "@evenboard/session"
import type { MessageId, Words } from "@evenboard/words"
import { html } from "hono/html"
import type { Html } from "./layout.ts"

/** What became of the form, as the address says it. */
export const PLEDGE_SAID: Readonly<Record<string, MessageId>> = { goes: "together.going", "goes-not": "together.not-going" }

type PledgesView = { workshopId: string; session: Session; board: Board; goesAlong: readonly OwnGoAlong[] }

export function pledges(words: Words, view: PledgesView): Html | "" {
  const all = pledgesInOrder(view.board)
  if (all.length === 0) return ""
  return html`<h2 id="together">${words.say("pledge.want")}</h2>
    <ul class="notes">
      ${all.map((pledge) => onePledge(words, view, pledge))}
    </ul>`
}

function onePledge({ say }: Words, { workshopId, session, goesAlong }: PledgesView, { id, text }: Pledge): Html {
  const said = goesAlong.find((one) => one.pledgeId === id)
  const goes = said?.words === text
  const isOpen = !session.ended && !session.paused
  return html`<li>
    <p dir="auto">${text}</p>
    ${goes ? html`<p class="quiet">✓ ${say("together.going")}</p>` : said ? html`<p><strong>${say("together.again")}</strong></p>` : ""}
    ${
      isOpen
        ? html`<form method="post" action="/w/${workshopId}/plain/goes-along">
            <input type="hidden" name="pledge" value="${id}" /><input type="hidden" name="words" value="${text}" />
            <button class="second" name="goes" value="${goes ? "no" : "yes"}">${say(goes ? "plain.goes-not" : "together.go")}</button>
          </form>`
        : ""
    }
  </li>`
}
