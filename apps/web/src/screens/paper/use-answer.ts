// Asking the server for something to show: on coming, whenever `when` changes, and on trying again. What was answered last stays
// until the next answer is here.
import { useCallback, useEffect, useState } from "react"
import { ask, type Answer } from "./ask.ts"

type UseAnswer = {
  path: string
  /** The organiser's key; without it the browser's cookie speaks. */ key?: string
  when?: string | number
}

export function useAnswer<T>({ path, key = "", when = "" }: UseAnswer): {
  answer: Answer<T> | null
  isLoading: boolean
  again: () => void
} {
  const [tries, setTries] = useState(0)
  const [heard, setHeard] = useState<{ turn: string; answer: Answer<T> } | null>(null)
  const turn = `${path} ${when} ${tries}`
  useEffect(() => {
    const stop = new AbortController()
    void ask<T>(path, { key, signal: stop.signal }).then((answer) => {
      if (!stop.signal.aborted) setHeard({ turn, answer })
    })
    return () => stop.abort()
  }, [path, key, turn])
  return { answer: heard?.answer ?? null, isLoading: heard?.turn !== turn, again: useCallback(() => setTries((count) => count + 1), []) }
}
