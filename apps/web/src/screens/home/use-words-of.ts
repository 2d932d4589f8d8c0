// The words of another language than the page's, for what will be written into the workshop itself.
import { useEffect, useState } from "react"
import type { Locale, Words } from "@evenboard/words"
import { loadAllWords, useWords } from "../../words.tsx"

/** Until they have come, and if they do not, the page's own words. */
export function useWordsOf(locale: Locale): Words {
  const own = useWords()
  const [loaded, setLoaded] = useState<Words | null>(null)
  useEffect(() => {
    let isOver = false
    if (locale !== own.locale)
      loadAllWords(locale).then(
        (words) => isOver || setLoaded(words),
        () => {},
      )
    return () => {
      isOver = true
    }
  }, [locale, own.locale])
  return locale !== own.locale && loaded?.locale === locale ? loaded : own
}
