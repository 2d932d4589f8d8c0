// The frame of a page that stands outside any workshop: the name of the app, a choice of language, and the page.
import type { ReactNode } from "react"
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES } from "@evenboard/words"
import { useSetLocale, useWords } from "../../words.tsx"
import styles from "./whole.module.css"

export function Whole({ children }: { children: ReactNode }) {
  const words = useWords()
  const setLocale = useSetLocale()
  return (
    <div>
      <header className={styles.header} data-no-print>
        <a className={styles.app} href="/">
          {words.say("common.app")}
        </a>
        <nav aria-label={words.say("home.language")}>
          <ul className={styles.languages}>
            {LOCALES.map((locale) => (
              <li key={locale}>
                <button
                  type="button"
                  className={styles.language}
                  lang={LOCALE_TAGS[locale]}
                  aria-pressed={locale === words.locale}
                  onClick={() => void setLocale(locale)}
                >
                  {LOCALE_NAMES[locale]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
