// The words of taking out a name: whoever hosts nothing never loads them.
import { lazyWords } from "../../lazy-words.ts"

export const useMentionWords = lazyWords({
  en: () => import("virtual:words/en/mention"),
  es: () => import("virtual:words/es/mention"),
  pt: () => import("virtual:words/pt/mention"),
  ar: () => import("virtual:words/ar/mention"),
})
