// Who may write for me, though I have a phone: by my own yes, taken back in one tap. Known to the two of us. Owns what is chosen; who may
// say yes to whom is the server's.
import { useRef, useState } from "react"
import { useNameOf } from "../../credit.ts"
import { usePrivate, usePrivateCall } from "../../safe/private-desk.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useMayWrite, usePeople } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Hint, Row, Stack, Told } from "../paper/paper.tsx"
import { Part } from "./part.tsx"

export function Supporters() {
  const words = useWords()
  const nameOf = useNameOf()
  const announce = useAnnounce()
  const call = usePrivateCall()
  const mayWrite = useMayWrite()
  const supporters = usePrivate()?.supporters ?? []
  const [isChoosing, setChoosing] = useState(false)
  const [told, setTold] = useState<{ isWrong: boolean; say: string } | null>(null)
  const part = useRef<HTMLDivElement>(null)
  const change = async (seatId: string, method: "PUT" | "DELETE") => {
    const answer = await call(`supporters/${seatId}`, { method })
    if (!answer.ok) return setTold({ isWrong: true, say: answer.title ?? words.say("me.failed") })
    const say = words.say(method === "PUT" ? "me.support-said" : "me.support-taken", { name: nameOf(seatId) })
    setChoosing(false)
    setTold({ isWrong: false, say })
    announce(say)
    // What was pressed is gone.
    part.current?.focus()
  }
  return (
    <Part title={words.say("me.support-title")} hint={words.say("me.support-what")}>
      <div ref={part} tabIndex={-1}>
        <Stack>
          {supporters.map((id) => (
            <div key={id}>
              <p>{words.say("me.support-is", { name: nameOf(id) })}</p>
              <Row>
                <Button onClick={() => void change(id, "DELETE")}>{words.say("me.support-no-more", { name: nameOf(id) })}</Button>
              </Row>
            </div>
          ))}
          {!mayWrite ? null : isChoosing ? (
            <Choosing but={supporters} yes={(id) => void change(id, "PUT")} cancel={() => setChoosing(false)} />
          ) : (
            <Row>
              <Button onClick={() => setChoosing(true)}>{words.say("me.support-choose")}</Button>
            </Row>
          )}
          {told ? <Told isWrong={told.isWrong}>{told.say}</Told> : null}
        </Stack>
      </div>
    </Part>
  )
}

type ChoosingProps = { but: readonly string[]; yes: (seatId: string) => void; cancel: () => void }
function Choosing({ but, yes, cancel }: ChoosingProps) {
  const words = useWords()
  const nameOf = useNameOf()
  const { seats, here, me } = usePeople()
  const [chosen, setChosen] = useState<string | null>(null)
  const collator = new Intl.Collator(words.tag, { numeric: true, sensitivity: "base" })
  // Who is here stands first: whoever helps sits beside.
  const others = [...seats.values()]
    .filter(({ id, device }) => device && id !== me.id && !but.includes(id))
    .toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || collator.compare(nameOf(a.id), nameOf(b.id)))
  return (
    <Stack>
      {others.length === 0 ? (
        <Hint>{words.say("me.support-nobody")}</Hint>
      ) : (
        <Choices
          label={words.say("me.support-who")}
          value={chosen}
          onChange={setChosen}
          options={others.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        />
      )}
      <Row>
        {chosen ? <Button onClick={() => yes(chosen)}>{words.say("me.support-yes", { name: nameOf(chosen) })}</Button> : null}
        <Button onClick={cancel}>{words.say("common.cancel")}</Button>
      </Row>
    </Stack>
  )
}
