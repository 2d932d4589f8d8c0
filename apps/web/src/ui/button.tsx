// The one button. `main` is the page's one main action; `row` is a command as a full-width line in words; `quiet` looks like a link.
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react"
import styles from "./button.module.css"

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
  kind?: "main" | "plain" | "row" | "quiet"
  /** As wide as what holds it. */
  isWide?: boolean
  /** A key that does the same, shown beside a row and told to screen readers. */
  keyName?: string | null
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function Button({ kind = "plain", isWide = false, keyName = null, type = "button", children, ...rest }: ButtonProps) {
  const names = [styles.button, kind === "plain" ? "" : styles[kind], isWide ? styles.wide : ""].filter(Boolean).join(" ")
  return (
    // oxlint-disable-next-line react/button-has-type -- "button" unless a form asks for "submit"
    <button type={type} className={names} aria-keyshortcuts={keyName ?? undefined} {...rest}>
      {children}
      {keyName && kind === "row" ? (
        <kbd className={styles.key} aria-hidden="true">
          {keyName}
        </kbd>
      ) : null}
    </button>
  )
}
