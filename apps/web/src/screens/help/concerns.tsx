// Something is wrong: my words, and who alone hears them. Below, what I said before: whether it was read, and the way to take it back.
import { useState } from "react"
import { newId } from "@evenboard/board"
import { LIMITS, type OwnConcern } from "@evenboard/api"
import { useNameOf } from "../../credit.ts"
import { usePrivateCall, usePrivateNow } from "../../safe/private-desk.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Check, Choices, TextArea } from "../../ui/form.tsx"
import { usePeople, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Boxed, Row, Section, Told } from "../paper/paper.tsx"
import { SaidWords } from "./said-words.tsx"
import styles from "./help.module.css"

export function Concerns() {
  const mine = usePrivateNow()?.mine ?? []
  return (
    <>
      <SayConcern />
      {mine.length > 0 ? <Mine concerns={mine} /> : null}
    </>
  )
}

type Hearer = "host" | "organiser"

function SayConcern() {
  const words = useWords()
  const nameOf = useNameOf()
  const announce = useAnnounce()
  const call = usePrivateCall()
  const { me } = usePeople()
  const host = useSession((session) => session.host)
  const hasHost = host !== null && host !== me.id
  const [said, setSaid] = useState("")
  const [chosen, setChosen] = useState<Hearer | null>(null)
  const [isNamed, setNamed] = useState(false)
  /** One id for each thing said, so that sending it twice says it once. */
  const [id, setId] = useState(() => newId())
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const hears: Hearer | null = hasHost ? chosen : "organiser"
  const send = async () => {
    if (!said.trim()) return setOutcome({ isWrong: true, say: words.say("safe.wrong-empty") })
    if (hears === null) return setOutcome({ isWrong: true, say: words.say("safe.wrong-who") })
    const answer = await call("concerns", { method: "POST", body: { id, words: said, hears, isNamed } })
    if (!answer.ok) return setOutcome({ isWrong: true, say: answer.title ?? words.say("safe.failed") })
    setSaid("")
    setId(newId())
    setOutcome({ isWrong: false, say: words.say("safe.wrong-sent") })
    announce(words.say("safe.wrong-sent"))
  }
  const organiser = { value: "organiser" as const, label: words.say("safe.wrong-organiser"), hint: words.say("safe.wrong-organiser-what") }
  return (
    <Section title={words.say("safe.wrong-title")} hint={words.say("safe.wrong-what")}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextArea
          label={words.say("safe.wrong-words")}
          value={said}
          onChange={(next) => {
            setSaid(next)
            setOutcome(null)
          }}
          limit={LIMITS.concern}
        />
        <Choices<Hearer>
          label={words.say("safe.wrong-who")}
          value={hears}
          onChange={setChosen}
          options={hasHost ? [{ value: "host", label: words.say("safe.wrong-host", { name: nameOf(host) }) }, organiser] : [organiser]}
        />
        <Boxed>
          <Check label={words.say("safe.wrong-named")} hint={words.say("safe.wrong-named-what")} isOn={isNamed} onChange={setNamed} />
        </Boxed>
        <Row>
          <Button type="submit" kind="main">
            {words.say("safe.wrong-send")}
          </Button>
        </Row>
        {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
      </form>
    </Section>
  )
}

function Mine({ concerns }: { concerns: readonly OwnConcern[] }) {
  const words = useWords()
  const nameOf = useNameOf()
  const announce = useAnnounce()
  const call = usePrivateCall()
  const takeBack = async (id: string) => {
    const answer = await call(`concerns/${id}`, { method: "DELETE" })
    announce(answer.ok ? words.say("safe.taken-back") : (answer.title ?? words.say("safe.failed")))
  }
  return (
    <Section title={words.say("safe.mine-title")}>
      <ul>
        {concerns.map(({ id, words: said, hearer, readAt }) => {
          const to = hearer === null ? words.say("safe.to-organiser") : words.say("safe.to-host", { name: nameOf(hearer) })
          return (
            <SaidWords key={id} said={said} line={`${to} · ${words.say(readAt === null ? "safe.not-read" : "safe.read")}`}>
              <Button onClick={() => void takeBack(id)}>{words.say("safe.take-back")}</Button>
            </SaidWords>
          )
        })}
      </ul>
    </Section>
  )
}
