// The path of a note, as lines to read: what kind of step, and the words of people that stand there. Pure.
import type { Path } from "@evenboard/board/path"
import type { Words } from "@evenboard/words"
import { apart } from "../../apart.ts"

type PathLine = {
  readonly step: string
  readonly words: readonly string[]
  /** How many more there are than stand here. */ readonly more: number
}

/** Enough to see what it is; the page itself shows them all. */
const MOST = 5

export function pathLines(path: Path, became: Words, words: Words): PathLine[] {
  const about = [...texts(path.about.options), ...(path.about.doingNothing ? [words.say("board.doing-nothing")] : [])]
  const does = became.say("became.does")
  const steps: [string, string[]][] = [
    [became.say("became.theme"), path.theme?.title ? [path.theme.title] : []],
    [became.say("became.same"), texts(path.same)],
    [became.say("became.answers"), texts(path.answers)],
    [became.say("became.part-of"), texts(path.partOf)],
    [became.say("became.about"), about],
    [became.say("became.voices"), texts(path.voices)],
    [became.say("became.agreed"), texts(path.agreements)],
    [does, path.actions.map((action) => `${apart(action.text, words.dir)} (${whoAndWhen(action, words)})`)],
  ]
  return steps
    .filter(([, said]) => said.length > 0)
    .map(([step, said]) => ({
      step,
      words: said.slice(0, MOST).map((one) => (step === does ? one : apart(one, words.dir))),
      more: Math.max(0, said.length - MOST),
    }))
}

const texts = (all: readonly { readonly text: string }[]): string[] => all.map(({ text }) => text)

const whoAndWhen = ({ who, by }: Path["actions"][number], words: Words): string =>
  words.say("agree.action-line", {
    who: who || words.say("agree.action-nobody"),
    day: by ? words.day(Date.parse(by), "UTC") : words.say("agree.action-no-day"),
  })
