// The frame of a command's form inside a sheet: what it does, the fields, one main action, and back.
import { useEffect, useRef, type ReactNode } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "../note-sheet.module.css"

export type FormProps = {
  title: string
  hint?: string | undefined
  error?: string | null
  submit: string
  onSubmit: () => void
  onBack: () => void
  children: ReactNode
}

export function Form({ title, hint, error, submit, onSubmit, onBack, children }: FormProps) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  // The row that opened it may stand far down a sheet that was scrolled.
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to clean up.
    heading.current?.scrollIntoView({ block: "nearest" })
  }, [])
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <h3 className={styles.formTitle} ref={heading}>
        {title}
      </h3>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      <div className={styles.answers}>
        <Button type="submit" kind="main">
          {submit}
        </Button>
        <Button onClick={onBack}>{words.say("common.back")}</Button>
      </div>
    </form>
  )
}
