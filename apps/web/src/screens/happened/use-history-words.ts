// The words of playing the board back: they come with it.
import { lazyWords } from "../../lazy-words.ts"

export const useHistoryWords = lazyWords({
  en: () => import("virtual:words/en/history"),
  es: () => import("virtual:words/es/history"),
  pt: () => import("virtual:words/pt/history"),
  ar: () => import("virtual:words/ar/history"),
})
