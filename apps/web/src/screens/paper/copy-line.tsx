// A link one can copy. On plain http there is no clipboard: the text is selected and copied the old way, or copied by hand.
import { useId, useRef, useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { copied } from "./copied.ts"
import styles from "./copy-line.module.css"

export function CopyLine({ label, value }: { label: string; value: string }) {
  const words = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<"copied" | "copy-by-hand" | null>(null)
  const copy = async () => {
    field.current?.select()
    setTold((await copied(value)) ? "copied" : "copy-by-hand")
  }
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.both}>
        <input
          id={id}
          ref={field}
          className={styles.value}
          dir="ltr"
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>{words.say("door.copy")}</Button>
      </div>
      <p role="status" className={styles.told}>
        {told ? words.say(`door.${told}`) : ""}
      </p>
    </div>
  )
}
