// A page of plain paper: a heading, a sentence, sections under it. What every quiet screen stands on. Owns no words.
import type { ReactNode } from "react"
import styles from "./paper.module.css"

type PaperProps = {
  title: string
  intro?: ReactNode
  children: ReactNode
  /** Wider than a page of text: two columns of choices, a poster. */ isWide?: boolean
  /** Paper shows only what stands under the heading. */ isHeadPrinted?: boolean
}

export function Paper({ title, intro, children, isWide = false, isHeadPrinted = true }: PaperProps) {
  return (
    <article className={isWide ? `${styles.paper} ${styles.wide}` : styles.paper}>
      <div className={styles.head} data-no-print={isHeadPrinted ? undefined : ""}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
      </div>
      {children}
    </article>
  )
}

type SectionProps = {
  title: string
  hint?: ReactNode
  children: ReactNode
  /** Marked as something that cannot be taken back. */ isGrave?: boolean
}
export function Section({ title, hint, children, isGrave = false }: SectionProps) {
  return (
    <section className={isGrave ? `${styles.section} ${styles.grave}` : styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </section>
  )
}

/** Something that was said no to, or that worked: read aloud at once. */
export function Told({ children, isWrong = false }: { children: ReactNode; isWrong?: boolean }) {
  return (
    <p className={isWrong ? `${styles.told} ${styles.wrong}` : styles.told} role={isWrong ? "alert" : "status"}>
      {children}
    </p>
  )
}

/** Things of one form under each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>
}

/** One yes or no that stands by itself, in the same box as a list of choices. */
export function Boxed({ children }: { children: ReactNode }) {
  return <div className={styles.boxed}>{children}</div>
}

export function Hint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>
}

/** Buttons side by side where they fit. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** Where one can go from here, each in an `li`. */
export function Ways({ children }: { children: ReactNode }) {
  return <ul className={styles.ways}>{children}</ul>
}

/** A link that looks like the button it is pressed as. */
export function LinkButton({
  href,
  isMain = false,
  download,
  children,
}: {
  href: string
  isMain?: boolean
  download?: boolean
  children: ReactNode
}) {
  return (
    <a className={isMain ? `${styles.link} ${styles.main}` : styles.link} href={href} download={download}>
      {children}
    </a>
  )
}
