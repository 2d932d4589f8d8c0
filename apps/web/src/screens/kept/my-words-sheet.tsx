// My words that nothing keeps, to be copied: by the clipboard where there is one, the old way on plain http, or by hand.
import { useEffect, useId, useRef, useState } from "react"
import { myWords } from "../../device/my-words.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"
import { copied } from "../paper/copied.ts"
import styles from "./kept.module.css"

export default function MyWordsSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const announce = useAnnounce()
  const workshop = useWorkshop()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  // As they were when the sheet opened: nothing moves under a finger that selects.
  const [text] = useState(() => myWords(workshop.doc, workshop.pending()).join("\n\n"))
  const [told, setTold] = useState("")
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    field.current?.select()
    const say = words.say((await copied(text)) ? "device.copied" : "device.copy-by-hand")
    setTold(say)
    announce(say)
  }
  return (
    <Sheet title={words.say("device.copy-words")} onClose={onClose}>
      <label htmlFor={id} className={styles.label}>
        {words.say("device.my-words")}
      </label>
      <textarea id={id} ref={field} className={styles.words} dir="auto" readOnly value={text} rows={8} data-start />
      <Button kind="main" onClick={() => void copy()}>
        {words.say("device.copy-words")}
      </Button>
      <p>{told}</p>
    </Sheet>
  )
}
