// What people write and choose in: a labelled field, a text area that grows with its words, and a choice in words.
import { useEffect, useId, type InputHTMLAttributes, type KeyboardEvent, type ReactNode, type Ref } from "react"
import { useWords } from "../words.tsx"
import styles from "./form.module.css"

/** Each text runs as it is written; an empty field as the page does, so that its caret and example stand where reading begins. */
export const dirOf = (value: string): "auto" | undefined => (value ? "auto" : undefined)

type Labelled = { label: string; hint?: string | undefined; /** What is wrong and what to do, in words. */ error?: string | null }

type FieldProps = Labelled &
  Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "onChange" | "value"> & {
    value: string
    onChange: (value: string) => void
    /** A sheet that opens around it begins here. */
    startsHere?: boolean
    ref?: Ref<HTMLInputElement>
  }
export function Field({ label, hint, error, value, onChange, startsHere = false, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      <input
        data-start={startsHere ? "" : undefined}
        id={id}
        dir={dirOf(value)}
        type="text"
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, hint, error)}
        {...rest}
      />
      {error ? (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  )
}

type TextAreaProps = Labelled & {
  value: string
  onChange: (value: string) => void
  /** In UTF-16 units; what is left is said when a fifth or less remains. */
  limit: number
  isLarge?: boolean
  /** Ctrl+Enter, or Command+Enter. */
  onSubmit?: () => void
  /** Enter alone submits too; Shift+Enter begins a line. */
  isQuick?: boolean
  /** Writing begins here: takes the focus when it appears. */
  startsHere?: boolean
  rows?: number
  ref?: Ref<HTMLTextAreaElement>
}
export function TextArea({
  label,
  hint,
  error,
  value,
  onChange,
  limit,
  isLarge = false,
  onSubmit,
  isQuick = false,
  startsHere = false,
  ...rest
}: TextAreaProps) {
  const id = useId()
  const words = useWords()
  const left = limit - value.length
  useEffect(() => {
    if (startsHere) document.getElementById(id)?.focus()
  }, [startsHere, id])
  const submits = (event: KeyboardEvent) => {
    const submitting = isQuick ? !event.shiftKey && !event.nativeEvent.isComposing : event.ctrlKey || event.metaKey
    if (event.key !== "Enter" || !submitting) return
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      {/* The hidden twin holds the same words, so the grid grows the field with them; no measuring, in any browser. */}
      <div className={isLarge ? `${styles.area} ${styles.large}` : styles.area}>
        <div className={styles.grow} aria-hidden="true" dir="auto">{`${value}\n`}</div>
        <textarea
          data-start={startsHere ? "" : undefined}
          id={id}
          dir={dirOf(value)}
          className={styles.text}
          maxLength={limit}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={submits}
          {...described(id, hint, error)}
          {...rest}
        />
      </div>
      {left <= limit / 5 ? <span className={styles.left}>{words.say("board.letters-left", { count: left })}</span> : null}
      {error ? (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </span>
      ) : null}
    </div>
  )
}

const described = (id: string, hint: string | undefined, error: string | null | undefined) => {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ")
  return { ...(ids ? { "aria-describedby": ids } : {}), ...(error ? { "aria-invalid": true } : {}) }
}

export type Choice<T extends string> = { value: T; label: ReactNode; hint?: string }
type ChoicesProps<T extends string> = {
  label: string
  options: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
  /** Side by side where they fit. */ isRow?: boolean
}
/** One of several, all in sight: native radios, so arrows move and forms need no script of ours. */
export function Choices<T extends string>({ label, options, value, onChange, isRow = false }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend className={styles.legend}>{label}</legend>
      <div className={isRow ? `${styles.choices} ${styles.row}` : styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span className={styles.choiceText}>
              <span dir="auto">{option.label}</span>
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckProps = { label: ReactNode; isOn: boolean; onChange: (isOn: boolean) => void; hint?: string }
/** One yes or no, as a full-width line. */
export function Check({ label, isOn, onChange, hint }: CheckProps) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles.choiceText}>
        <span dir="auto">{label}</span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </label>
  )
}
