// "Bring it back as it was?": what will change, in numbers and words, before anything does. One step with one Undo. Counts anew from the
// board as it is when pressed, so that what others did meanwhile is not undone by an old answer.
import type { Board } from "@evenboard/board"
import { commandsToRestore, type Restorable, type Restoring } from "@evenboard/board/restore"
import { Button } from "../../ui/button.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { useBoard, useBoardNow } from "../../use-board.ts"
import { useRunAll } from "../../use-run.ts"
import { usePeople, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Row } from "../paper/paper.tsx"
import type { PageThen } from "./board-then.tsx"
import styles from "./play-back.module.css"

type RestoreSheetProps = {
  what: Restorable
  then: Board
  at: number
  page: PageThen
  onDone: () => void
  onClose: () => void
}

/** What is said of each number that is not 0. */
const TOLD = ["moved", "reworded", "broughtBack", "themes", "others", "stay"] as const satisfies readonly (keyof Restoring)[]

/** Goes with a pause, and with the end. */
export const RestoreSheet = (props: RestoreSheetProps) => (
  <WhileOpen>
    <Asking {...props} />
  </WhileOpen>
)

function Asking({ what, then, at, page, onDone, onClose }: RestoreSheetProps) {
  const words = useWords()
  const runAll = useRunAll()
  const boardNow = useBoardNow()
  const restoring = useBoard((now) => commandsToRestore(now, then, what))
  const title = useTitle(what, then, page)
  const when = { day: words.day(at), time: words.time(at) }
  const restore = () => {
    const { commands } = commandsToRestore(boardNow(), then, what)
    const say = words.say(commands.length === 0 ? "history.same-now" : "history.done", when)
    if (runAll(commands, { say })) onDone()
  }
  return (
    <Sheet title={title} onClose={onClose} stage={page}>
      <p>{words.say("history.ask-what", when)}</p>
      <ul className={styles.changes}>
        {TOLD.filter((one) => restoring[one] > 0).map((one) => (
          <li key={one}>{words.say(`history.count-${one}`, { count: restoring[one] })}</li>
        ))}
      </ul>
      <p>{words.say("history.kept")}</p>
      <Row>
        <Button kind="main" onClick={restore}>
          {words.say("history.do")}
        </Button>
        <Button onClick={onClose}>{words.say("history.leave")}</Button>
      </Row>
    </Sheet>
  )
}

function useTitle(what: Restorable, then: Board, page: PageThen): string {
  const words = useWords()
  const { facts } = usePeople()
  if ("theme" in what) return words.say("history.ask-theme", { theme: then.themes.get(what.theme)?.title || words.say("common.about-us") })
  if ("canvas" in what) return words.say("history.ask-page", { page: words.say(`common.stage-${page}`) })
  const number = facts.get(what.note)?.number
  return number === undefined ? words.say("history.ask-new-note") : words.say("history.ask-note", { number })
}
