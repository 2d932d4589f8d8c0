// What can be read before any script has come: the workshop's name, the question, and the first notes of the page that was asked for.
// The app takes it away when it has more to show. Only what stands on the board for everybody; no names.
import { setTimeout as sleep } from "node:timers/promises"
import { notesOn, themeOf, type Board } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { html } from "hono/html"
import type { Html } from "./layout.ts"

/** Enough for the first screen of a phone. */
const NOTES = 8
/** A workshop that is still being read from disk keeps nobody's page waiting. */
const PATIENCE_MS = 50

type FirstView = { session: Session; board: Board; asked: string | null; prompts: Record<string, string> }

export function firstView(words: Words, { session, board, asked, prompts }: FirstView): Html {
  const page = asked ?? session.stage
  const stage = session.stages.find(({ kind }) => kind === page)
  const notes =
    page === "needs"
      ? notesOn(board, "needs")
          .filter((note) => !themeOf(board, note)?.aboutUs)
          .slice(0, NOTES)
      : []
  const prompt = stage?.prompt ?? ""
  return html`<main id="first">
    <p><bdi>${session.title}</bdi></p>
    ${stage ? html`<h1>${words.say(`common.stage-${stage.kind}`)}</h1>` : ""}
    ${prompt ? html`<p dir="auto">${prompts[prompt] ?? prompt}</p>` : ""}
    <p role="status">${words.say("shell.opening")}</p>
    <ul>
      ${notes.map(({ text, lang }) => html`<li dir="auto" ${lang ? html` lang="${lang}"` : ""}>${text}</li>`)}
    </ul>
  </main>`
}

/** Null when it does not come soon enough, or not at all: the page goes out without. */
export const soon = <T>(coming: Promise<T>): Promise<T | null> =>
  Promise.race([coming.catch(() => null), sleep(PATIENCE_MS, null, { ref: false })])
