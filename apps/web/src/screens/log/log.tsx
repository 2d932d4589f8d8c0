// The session log in words, newest first: what hosts and the organiser did, for everyone to read.
import { useMemo } from "react"
import { useNameOf } from "../../credit.ts"
import { useEvents } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { byDay } from "../paper/days.ts"
import { Moments } from "../paper/moments.tsx"
import { Paper } from "../paper/paper.tsx"
import { logLines } from "./log-lines.ts"

export default function LogScreen() {
  const words = useWords()
  const nameOf = useNameOf()
  const events = useEvents()
  const days = useMemo(() => byDay(logLines(events, { words, nameOf }).toReversed(), words), [events, words, nameOf])
  return (
    <Paper title={words.say("log.title")} intro={words.say("log.intro")}>
      {days.length === 0 ? (
        <p>{words.say("log.none")}</p>
      ) : (
        <Moments days={days} keyOf={({ at, sentence }) => `${at} ${sentence}`}>
          {({ sentence }) => <p>{sentence}</p>}
        </Moments>
      )}
    </Paper>
  )
}
