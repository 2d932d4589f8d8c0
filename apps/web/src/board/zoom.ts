// The arithmetic of size: steps, fitting, and keeping the spot under the pointer where it is. Pure.

/** 1 is full size. Below a quarter nothing can be read; above double a column no longer fits a laptop. */
export const SMALLEST = 0.25
export const LARGEST = 2
const STEP = 0.25

const withinReason = (zoom: number): number => Math.min(LARGEST, Math.max(SMALLEST, zoom))
/** The next full step of 25 %, also from an odd size. */
export const larger = (zoom: number): number => withinReason((Math.floor(zoom / STEP + 0.001) + 1) * STEP)
export const smaller = (zoom: number): number => withinReason((Math.ceil(zoom / STEP - 0.001) - 1) * STEP)

export type Size = { readonly width: number; readonly height: number }
/** All of the board in the window, never above full size. */
export const fit = (board: Size, window: Size): number =>
  board.width > 0 && board.height > 0 ? withinReason(Math.min(1, window.width / board.width, window.height / board.height)) : 1

/** One notch of the wheel; a trackpad's pinch sends many small ones. `deltaY` in pixels. */
export const wheeled = (zoom: number, deltaY: number): number => withinReason(zoom * Math.exp(-deltaY * 0.0025))

/** New scroll distance from the start so that what lies `at` px from the window's start stays there. */
export const keptUnder = (scrolled: number, at: number, from: number, to: number): number => Math.max(0, ((scrolled + at) / from) * to - at)
