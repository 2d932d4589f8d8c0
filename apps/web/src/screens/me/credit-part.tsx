// How my notes name me, and whether my words may be quoted: each kept at once when chosen, for every page and file. Stands on Me, and on
// After, when people know what they said.
import { useState } from "react"
import { CREDITS, type Credit, type SeatDetails } from "@evenboard/api"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Check, Choices } from "../../ui/form.tsx"
import { usePeople, useSetMe, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Boxed, Hint, Section, Stack, Told } from "../paper/paper.tsx"
import { changeMe, creditsOf } from "./me-calls.ts"

export function CreditPart() {
  const words = useWords()
  const announce = useAnnounce()
  const workshopId = useWorkshopId()
  const setMe = useSetMe()
  const { me } = usePeople()
  // Shown as chosen at once, until the server has said how it is.
  const [chosen, setChosen] = useState<Pick<SeatDetails, "credit" | "quotable">>({})
  const [wrong, setWrong] = useState<string | null>(null)
  const choose = async (details: Pick<SeatDetails, "credit" | "quotable">) => {
    setChosen(details)
    const answer = await changeMe(workshopId, details)
    setChosen({})
    if (!answer.ok) return setWrong(answer.title ?? words.say("me.failed"))
    setMe(answer.value)
    setWrong(null)
    announce(words.say("mydata.choice-saved"))
  }
  const guest = words.say("common.guest", { number: me.guest })
  const said = creditsOf(me)
  const option = (value: Credit) => {
    const credit = value === "none" ? guest : said[value]
    if (credit === null && value !== me.credit) return []
    const label = words.say(`mydata.credit-${value}`, { credit: credit ?? guest })
    return [{ value, label, ...(value === "group" ? { hint: words.say("mydata.credit-group-what", { guest }) } : {}) }]
  }
  return (
    <Section title={words.say("mydata.credit-title")} hint={words.say("mydata.credit-what")}>
      <Stack>
        <Choices
          label={words.say("mydata.credit-label")}
          value={chosen.credit ?? me.credit}
          onChange={(credit) => void choose({ credit })}
          options={CREDITS.flatMap(option)}
        />
        {said.name === null ? <Hint>{words.say("mydata.credit-no-name")}</Hint> : null}
        <Boxed>
          <Check
            label={words.say("mydata.quote-label")}
            hint={words.say("mydata.quote-what")}
            isOn={chosen.quotable ?? me.quotable}
            onChange={(quotable) => void choose({ quotable })}
          />
        </Boxed>
        {wrong ? <Told isWrong>{wrong}</Told> : null}
      </Stack>
    </Section>
  )
}
