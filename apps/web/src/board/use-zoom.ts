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

/** `drawn` is told of each size while the wheel turns, and whenever it comes to rest at another. */
export function useZoom(
  window: RefObject<HTMLElement | null>,
  surface: RefObject<HTMLElement | null>,
  drawn: (isTurning: boolean) => void,
): Zoom {
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
    drawn(false)
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
    const [scroller, board] = [window.current, surface.current]
    return scroller && board ? wheelZooms(scroller, board, zoomAround, drawn) : undefined
  }, [window, surface, zoomAround, drawn])

  return {
    zoom,
    setZoom,
    fitAll,
    sizer: { inlineSize: `${size.width * zoom}px`, blockSize: `${size.height * zoom}px` },
    surface: zoom === 1 ? {} : { transform: `scale(${zoom})` },
  }
}

/** Where the pointer is, from the window's start. The gesture turns around where it began. */
const placeIn = ({ box, isRtl }: { box: DOMRect; isRtl: boolean }, event: WheelEvent) => ({
  x: isRtl ? box.right - event.clientX : event.clientX - box.left,
  y: event.clientY - box.top,
})

/** After the last turn of the wheel: then the size is real, and so are the scroll bars. */
const REST_MS = 140

/**
 * Ctrl and the wheel, and a trackpad's pinch, which browsers tell as the same; the wheel alone pans, natively. While it turns, one
 * transform is written in each frame, and React and the scroll positions hear of it at the end. Answers how to stop.
 */
function wheelZooms(
  scroller: HTMLElement,
  board: HTMLElement,
  settle: (to: number, at: { x: number; y: number }) => void,
  drawn: (isTurning: boolean) => void,
): () => void {
  let turning: {
    to: number
    at: { x: number; y: number }
    from: number
    scroll: { x: number; y: number }
    box: DOMRect
    isRtl: boolean
  } | null = null
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    frame = 0
    if (!turning) return
    const { to, at, from, scroll, isRtl } = turning
    const x = scroll.x - keptUnder(scroll.x, at.x, from, to)
    const y = scroll.y - keptUnder(scroll.y, at.y, from, to)
    board.style.transform = `translate(${isRtl ? -x : x}px, ${y}px) scale(${to})`
    drawn(true)
  }
  const end = () => {
    cancelAnimationFrame(frame)
    frame = 0
    if (!turning) return
    const { to, at, from } = turning
    turning = null
    // React writes the transform only when it has another than it wrote last.
    board.style.transform = from === 1 ? "" : `scale(${from})`
    board.style.willChange = ""
    settle(to, at)
    drawn(false)
  }
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    const from = useKeptZoom.getState().zoom
    // Read once: asking in each frame would cost a layout in each.
    if (!turning) {
      const scroll = { x: Math.abs(scroller.scrollLeft), y: scroller.scrollTop }
      turning = { to: from, at: scroll, from, scroll, box: scroller.getBoundingClientRect(), isRtl: isRtl(scroller) }
      turning.at = placeIn(turning, event)
      // A layer of its own only meanwhile: at rest its letters are to be sharp.
      board.style.willChange = "transform"
    }
    turning.to = wheeled(turning.to, event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY)
    frame ||= requestAnimationFrame(draw)
    clearTimeout(rest)
    rest = setTimeout(end, REST_MS)
  }
  scroller.addEventListener("wheel", wheel, { passive: false })
  return () => {
    clearTimeout(rest)
    end()
    scroller.removeEventListener("wheel", wheel)
  }
}
