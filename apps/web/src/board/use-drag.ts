// Dragging by pointer: from the press to one drop. Owns thresholds, the picture that follows the pointer, scrolling at the edges and
// every way to cancel. What can be dropped where is the caller's; nothing is written before the drop, so others never see half a move.
//
//   press ─► (mouse: 4 px · finger: 350 ms still) ─► dragging ─► let go: drop · Esc, second finger, lost pointer: nothing
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import type { Point } from "./drop-target.ts"

/** Long enough to tell a press from the start of a scroll, short enough not to be given up. */
const HOLD_MS = 350
const MOUSE_SLOP_PX = 4
/** A finger that lies still wanders this far. */
const FINGER_SLOP_PX = 10
const EDGE_PX = 56
const EDGE_SPEED_PX = 14

export type Drag<Target> = { readonly id: string; readonly target: Target | null }
type Callbacks<Target> = {
  find: (point: Point, id: string) => Target | null
  same: (a: Target, b: Target) => boolean
  /** What letting go here would do, in words; they travel with the pointer. */
  name: (target: Target | null) => string
  drop: (id: string, target: Target) => void
  cancelled: () => void
}
type Press = { id: string; pointerId: number; pointerType: string; from: Point; at: Point; source: HTMLElement; timer: number | null }
type Flight = { press: Press; ghost: HTMLElement; label: HTMLElement; grip: Point; frame: number; stop: () => void }
type GhostClasses = { readonly ghost: string; readonly label: string }

/** Things inside `surface` marked `data-drag="{id}"` can be dragged. `classes` (stable) dress the copy that follows the pointer. */
export function useDrag<Target>(
  surface: RefObject<HTMLElement | null>,
  classes: GhostClasses,
  callbacks: Callbacks<Target>,
): Drag<Target> | null {
  const [drag, setDrag] = useState<Drag<Target> | null>(null)
  const latest = useRef(callbacks)
  useLayoutEffect(() => {
    latest.current = callbacks
  })
  const press = useRef<Press | null>(null)
  const flight = useRef<Flight | null>(null)
  const target = useRef<Target | null>(null)

  const aim = useCallback(() => {
    const flying = flight.current
    if (!flying) return
    const { at, id } = flying.press
    flying.ghost.style.transform = `translate(${at.x - flying.grip.x}px, ${at.y - flying.grip.y}px)`
    const found = latest.current.find(at, id)
    const same = found !== null && target.current !== null ? latest.current.same(found, target.current) : found === target.current
    if (same) return
    target.current = found
    flying.label.textContent = latest.current.name(found)
    setDrag({ id, target: found })
  }, [])

  const end = useCallback((how: "drop" | "cancel") => {
    const pressed = press.current
    if (pressed?.timer) clearTimeout(pressed.timer)
    press.current = null
    const flying = flight.current
    if (!flying) return
    flight.current = null
    flying.stop()
    const at = target.current
    target.current = null
    setDrag(null)
    if (how === "drop" && at !== null) latest.current.drop(flying.press.id, at)
    else latest.current.cancelled()
  }, [])

  const begin = useCallback(() => {
    const pressed = press.current
    const root = surface.current
    if (!pressed || !root || flight.current) return
    const { ghost, label, grip } = ghostOf(pressed, classes)
    label.textContent = latest.current.name(null)
    const follow = () => {
      if (!flight.current) return
      scrollAtEdge(root, pressed.at)
      aim()
      flight.current.frame = requestAnimationFrame(follow)
    }
    // The surface holds the pointer: the pressed note itself may be moved away by somebody else meanwhile.
    root.setPointerCapture(pressed.pointerId)
    const stop = () => {
      cancelAnimationFrame(flying.frame)
      ghost.remove()
      swallowClick()
    }
    const flying: Flight = { press: pressed, ghost, label, grip, frame: 0, stop }
    flight.current = flying
    setDrag({ id: pressed.id, target: null })
    flying.frame = requestAnimationFrame(follow)
  }, [aim, classes, surface])

  useEffect(() => {
    const root = surface.current
    if (!root) return undefined
    const down = (event: PointerEvent) => {
      if (press.current) return end("cancel")
      const source = (event.target as Element).closest<HTMLElement>("[data-drag]")
      const id = source?.dataset.drag
      if (!source || !id || event.button !== 0 || !event.isPrimary) return undefined
      const at = { x: event.clientX, y: event.clientY }
      const timer = event.pointerType === "touch" ? window.setTimeout(begin, HOLD_MS) : null
      press.current = { id, pointerId: event.pointerId, pointerType: event.pointerType, from: at, at, source, timer }
      return undefined
    }
    const move = (event: PointerEvent) => {
      const pressed = press.current
      if (!pressed || event.pointerId !== pressed.pointerId) return
      pressed.at = { x: event.clientX, y: event.clientY }
      if (flight.current) return
      const way = Math.hypot(pressed.at.x - pressed.from.x, pressed.at.y - pressed.from.y)
      if (pressed.timer === null) {
        if (way > MOUSE_SLOP_PX) begin()
      } else if (way > FINGER_SLOP_PX) end("cancel")
    }
    const up = (event: PointerEvent) => {
      if (event.pointerId !== press.current?.pointerId) return
      press.current.at = { x: event.clientX, y: event.clientY }
      aim()
      end("drop")
    }
    const cancel = (event: PointerEvent) => {
      if (event.pointerId === press.current?.pointerId) end("cancel")
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !flight.current) return
      event.preventDefault()
      event.stopPropagation()
      end("cancel")
    }
    // While dragging, a finger does not scroll; a held finger asks for no menu; and the browser's own drag of text or links stays away.
    const still = (event: Event) => {
      if (flight.current && event.cancelable) event.preventDefault()
    }
    const noMenu = (event: Event) => {
      if (press.current?.pointerType === "touch") event.preventDefault()
    }
    const noNative = (event: Event) => event.preventDefault()
    const away = () => end("cancel")
    root.addEventListener("pointerdown", down)
    root.addEventListener("touchmove", still, { passive: false })
    root.addEventListener("contextmenu", noMenu)
    root.addEventListener("dragstart", noNative)
    window.addEventListener("pointermove", move)
    window.addEventListener("pointerup", up)
    window.addEventListener("pointercancel", cancel)
    window.addEventListener("keydown", key, true)
    window.addEventListener("blur", away)
    return () => {
      end("cancel")
      root.removeEventListener("pointerdown", down)
      root.removeEventListener("touchmove", still)
      root.removeEventListener("contextmenu", noMenu)
      root.removeEventListener("dragstart", noNative)
      window.removeEventListener("pointermove", move)
      window.removeEventListener("pointerup", up)
      window.removeEventListener("pointercancel", cancel)
      window.removeEventListener("keydown", key, true)
      window.removeEventListener("blur", away)
    }
  }, [aim, begin, end, surface])

  return drag
}

/** A copy of what is dragged, as large as it looks now. Only a picture: no ids, nothing to reach by key or reader. */
function ghostOf({ source, from }: Press, classes: GhostClasses): Pick<Flight, "ghost" | "label" | "grip"> {
  const box = source.getBoundingClientRect()
  const ghost = document.createElement("div")
  ghost.className = classes.ghost
  ghost.setAttribute("aria-hidden", "true")
  ghost.inert = true
  const copy = source.cloneNode(true) as HTMLElement
  copy.removeAttribute("id")
  copy.removeAttribute("data-drag")
  const scale = source.offsetWidth > 0 ? box.width / source.offsetWidth : 1
  copy.style.inlineSize = `${source.offsetWidth}px`
  copy.style.transform = `scale(${scale})`
  copy.style.transformOrigin = "0 0"
  ghost.style.inlineSize = `${box.width}px`
  ghost.style.blockSize = `${box.height}px`
  const label = document.createElement("span")
  label.className = classes.label
  ghost.append(copy, label)
  document.body.append(ghost)
  return { ghost, label, grip: { x: from.x - box.left, y: from.y - box.top } }
}

/** The press that ended a drag is no click. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener("click", swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener("click", swallow, true), 0)
}

function scrollAtEdge(root: HTMLElement, at: Point): void {
  const box = root.getBoundingClientRect()
  const push = (from: number, to: number, here: number) =>
    here < from + EDGE_PX ? -EDGE_SPEED_PX : here > to - EDGE_PX ? EDGE_SPEED_PX : 0
  const x = push(Math.max(0, box.left), Math.min(window.innerWidth, box.right), at.x)
  const y = push(Math.max(0, box.top), Math.min(window.innerHeight, box.bottom), at.y)
  const before = root.scrollTop
  if (x || y) root.scrollBy(x, y)
  // What the surface cannot scroll, the page may.
  if (y && root.scrollTop === before) window.scrollBy(0, y)
}
