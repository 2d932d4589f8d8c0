// What to know when not everything is well with my words or with the board on the screen: words that are only here, how many changes
// wait, since when there is no connection, and from when the copy on the screen is. Told aloud when it begins, and not at each change.
// Comes beside the first page that stands, and starts what the device does for it.
import { lazy, useEffect, useState } from "react"
import { startDevice } from "../../device/device.ts"
import { useBoard } from "../../use-board.ts"
import { useLine, useSaveState } from "../../use-session.ts"
import { useValue } from "../../use-value.ts"
import { Button } from "../../ui/button.tsx"
import { Lazily } from "../shell/lazily.tsx"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"
import styles from "../shell/page.module.css"

const loadMyWords = () => import("./my-words-sheet.tsx")
const MyWordsSheet = lazy(loadMyWords)
/** A line that is back by then was never away. */
const QUIET_MS = 3000

export default function KeptNotice() {
  const state = useSaveState()
  const count = useWaiting()
  const workshop = useWorkshop()
  useEffect(() => startDevice(workshop), [workshop])
  const why = useWhy(count)
  const isGrave = state === "not-kept"
  const areWaiting = count > 0 && (isGrave || state === "kept")
  return (
    <div className={why.length > 0 || areWaiting ? styles.notice : undefined} data-grave={isGrave ? "" : undefined}>
      <div role="status">{why.length > 0 ? <p>{why.join(" ")}</p> : null}</div>
      {areWaiting ? <Waiting count={count} isGrave={isGrave} /> : null}
    </div>
  )
}

/** How many changes of mine wait for the server. Each of them changes the board, so looking at it is enough. */
function useWaiting(): number {
  useBoard((board) => board)
  return useWorkshop().pending().length
}

/** The sentences, the gravest first. */
function useWhy(waiting: number): string[] {
  const words = useWords()
  const workshop = useWorkshop()
  const state = useSaveState()
  const copyFrom = useValue(workshop.copyFrom)
  const offlineSince = useOfflineSince()
  const why: string[] = []
  if (state === "not-kept") why.push(words.say("device.not-kept-what"))
  if (state === "kept" && waiting > 0) why.push(words.say("device.kept-what"))
  if (copyFrom !== null) why.push(words.say("device.copy-since", { day: words.day(copyFrom), time: words.time(copyFrom) }))
  else if (offlineSince !== null)
    why.push(words.say(waiting > 0 ? "device.since" : "device.offline-since", { time: words.time(offlineSince) }))
  return why
}

/** When the line went, once it has been away for a while; null while it stands, and before it ever did. */
function useOfflineSince(): number | null {
  const { at } = useLine()
  const isOpen = at === "open" || at === "closed"
  const [wasOpen, setWasOpen] = useState(isOpen)
  const [since, setSince] = useState<number | null>(null)
  if (isOpen && !wasOpen) setWasOpen(true)
  if (isOpen && since !== null) setSince(null)
  useEffect(() => {
    if (isOpen || !wasOpen) return undefined
    const lost = Date.now()
    const timer = setTimeout(() => setSince(lost), QUIET_MS)
    return () => clearTimeout(timer)
  }, [isOpen, wasOpen])
  return since
}

/** How many changes wait; and where nothing keeps them, a way to carry the words off. Not told aloud: it would be at each change. */
function Waiting({ count, isGrave }: { count: number; isGrave: boolean }) {
  const words = useWords()
  const [isCopying, setCopying] = useState(false)
  // The words must be had when there is no network to fetch this with.
  useEffect(() => void loadMyWords().catch(() => {}), [])
  return (
    <>
      <p role="status" aria-live="off">
        {words.say("device.waiting", { count })}
      </p>
      {isGrave ? <Button onClick={() => setCopying(true)}>{words.say("device.copy-words")}</Button> : null}
      {isCopying ? (
        <Lazily onClose={() => setCopying(false)}>
          <MyWordsSheet onClose={() => setCopying(false)} />
        </Lazily>
      ) : null}
    </>
  )
}
