// What I look at in the list stays where it is (keep-place.ts, which comes after the first page).
import { useEffect, type RefObject } from "react"

export function useKeepPlace(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const begin = ({ keepPlace }: { keepPlace: (list: HTMLElement) => () => void }) => {
      if (!isGone && place.current) stop = keepPlace(place.current)
    }
    void import("./keep-place.ts").then(begin, () => {})
    return () => {
      isGone = true
      stop?.()
    }
  }, [place])
}
