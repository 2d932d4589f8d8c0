// Check the room, for whoever hosts, at an address of the workshop. The same stands on the organiser's page, who may have no seat.
import { Link } from "wouter"
import { useIsHost, useSession, useWorkshopId } from "../../use-session.ts"
import { Paper } from "../paper/paper.tsx"
import CheckRoom from "./check-room.tsx"
import styles from "./check.module.css"
import { useCheckWords } from "./use-check-words.ts"

export default function CheckScreen() {
  const { say } = useCheckWords()
  const workshopId = useWorkshopId()
  const title = useSession((session) => session.title)
  const back = (
    <Link className={styles.back} href={`/w/${workshopId}/host`}>
      {say("check.back-host")}
    </Link>
  )
  if (useIsHost()) return <CheckRoom workshopId={workshopId} title={title} back={back} />
  return (
    <Paper title={say("check.title")} intro={say("check.not-host")}>
      <p>{back}</p>
    </Paper>
  )
}
