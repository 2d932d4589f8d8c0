// What to take away: each format says what it is for. Plain links with the browser's own cookie, so a file comes even where scripts
// have stopped. Names in the files stand as each person chose; the server makes them.
import { openNotes } from "@evenboard/board/path"
import { useBoard } from "../../use-board.ts"
import { useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Paper, Section } from "../paper/paper.tsx"
import { countsOf } from "./counts.ts"
import { FORMATS } from "./formats.ts"
import styles from "./hand-out.module.css"

export default function HandOutScreen() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const isEnded = useSession((session) => session.ended)
  const agreedAt = useSession((session) => session.agreedAt)
  const open = useBoard((board) => openNotes(board).length)
  return (
    <Paper title={words.say("handout.title")} intro={words.say("handout.intro")}>
      <p className={styles.status}>
        {words.say(isEnded ? "handout.status-ended" : "handout.status-running")}
        {agreedAt !== null && open === 0 ? ` ${words.say("handout.status-agreed", { day: words.day(agreedAt) })}` : null}
      </p>
      <Holds />
      <Section title={words.say("handout.choose")}>
        <ul className={styles.formats}>
          {FORMATS.map((format) => (
            <li key={format}>
              <a
                className={styles.format}
                href={`/api/workshops/${workshopId}/export/${format}`}
                download
                aria-describedby={`for-${format}`}
              >
                {words.say(`handout.${format}`)}
              </a>
              <p id={`for-${format}`} className={styles.what}>
                {words.say(`handout.${format}-what`)}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a className={styles.format} href={`/w/${workshopId}/print/mine`}>
            {words.say("handout.mine")}
          </a>
        </p>
        <p className={styles.quiet}>{words.say("handout.names")}</p>
        <p className={styles.quiet}>{words.say("handout.hidden")}</p>
      </Section>
    </Paper>
  )
}

function Holds() {
  const words = useWords()
  const counts = useBoard(countsOf)
  const lines = [
    words.say("handout.needs", { count: counts.need }),
    words.say("handout.offers", { count: counts.offer }),
    words.say("handout.themes", { count: counts.themes }),
    words.say("handout.options", { count: counts.option }),
    words.say("handout.worries", { count: counts.risk }),
    words.say("handout.hopes", { count: counts.opportunity }),
    words.say("handout.agreements", { count: counts.agreements }),
    words.say("handout.actions", { count: counts.actions }),
    words.say("handout.aside", { count: counts.aside }),
  ]
  return (
    <Section title={words.say("handout.holds")}>
      <ul className={styles.counts}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}
