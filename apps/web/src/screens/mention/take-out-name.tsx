// Taking what was said of a person out of everything: the words, where they stand, what stays, and then for good. One part of the host's
// page and of the organiser's. Owns what is asked and shown; where words stand, and taking them out, is the server's.
import { useEffect, useRef, useState, type FormEvent } from "react"
import type { MentionPlace, MentionPlaces, MentionTakenOut } from "@evenboard/api"
import { newId } from "@evenboard/board"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Check, Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Hint, Row, Section, Stack, Told } from "../paper/paper.tsx"
import { excerptOf } from "./excerpt.ts"
import styles from "./mention.module.css"
import { useMentionWords } from "./use-mention-words.ts"

/** `path`: of this caller's mentions; `organiserKey`: where it is not a seat that asks. */
type Asker = { path: string; organiserKey?: string }

export default function TakeOutName({ path, organiserKey }: Asker) {
  const words = useMentionWords()
  const [isOpen, setOpen] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const close = (places: number | null) => {
    setDone(places)
    setOpen(false)
  }
  return (
    <Section title={words.say("mention.title")} hint={words.say("mention.what")}>
      {isOpen ? (
        <Asking path={path} {...(organiserKey === undefined ? {} : { organiserKey })} close={close} />
      ) : (
        <Stack>
          {done === null ? null : <Told>{words.say("mention.done", { count: done })}</Told>}
          <Row>
            <Button onClick={() => setOpen(true)}>{words.say("mention.open")}</Button>
          </Row>
        </Stack>
      )}
    </Section>
  )
}

type Found = MentionPlaces & { words: string }

function Asking({ path, organiserKey, close }: Asker & { close: (places: number | null) => void }) {
  const words = useMentionWords()
  const common = useWords()
  const announce = useAnnounce()
  const [text, setText] = useState("")
  const [found, setFound] = useState<Found | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // The button that was pressed is gone.
  useEffect(() => field.current?.focus(), [])
  const key = organiserKey === undefined ? {} : { key: organiserKey }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    setWrong(null)
    const answer = await ask<MentionPlaces>(`${path}/find`, { method: "POST", body: { words: text }, ...key })
    if (!answer.ok) return setWrong(answer.title ?? words.say("mention.failed"))
    const { places, mark, heard } = answer.value
    setFound({ words: text, places, mark, heard })
    announce(places.length === 0 ? words.say("mention.none") : words.say("mention.places", { count: places.length }))
  }
  const takeOut = async (except: readonly string[]): Promise<void> => {
    if (found === null) return
    const body = { id: newId(), words: found.words, except }
    const answer = await ask<MentionTakenOut>(path, { method: "POST", body, ...key })
    if (!answer.ok) return setWrong(answer.title ?? words.say("mention.failed"))
    announce(words.say("mention.done", { count: answer.value.places }))
    close(answer.value.places)
  }
  return (
    <Stack>
      <form onSubmit={(event) => void look(event)}>
        <Stack>
          <Field
            label={words.say("mention.label")}
            hint={words.say("mention.hint")}
            value={text}
            onChange={(value) => {
              setText(value)
              setFound(null)
            }}
            error={wrong}
            maxLength={120}
            autoComplete="off"
            required
            ref={field}
          />
          <Row>
            <Button type="submit" kind={found === null ? "main" : "plain"}>
              {words.say("mention.look")}
            </Button>
            <Button onClick={() => close(null)}>{common.say("common.cancel")}</Button>
          </Row>
        </Stack>
      </form>
      {found?.places.length === 0 ? <p>{words.say("mention.none")}</p> : null}
      {found !== null && found.places.length > 0 ? <Places key={found.words} found={found} takeOut={takeOut} /> : null}
      {found === null ? null : (
        <Hint>
          {found.heard > 0 ? `${words.say("mention.heard", { count: found.heard })} ` : ""}
          {words.say("mention.not-searched")}
        </Hint>
      )}
    </Stack>
  )
}

/** Everything is ticked: what stays is the exception, and is looked at. */
function Places({ found, takeOut }: { found: Found; takeOut: (except: readonly string[]) => Promise<void> }) {
  const words = useMentionWords()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const count = found.places.length - kept.size
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(kept)
    if (isOn) next.delete(id)
    else next.add(id)
    setKept(next)
  }
  const sure = async () => {
    setBusy(true)
    await takeOut([...kept])
    setBusy(false)
  }
  return (
    <fieldset className={styles.places}>
      <legend className={styles.legend}>{words.say("mention.places", { count: found.places.length })}</legend>
      <ul className={styles.list}>
        {found.places.map((place) => (
          <li key={place.id}>
            <Check
              label={<Where place={place} words={found.words} />}
              isOn={!kept.has(place.id)}
              onChange={(isOn) => toggle(place.id, isOn)}
              {...hintOf(place, words)}
            />
          </li>
        ))}
      </ul>
      <ul className={styles.told}>
        <li>{words.say("mention.instead", { mark: found.mark })}</li>
        <li>{words.say("mention.history")}</li>
        <li>{words.say("mention.told")}</li>
        <li>{words.say("mention.own")}</li>
      </ul>
      <Row>
        <Button kind="main" disabled={isBusy || count === 0} onClick={() => void sure()}>
          {count === 0 ? words.say("mention.nothing-chosen") : words.say("mention.sure", { count })}
        </Button>
      </Row>
    </fieldset>
  )
}

function hintOf(place: MentionPlace, words: ReturnType<typeof useMentionWords>): { hint?: string } {
  if (place.words === null) return { hint: words.say("mention.hidden") }
  return place.isBefore ? { hint: words.say("mention.before") } : {}
}

function Where({ place: { kind, number, words: said }, words: asked }: { place: MentionPlace; words: string }) {
  const words = useMentionWords()
  const { before, found, after } = excerptOf(said ?? "", asked)
  return (
    <>
      <span className={styles.where}>
        {kind === "note" ? words.say("mention.note", { number: number ?? 0 }) : words.say(`mention.${kind}`)}
      </span>
      {said === null ? null : (
        <span className={styles.said} dir="auto">
          {before}
          {found === "" ? null : <mark className={styles.found}>{found}</mark>}
          {after}
        </span>
      )}
    </>
  )
}
