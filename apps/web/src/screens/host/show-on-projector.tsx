// The way to the room screen: here, or on another computer by a link that only looks. Not said: any private link.
import { Link } from "wouter"
import { useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { ScreenLinkMaker } from "../paper/screen-link.tsx"
import styles from "./host-panel.module.css"

export function ShowOnProjector() {
  const words = useWords()
  const workshopId = useWorkshopId()
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("screen.title")}</h2>
      <p>{words.say("screen.what")}</p>
      <p className={styles.quiet}>{words.say("screen.keys")}</p>
      <div className={styles.row}>
        <Link className={styles.linkButton} href={`/w/${workshopId}/room`}>
          {words.say("screen.open")}
        </Link>
        <ScreenLinkMaker workshopId={workshopId} />
      </div>
    </section>
  )
}
