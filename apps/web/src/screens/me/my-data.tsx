// My data: to save everything of mine, and to have it deleted. Two plain links with the browser's own cookie; one question before
// anything goes; a receipt that says nothing of whom. Owns what is asked; the server does it, and this phone forgets with it.
import { useEffect, useRef, useState, type FormEvent } from "react"
import type { AccessAsked, Erased } from "@evenboard/api"
import { forgetHere } from "../../device/forget.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { usePeople, useSaveState, useSetMe, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { saveFile } from "../organiser/save-file.ts"
import { ask } from "../paper/ask.ts"
import { Row, Stack, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import { Part } from "./part.tsx"
import styles from "./me.module.css"

export function MyData() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const path = `/api/workshops/${workshopId}/me/data`
  return (
    <Part title={words.say("mydata.title")} hint={words.say("mydata.what")}>
      <ul className={styles.files}>
        <li>
          <a href={`${path}.html?lang=${words.locale}`} download>
            {words.say("mydata.to-read")}
          </a>
        </li>
        <li>
          <a href={path} download>
            {words.say("mydata.as-data")}
          </a>
        </li>
      </ul>
    </Part>
  )
}

export function Deleting({ done }: { done: (erased: Erased) => void }) {
  const words = useWords()
  return (
    <Part title={words.say("mydata.delete")} hint={words.say("mydata.delete-what")}>
      <Question done={done} />
    </Part>
  )
}

/** What was pressed is gone: the focus goes on to the first of these in what stands there now. */
function useFocusIn<E extends HTMLElement>(selector: string) {
  const ref = useRef<E>(null)
  useEffect(() => ref.current?.querySelector<HTMLElement>(selector)?.focus(), [selector])
  return ref
}

type Level = Erased["level"]

function Question({ done }: { done: (erased: Erased) => void }) {
  const words = useWords()
  const announce = useAnnounce()
  const workshopId = useWorkshopId()
  const setMe = useSetMe()
  const { me } = usePeople()
  const isSaved = useSaveState() === "saved"
  const [level, setLevel] = useState<Level>("name")
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const { answer: asked } = useAnswer<AccessAsked>({ path: `/api/workshops/${workshopId}/access` })
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    // What is still on its way would come back as new words.
    if (isBusy || !isSaved) return
    setBusy(true)
    const answer = await ask<Erased>(`/api/workshops/${workshopId}/me/erase`, { method: "POST", body: { words: level === "words" } })
    setBusy(false)
    if (!answer.ok) return setWrong(answer.title ?? words.say("me.failed"))
    await forgetHere(workshopId)
    setMe({ ...me, name: null, ownName: "", credit: "none", group: null, table: null })
    announce(words.say(`mydata.deleted-${answer.value.level}`))
    done(answer.value)
  }
  return (
    <form onSubmit={(event) => void erase(event)}>
      <Stack>
        <Choices
          label={words.say("mydata.question")}
          value={level}
          onChange={setLevel}
          options={[
            { value: "name", label: words.say("mydata.level-name") },
            { value: "words", label: words.say("mydata.level-words"), hint: words.say("mydata.level-words-what") },
          ]}
        />
        <ul className={styles.told}>
          <li>{words.say("mydata.other-phones")}</li>
          <li>{words.say("mydata.files")}</li>
          {asked?.ok && asked.value.contact ? <li>{words.say("mydata.elsewhere")}</li> : null}
          <li>
            <strong>{words.say("mydata.no-way-back")}</strong>
          </li>
        </ul>
        {isSaved ? null : <Told isWrong>{words.say("mydata.wait")}</Told>}
        <Row>
          <Button type="submit" disabled={isBusy || !isSaved}>
            {words.say("mydata.sure")}
          </Button>
        </Row>
        {wrong ? <Told isWrong>{wrong}</Told> : null}
      </Stack>
    </form>
  )
}

/** Nothing of the person is left in this page once it is loaded again. */
export function Receipt({ erased: { receipt, at, level } }: { erased: Erased }) {
  const words = useWords()
  const workshopId = useWorkshopId()
  const line = words.say("mydata.receipt", { receipt, day: words.day(at) })
  const said = words.say(`mydata.deleted-${level}`)
  const keep = () => saveFile(`${receipt}.txt`, new Blob([`${said}\n${line}\n`], { type: "text/plain;charset=utf-8" }))
  const box = useFocusIn<HTMLDivElement>("button")
  return (
    <div ref={box}>
      <Stack>
        <p className={styles.receipt}>{line}</p>
        <Row>
          <Button kind="main" onClick={() => location.assign(`/w/${workshopId}`)}>
            {words.say("mydata.go-on")}
          </Button>
          <Button onClick={keep}>{words.say("mydata.receipt-keep")}</Button>
        </Row>
      </Stack>
    </div>
  )
}
