// Whether this screen is wide enough for the Board view (900 px and more).
import { useSyncExternalStore } from "react"

const wide = matchMedia("(min-width: 900px)")
const subscribe = (listener: () => void) => {
  wide.addEventListener("change", listener)
  return () => wide.removeEventListener("change", listener)
}
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
