// What stands above a picture of the room screen: what it is of.
import { notesOn, themeOf } from "@evenboard/board"
import type { Stop } from "./pages.ts"
import { Both } from "./speech.tsx"
import type { Live } from "./use-live.ts"

export function Title({ stop, live: { board, session } }: { stop: Stop | undefined; live: Live }) {
  switch (stop?.kind) {
    case "theme": {
      const theme = stop.themeId === null ? null : board.themes.get(stop.themeId)
      const unnamed = theme?.aboutUs ? "common.about-us" : "common.not-grouped"
      return theme?.title ? <bdi>{theme.title}</bdi> : <Both isLine say={(words) => words.say(unnamed)} />
    }
    case "option":
      return <bdi>{board.notes.get(stop.id)?.text}</bdi>
    case "themes": {
      // Before there are needs, the words about ourselves stand there alone.
      const all = notesOn(board, "needs")
      const needs = all.filter((note) => !themeOf(board, note)?.aboutUs)
      const [name, count] =
        needs.length === 0 && all.length > 0 ? (["common.about-us", all.length] as const) : (["common.stage-needs", needs.length] as const)
      return (
        <Both
          isLine
          say={(words) => words.say("room.tile-count", { name: words.say(name), notes: words.say("common.notes", { count }) })}
        />
      )
    }
    case "options":
      return <Both isLine say={(words) => words.say("common.stage-options")} />
    case "plane":
      return <Both isLine say={(words) => words.say("common.stage-matrix")} />
    case "legend":
      return <Both isLine say={(words) => words.say("room.legend")} />
    case "together":
      return <Both isLine say={(words) => words.say("shell.go-together")} />
    case "agreed":
      return <Both isLine say={(words) => words.say("room.agreed")} />
    case "prompt": {
      const step = session.stages.findIndex(({ kind }) => kind === session.stage) + 1
      const count = session.stages.length
      return <Both isLine say={(words) => words.say("room.step", { step, count, stage: words.say(`common.stage-${session.stage}`) })} />
    }
    default:
      return <bdi>{session.title}</bdi>
  }
}
