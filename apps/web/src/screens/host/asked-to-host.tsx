// I have asked to host while the host is gone: says what is still missing. Everybody else sees the question above every page (shell).
import { usePeople, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function AskedToHost() {
  const words = useWords()
  const { here, me } = usePeople()
  const asking = useSession((session) => session.asking)
  const host = useSession((session) => session.host)
  // A host who came back answers the question by being here.
  if (asking?.seat !== me.id || (host !== null && here.has(host))) return null
  return (
    <p className={styles.ask} role="status">
      {words.say("host.ask-mine")}
    </p>
  )
}
