// The words of rounds. A workshop without a round never loads them.
import { lazyWords } from "../lazy-words.ts"

export const useRoundWords = lazyWords({
  en: () => import("virtual:words/en/round"),
  es: () => import("virtual:words/es/round"),
  pt: () => import("virtual:words/pt/round"),
  ar: () => import("virtual:words/ar/round"),
})
