// What somebody said to me alone, newest first: to who hosted when it was said.
import { useNameOf } from "../../credit.ts"
import { usePrivate, usePrivateCall } from "../../safe/private-desk.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { Section } from "../paper/paper.tsx"
import { SaidWords } from "./said-words.tsx"

export function Heard() {
  const words = useWords()
  const nameOf = useNameOf()
  const call = usePrivateCall()
  const heard = usePrivate()?.heard ?? []
  if (heard.length === 0) return null
  return (
    <Section title={words.say("safe.heard-title")} hint={words.say("safe.heard-what")}>
      <ul>
        {heard.map(({ id, words: said, from, at, readAt }) => (
          <SaidWords
            key={id}
            said={said}
            line={`${from === null ? words.say("safe.heard-nameless") : words.say("safe.heard-from", { name: nameOf(from) })} ${words.time(at)}`}
          >
            {readAt === null ? (
              <Button onClick={() => void call(`concerns/${id}/read`, { method: "POST" })}>{words.say("safe.heard-read")}</Button>
            ) : null}
          </SaidWords>
        ))}
      </ul>
    </Section>
  )
}
