// The words of a first note and of how we want to work together: they come with those parts of Arrive.
import { lazyWords } from "../../lazy-words.ts"

export const useTogetherWords = lazyWords({
  en: () => import("virtual:words/en/together"),
  es: () => import("virtual:words/es/together"),
  pt: () => import("virtual:words/pt/together"),
  ar: () => import("virtual:words/ar/together"),
})
