// The session log in words, newest first: what hosts and the organiser did, for everyone to read; or only what they must be able to check.
import { logLines } from "@evenboard/log"
import { useMemo, useState } from "react"
import { apart } from "../../apart.ts"
import { useNameOf } from "../../credit.ts"
import { Choices } from "../../ui/form.tsx"
import { useEvents } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { byDay } from "../paper/days.ts"
import { Moments } from "../paper/moments.tsx"
import { Paper } from "../paper/paper.tsx"
import { auditedLines } from "./audit.ts"

const SHOWN = ["all", "audit"] as const

export default function LogScreen() {
  const words = useWords()
  const nameOf = useNameOf()
  const events = useEvents()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("all")
  const days = useMemo(() => {
    const quote = (text: string) => apart(text, words.dir)
    const lines = logLines(events, { words, nameOf: (seat) => quote(nameOf(seat)), quote })
    return byDay((shown === "all" ? lines : auditedLines(lines, events)).toReversed(), words)
  }, [events, words, nameOf, shown])
  return (
    <Paper title={words.say("log.title")} intro={words.say("log.intro")}>
      <Choices
        label={words.say("mydata.log-show")}
        value={shown}
        onChange={setShown}
        options={SHOWN.map((value) => ({ value, label: words.say(`mydata.log-${value}`) }))}
      />
      {days.length === 0 ? (
        <p>{words.say(shown === "all" ? "log.none" : "mydata.log-audit-none")}</p>
      ) : (
        <Moments days={days} keyOf={({ at, sentence }) => `${at} ${sentence}`}>
          {({ sentence }) => <p>{sentence}</p>}
        </Moments>
      )}
    </Paper>
  )
}
