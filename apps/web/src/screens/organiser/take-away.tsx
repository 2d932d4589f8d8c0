// Files for the organiser. A browser cannot send a key with a link, so each is fetched with the key and then saved.
import { useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { FORMATS, type Format } from "../hand-out/formats.ts"
import { askRaw } from "../paper/ask.ts"
import { Hint, Section, Told } from "../paper/paper.tsx"
import { fileNameOf, saveFile } from "./save-file.ts"
import styles from "./organiser.module.css"
import type { Organiser } from "./use-organiser.ts"

export function TakeAway({ organiser: { view, key } }: { organiser: Organiser }) {
  const words = useWords()
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const get = async (format: Format) => {
    setOutcome({ isWrong: false, say: words.say("organiser.getting") })
    const answer = await askRaw(`/api/workshops/${encodeURIComponent(view.workshopId)}/export/${format}`, { key })
    if (!answer.ok) return setOutcome({ isWrong: true, say: answer.title ?? words.say("organiser.no-server") })
    const name = fileNameOf(answer.value.headers.get("content-disposition")) ?? `evenboard.${format}`
    saveFile(name, await answer.value.blob())
    setOutcome({ isWrong: false, say: words.say("organiser.got", { name: name }) })
  }
  return (
    <Section title={words.say("organiser.take-away")}>
      <ul className={styles.formats}>
        {FORMATS.map((format) => (
          <li key={format} className={styles.format}>
            <div>
              <p id={`get-${format}`}>{words.say(`handout.${format}`)}</p>
              <p className={styles.what}>{words.say(`handout.${format}-what`)}</p>
            </div>
            <Button aria-describedby={`get-${format}`} onClick={() => void get(format)}>
              {words.say("organiser.get")}
              <span className="unseen"> {format.toUpperCase()}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Hint>{words.say("handout.names")}</Hint>
      {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
    </Section>
  )
}
