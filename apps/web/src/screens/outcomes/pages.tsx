// The two pages that tell what became of notes, in one chunk: whoever opens one goes on to the other.
import { useParams } from "wouter"
import { isLocale } from "@evenboard/words"
import { useBecameWords } from "../../became/use-became-words.ts"
import MineScreen from "../mine/mine.tsx"
import OutcomesScreen from "./outcomes.tsx"

export default function BecamePages() {
  return useParams<{ page?: string }>().page === "mine" ? <MineScreen /> : <OutcomesScreen />
}

export const bringWords = async (locale: string): Promise<unknown> => (isLocale(locale) ? useBecameWords.bring(locale) : null)
