// Somebody asks to host while the host is gone: everyone sees it, and one more person's yes is enough. Shows nothing otherwise, so it
// may stand on any page.
import { useNameOf } from "../../credit.ts"
import { useIntent, usePeople, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { apart } from "../paper/apart.ts"
import styles from "./host-panel.module.css"

export function HostAsk() {
  const words = useWords()
  const nameOf = useNameOf()
  const intent = useIntent()
  const { here, me } = usePeople()
  const asking = useSession((session) => session.asking)
  const host = useSession((session) => session.host)
  // A host who came back answers the question by being here.
  if (!asking || (host !== null && here.has(host))) return null
  if (asking.seat === me.id)
    return (
      <p className={styles.ask} role="status">
        {words.say("host.ask-mine")}
      </p>
    )
  return (
    <div className={styles.ask} role="status">
      <p>{words.say("host.ask", { name: apart(nameOf(asking.seat), words.dir) })}</p>
      <Button kind="main" onClick={() => void intent({ type: "confirm-host", seatId: asking.seat })}>
        {words.say("host.ask-yes")}
      </Button>
    </div>
  )
}
