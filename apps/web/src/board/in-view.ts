// Which notes of a large board stand in the window or near it: only those are mounted, the rest is a gap as tall as they are. The List
// shows every note whatever stands here. Owns heights and the visible part; pure but for `View`, which reads boxes when told to look.
import { createContext } from "react"

/** A board with fewer notes is mounted whole: nothing is won there, and a browser's own search finds every word. */
export const MANY = 150
/** Mounted beyond each edge of the window, px of the board at full size. */
const MARGIN = { block: 400, inline: 160 }
/** How far the window moves before anybody looks again; less than the margin, so that no gap comes into sight. */
const STEP = 160

export type Part = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Range = { readonly from: number; readonly to: number }

/** Below this size no letter can be read: a simple picture of each note stands there. */
const FAR = 0.3
/** More than these in one frame would be seen as a stumble. */
const NOTES_A_FRAME = 8

const NONE: Range = { from: 0, to: 0 }
const CARD_PX = 96
const LINE_PX = 25
const LETTERS_A_LINE = 26
/** Until a note has been mounted once. */
export const guessed = (words: string): number => CARD_PX + LINE_PX * Math.max(1, Math.ceil(words.length / LETTERS_A_LINE))

/** Notes between `top` and `bottom`, which count from the first note's top. */
export function rangeOf(heights: readonly number[], top: number, bottom: number): Range {
  let [y, from, to] = [0, -1, 0]
  for (const [index, height] of heights.entries()) {
    if (y + height > top && y < bottom) {
      if (from < 0) from = index
      to = index + 1
    }
    y += height
  }
  return from < 0 ? NONE : { from, to }
}

type Piece = { readonly gap: number; readonly at: number } | { readonly index: number }
/** The range and the pinned notes in order, with the gaps between them. */
export function piecesOf(heights: readonly number[], range: Range, pinned: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  let gap = 0
  const closeGap = (at: number): void => {
    if (gap > 0) pieces.push({ gap, at })
    gap = 0
  }
  for (const [index, height] of heights.entries()) {
    if ((index >= range.from && index < range.to) || pinned.has(index)) {
      closeGap(index)
      pieces.push({ index })
    } else gap += height
  }
  closeGap(heights.length)
  return pieces
}

/** An index among the mounted notes as an index among all; both without the dragged one. */
export function amongAll(index: number, mounted: readonly string[], all: readonly string[]): number {
  const at = mounted[index]
  if (at !== undefined) return all.indexOf(at)
  const last = mounted.at(-1)
  return last === undefined ? Math.min(index, all.length) : all.indexOf(last) + 1
}

const within = (now: Range, wanted: Range): Range => {
  const kept = { from: Math.max(now.from, wanted.from), to: Math.min(now.to, wanted.to) }
  return kept.from < kept.to ? kept : { from: wanted.from, to: wanted.from }
}
/** The next range on the way from `now` to `wanted`: what is no longer wanted goes at once, at most `most` notes come. */
export function towards(now: Range, wanted: Range, most: number): Range {
  const start = within(now, wanted)
  const to = Math.min(wanted.to, start.to + most)
  return { from: Math.max(wanted.from, start.from - (most - (to - start.to))), to }
}
const isSame = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to

/** From the first of either to the last of either. */
const both = (a: Range, b: Range): Range =>
  a.from === a.to ? b : b.from === b.to ? a : { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }

/** A list that mounts only a part of its notes. */
export class Windowed {
  shown: { readonly range: Range; readonly isFar: boolean } = { range: NONE, isFar: false }
  ids: readonly string[] = []
  heights: readonly number[] = []
  element: HTMLElement | null = null

  standsIn(element: HTMLElement | null): void {
    this.element = element
  }

  /** True when it holds others than before. */
  holds(ids: readonly string[], heights: readonly number[]): boolean {
    const isOther = this.ids !== ids
    this.ids = ids
    this.heights = heights
    return isOther
  }

  /** Reads how tall the mounted notes are: before anything of a frame has changed, when that costs no layout. */
  measure(heights: Map<string, number>): void {
    for (const note of this.element?.children ?? []) {
      const id = note.querySelector<HTMLElement>("[data-note]")?.dataset.note
      if (id && note instanceof HTMLElement) heights.set(id, note.offsetHeight)
    }
  }
}

/** What is seen of one board, and who wants to know. */
export class View {
  readonly heights = new Map<string, number>()
  /** The note that has the focus stays mounted. */
  focused: string | null = null
  readonly #listeners = new Set<() => void>()
  readonly #lists = new Set<Windowed>()
  #window: HTMLElement | null = null
  #surface: HTMLElement | null = null
  #part: Part = { left: 0, right: 0, top: 0, bottom: 0 }
  #frame = 0
  #isStale = false
  /** While the size changes notes only come: what goes, and what is drawn otherwise, waits for the rest. */
  #isTurning = false

  /** Answers how to stop. */
  start(window: HTMLElement, surface: HTMLElement): () => void {
    this.#window = window
    this.#surface = surface
    const stop = new AbortController()
    const moved = () => this.look({ isStale: false })
    const focus = (event: FocusEvent) => {
      this.focused = (event.target as Element).closest<HTMLElement>("[data-note]")?.dataset.note ?? null
    }
    window.addEventListener("scroll", moved, { passive: true, signal: stop.signal })
    window.addEventListener("focusin", focus, { signal: stop.signal })
    const observer = new ResizeObserver(moved)
    observer.observe(window)
    // The first notes stand there before the first picture.
    this.#isStale = true
    this.#lookNow()
    return () => {
      stop.abort()
      observer.disconnect()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
    }
  }

  /** Looks before the next picture. Not stale: the notes are those of before, so a window that hardly moved changes nothing. */
  look({ isStale = true, isTurning }: { isStale?: boolean; isTurning?: boolean } = {}): void {
    this.#isStale ||= isStale
    this.#isTurning = isTurning ?? this.#isTurning
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#lookNow()
    })
  }

  #lookNow(): void {
    const seen = this.#seen()
    if (!seen) return
    const { part, scale, board } = seen
    const isNear = (["left", "right", "top", "bottom"] as const).every((side) => Math.abs(part[side] - this.#part[side]) < STEP)
    const isWithin =
      part.left >= this.#part.left && part.right <= this.#part.right && part.top >= this.#part.top && part.bottom <= this.#part.bottom
    if ((isNear || (this.#isTurning && isWithin)) && !this.#isStale) return
    this.#part = part
    this.#isStale = false
    let most = NOTES_A_FRAME
    let isDifferent = false
    for (const list of this.#lists) {
      const box = list.element?.getBoundingClientRect()
      if (!box) continue
      if (!list.shown.isFar) list.measure(this.heights)
      const [left, right, top] = [box.left, box.right, box.top].map((side, at) => (side - (at === 2 ? board.top : board.left)) / scale)
      const isBeside = (right ?? 0) < part.left || (left ?? 0) > part.right
      const { range: before, isFar: was } = list.shown
      const seen = isBeside ? NONE : rangeOf(list.heights, part.top - (top ?? 0), part.bottom - (top ?? 0))
      const wanted = this.#isTurning ? both(before, seen) : seen
      const isFar = this.#isTurning && before.from < before.to ? was : scale < FAR
      if (isSame(wanted, before) && was === isFar) continue
      const range = towards(before, wanted, Math.max(0, most))
      const isRedrawn = was !== isFar && most > 0
      most -= isRedrawn ? range.to - range.from : newIn(range, before)
      list.shown = { range, isFar: isRedrawn ? isFar : was }
      if (!isSame(range, wanted) || list.shown.isFar !== isFar) this.look()
      isDifferent = true
    }
    if (isDifferent) for (const listener of this.#listeners) listener()
  }

  #seen(): { part: Part; scale: number; board: DOMRect } | null {
    const [window, surface] = [this.#window, this.#surface]
    if (!window || !surface || surface.offsetWidth === 0) return null
    const [box, board] = [window.getBoundingClientRect(), surface.getBoundingClientRect()]
    const scale = board.width / surface.offsetWidth
    const part: Part = {
      left: (box.left - board.left) / scale - MARGIN.inline,
      right: (box.right - board.left) / scale + MARGIN.inline,
      top: (box.top - board.top) / scale - MARGIN.block,
      bottom: (box.bottom - board.top) / scale + MARGIN.block,
    }
    return { part, scale, board }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  join(list: Windowed): () => void {
    this.#lists.add(list)
    return () => void this.#lists.delete(list)
  }

  /** Scrolls so that a note which is not mounted comes into sight, and will be. False: no list has it. */
  bring(id: string): boolean {
    const seen = this.#seen()
    const list = [...this.#lists].find(({ ids }) => ids.includes(id))
    const [box, window] = [list?.element?.getBoundingClientRect(), this.#window?.getBoundingClientRect()]
    if (!seen || !list || !box || !window) return false
    const offset = list.heights.slice(0, list.ids.indexOf(id)).reduce((sum, height) => sum + height, 0)
    const middle = { x: (window.left + window.right) / 2, y: (window.top + window.bottom) / 2 }
    this.#window?.scrollBy((box.left + box.right) / 2 - middle.x, box.top + offset * seen.scale - middle.y)
    this.#isStale = true
    this.#lookNow()
    return true
  }
}

const newIn = (range: Range, before: Range): number =>
  range.to - range.from - Math.max(0, Math.min(range.to, before.to) - Math.max(range.from, before.from))

/** Null: everything is mounted. */
export const ViewContext = createContext<View | null>(null)
