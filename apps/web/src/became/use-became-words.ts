// The words of the two pages that tell what became of notes: they come with the first of them.
import { lazyWords } from "../lazy-words.ts"

export const useBecameWords = lazyWords({
  en: () => import("virtual:words/en/became"),
  es: () => import("virtual:words/es/became"),
  pt: () => import("virtual:words/pt/became"),
  ar: () => import("virtual:words/ar/became"),
})
