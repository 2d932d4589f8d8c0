// What became of a note, as its author may read it: where it stands, what answers it, what was agreed from it, who does it, or why it was
// set aside. Knows no layout; people's words stay as they are.
import { type Note, notesAbout } from "@evenboard/board"
import { pathOf } from "@evenboard/board/path"
import { isolate } from "../credit.ts"
import type { Handout } from "../handout.ts"
import { dayOf } from "../report.ts"
import { whoAndWhen } from "../say.ts"

/** A sentence of ours, and the words of people that belong under it. */
export type Became = { readonly say: string; readonly words: readonly string[] }

/** Empty when nothing has become of it yet. A note set aside has only its reason, which stands with the note. */
export function becameOf({ board, words }: Handout, note: Note): Became[] {
  const path = pathOf(board, note.id)
  if (path === null || note.aside !== null) return []
  const { theme, same, answers, partOf, about, agreements, actions } = path
  const lines: Became[] = [
    {
      say: words.say("print.became-theme"),
      words: theme?.title.trim() ? [theme.title] : theme?.aboutUs ? [words.say("common.about-us")] : [],
    },
    { say: words.say("print.became-same"), words: texts(same) },
    { say: words.say("board.link-answered"), words: texts(answers) },
    { say: words.say("board.link-piece"), words: texts(partOf) },
    {
      say: words.say("board.link-about"),
      words: [...texts(about.options), ...(about.doingNothing ? [words.say("board.doing-nothing")] : [])],
    },
    { say: words.say("board.link-about-this"), words: note.kind === "option" ? texts(notesAbout(board, note.id)) : [] },
    { say: words.say("board.link-source"), words: texts(agreements) },
    {
      say: words.say("print.became-action"),
      words: actions.map(
        (action) => `${isolate(action.text, words)} (${whoAndWhen({ who: action.who, by: dayOf(action.by, words) }, words)})`,
      ),
    },
  ]
  return lines.filter((line) => line.words.length > 0)
}

const texts = (all: readonly { readonly text: string }[]): string[] => all.map(({ text }) => text)
