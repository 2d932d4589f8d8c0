// Not being shown among those who are here: a choice, changeable at any time.
import { useState } from "react"
import { usePrivate, usePrivateCall } from "../../safe/private-desk.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Check } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { Boxed, Told } from "../paper/paper.tsx"
import { Part } from "./part.tsx"

export function Quiet() {
  const words = useWords()
  const announce = useAnnounce()
  const call = usePrivateCall()
  const isQuiet = usePrivate()?.quiet ?? false
  /** What was pressed shows at once: the answer is still on its way. */
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const choose = async (quiet: boolean) => {
    setChosen(quiet)
    const answer = await call("me/quiet", { method: "PUT", body: { quiet } })
    setChosen(null)
    setWrong(answer.ok ? null : (answer.title ?? words.say("me.failed")))
    if (answer.ok) announce(words.say(quiet ? "safe.quiet-on" : "safe.quiet-off"))
  }
  return (
    <Part title={words.say("safe.quiet-title")}>
      <Boxed>
        <Check
          label={words.say("safe.quiet-label")}
          hint={words.say("safe.quiet-what")}
          isOn={chosen ?? isQuiet}
          onChange={(quiet) => void choose(quiet)}
        />
      </Boxed>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Part>
  )
}
