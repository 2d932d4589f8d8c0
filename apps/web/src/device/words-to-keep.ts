// Words that come only with the pages that say them: on a device that opens pages without internet they are fetched ahead, or a page that
// was never opened would stand there without any. Knows which there are; not where they are kept.
import { isLocale } from "@evenboard/words"
import { useBecameWords } from "../became/use-became-words.ts"
import { bringBesideWords } from "../beside-words.tsx"
import { useTogetherWords } from "../screens/arrive/use-together-words.ts"

/** Never fails: what did not come is asked for by its page. */
export async function bringWordsToKeep(locale: string): Promise<void> {
  if (isLocale(locale)) await Promise.allSettled([bringBesideWords(locale), useBecameWords.bring(locale), useTogetherWords.bring(locale)])
}
