// I have asked to host while the host is gone: says what is still missing. Everybody else sees the question above every page (shell).
import { useAsking, usePeople } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function AskedToHost() {
  const words = useWords()
  const { me } = usePeople()
  if (useAsking() !== me.id) return null
  return (
    <p className={styles.ask} role="status">
      {words.say("host.ask-mine")}
    </p>
  )
}
