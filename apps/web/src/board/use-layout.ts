// How the wide board lies on the screen: its height, how many columns have room, and of a large board what is mounted. Knows no gesture.
import { useEffect, useLayoutEffect, useMemo, useState } from "react"
import { useUi } from "../ui-store.ts"
import { LANE_GAP_PX } from "./find-drop.ts"
import { View } from "./in-view.ts"

/** Of a large board only what stands in the window or near it is mounted. */
export function useView(
  window: React.RefObject<HTMLElement | null>,
  surface: React.RefObject<HTMLElement | null>,
  isLarge: boolean,
): View | null {
  const view = useMemo(() => (isLarge ? new View() : null), [isLarge])
  useLayoutEffect(
    () => (view && window.current && surface.current ? view.start(window.current, surface.current) : undefined),
    [view, window, surface],
  )
  return view
}

/** A note that was looked for may not be mounted: then the board goes there. */
export function useBringReveal(view: View | null): void {
  const id = useUi((ui) => ui.reveal)
  useEffect(() => {
    if (id) view?.bring(id)
  }, [id, view])
}

/** `--column` of needs-board.module.css. */
const COLUMN_REM = 17.5
/** How many columns the window has room for at full size. */
export function useRoom(window: React.RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(1)
  useLayoutEffect(() => {
    const element = window.current
    if (!element) return undefined
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setRoom(Math.max(1, Math.floor((element.clientWidth - LANE_GAP_PX) / (COLUMN_REM * rem + LANE_GAP_PX))))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [window])
  return room
}

/** The board reaches to the bottom of the screen, whatever stands above it. */
export function useFillsScreen(element: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect()
      if (box) element.current?.style.setProperty("--above", `${Math.max(0, box.top + globalThis.scrollY)}px`)
    }
    measure()
    // A notice above the board comes and goes: then the page grows, or the room left for `main` does.
    const observer = new ResizeObserver(measure)
    for (const around of [document.body, element.current?.closest("main")]) if (around) observer.observe(around)
    return () => observer.disconnect()
  }, [element])
}
