// The size the board is shown at: one CSS transform on the surface, and a sizer around it so that native scrolling stays right.
// Owns measuring and scroll positions; the arithmetic is in zoom.ts.
import { type CSSProperties, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { create } from "zustand"
import { fit, keptUnder, type Size, wheeled } from "./zoom.ts"

/** Kept while the page is open, so that coming back from another page finds the board as it was left. */
const useKeptZoom = create<{ zoom: number; set: (zoom: number) => void }>()((set) => ({ zoom: 1, set: (zoom) => set({ zoom }) }))

export type Zoom = {
  readonly zoom: number
  readonly sizer: CSSProperties
  readonly surface: CSSProperties
  /** Around the middle of the window. */
  readonly setZoom: (zoom: number) => void
  readonly fitAll: () => void
}

const isRtl = (element: HTMLElement) => getComputedStyle(element).direction === "rtl"

export function useZoom(window: RefObject<HTMLElement | null>, surface: RefObject<HTMLElement | null>): Zoom {
  const { zoom, set } = useKeptZoom()
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  /** Where to scroll once the new size stands: distances from the start, in px. */
  const next = useRef<{ x: number; y: number } | null>(null)

  const zoomAround = useCallback(
    (to: number, at: { x: number; y: number }) => {
      const scroller = window.current
      const from = useKeptZoom.getState().zoom
      if (!scroller || to === from) return
      next.current = { x: keptUnder(Math.abs(scroller.scrollLeft), at.x, from, to), y: keptUnder(scroller.scrollTop, at.y, from, to) }
      set(to)
    },
    [set, window],
  )
  const setZoom = useCallback(
    (to: number) => zoomAround(to, { x: (window.current?.clientWidth ?? 0) / 2, y: (window.current?.clientHeight ?? 0) / 2 }),
    [window, zoomAround],
  )
  const fitAll = useCallback(() => {
    const [scroller, board] = [window.current, surface.current]
    if (!scroller || !board) return
    next.current = { x: 0, y: 0 }
    const to = fit({ width: board.offsetWidth, height: board.offsetHeight }, { width: scroller.clientWidth, height: scroller.clientHeight })
    if (to === useKeptZoom.getState().zoom) scroller.scrollTo({ left: 0, top: 0 })
    set(to)
  }, [set, surface, window])

  useLayoutEffect(() => {
    const scroller = window.current
    if (!scroller || !next.current) return
    scroller.scrollTo({ left: isRtl(scroller) ? -next.current.x : next.current.x, top: next.current.y })
    next.current = null
  })

  useLayoutEffect(() => {
    const board = surface.current
    if (!board) return undefined
    // offset sizes know nothing of the transform: this is the board at full size.
    const measure = () =>
      setSize((old) =>
        old.width === board.offsetWidth && old.height === board.offsetHeight
          ? old
          : { width: board.offsetWidth, height: board.offsetHeight },
      )
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(board)
    return () => observer.disconnect()
  }, [surface])

  useEffect(() => {
    const scroller = window.current
    if (!scroller) return undefined
    // Ctrl and the wheel, and a trackpad's pinch, which browsers tell as the same. The wheel alone pans, natively.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const box = scroller.getBoundingClientRect()
      const x = isRtl(scroller) ? box.right - event.clientX : event.clientX - box.left
      zoomAround(wheeled(useKeptZoom.getState().zoom, event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY), {
        x,
        y: event.clientY - box.top,
      })
    }
    scroller.addEventListener("wheel", wheel, { passive: false })
    return () => scroller.removeEventListener("wheel", wheel)
  }, [window, zoomAround])

  return {
    zoom,
    setZoom,
    fitAll,
    sizer: { inlineSize: `${size.width * zoom}px`, blockSize: `${size.height * zoom}px` },
    surface: zoom === 1 ? {} : { transform: `scale(${zoom})` },
  }
}
