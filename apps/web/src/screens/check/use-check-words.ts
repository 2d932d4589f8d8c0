// The words of checking the room: whoever does not set one up never loads them.
import { lazyWords } from "../../lazy-words.ts"

export const useCheckWords = lazyWords({
  en: () => import("virtual:words/en/check"),
  es: () => import("virtual:words/es/check"),
  pt: () => import("virtual:words/pt/check"),
  ar: () => import("virtual:words/ar/check"),
})
