// A sheet over the page: the browser's own modal dialog. Whole screen on phones, centred on wide ones. Focus goes in and comes back.
import { useEffect, useId, useRef, type ReactNode } from "react"
import { useWords } from "../words.tsx"
import { LiveRegion } from "./announcer.tsx"
import styles from "./sheet.module.css"

export type SheetProps = {
  title: string
  onClose: () => void
  children: ReactNode
  isWide?: boolean
  /** The stage whose accent it wears. */
  stage?: string
}

/** Stands open for as long as it is rendered. Escape, the phone's back gesture and Close all call `onClose`. */
export function Sheet({ title, onClose, children, isWide = false, stage }: SheetProps) {
  const words = useWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const closing = useRef(onClose)
  useEffect(() => {
    closing.current = onClose
  }, [onClose])
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const before = document.activeElement
    if (!element.open) element.showModal()
    // Where writing begins, else the title, so that it is the first thing read.
    const start = element.querySelector<HTMLElement>("[data-start]") ?? element.querySelector("h2")
    start?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={isWide ? `${styles.sheet} ${styles.wide}` : styles.sheet}
      aria-labelledby={titleId}
      data-stage={stage}
      onCancel={(event) => {
        event.preventDefault()
        closing.current()
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={() => closing.current()}>
          {words.say("common.close")}
        </button>
      </div>
      <div className={styles.body}>{children}</div>
      <LiveRegion />
    </dialog>
  )
}
