// Where a note would drop on the wide board, read from what stands on the screen. What of it is a place, drop-target.ts decides.
import { type Columns, inOrder } from "./columns.ts"
import { type Drop, dropIn, laneAt, type Point } from "./drop-target.ts"
import { amongAll } from "./in-view.ts"

export const LANE_GAP_PX = 16

/** Boxes are read at the moment they are asked for: others may have moved things meanwhile. Notes only of the column under the pointer. */
export function findDrop(window: HTMLElement | null, point: Point, id: string, columns: Columns): Drop | null {
  const box = window?.getBoundingClientRect()
  if (!window || !box || point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) return null
  const lanes = [...window.querySelectorAll<HTMLElement>("[data-lane]")].map((element) => ({
    element,
    key: element.dataset.lane ?? "",
    box: element.getBoundingClientRect(),
  }))
  const lane = laneAt(point, lanes, LANE_GAP_PX)
  if (!lane) return null
  const notes = notesIn(lane.element)
  const drop = dropIn(point, { ...lane, notes }, id)
  // Of a large board only a part is mounted.
  const all = inOrder(columns).find(({ key }) => key === drop.key)?.ids ?? []
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return { ...drop, index: amongAll(drop.index, others(notes.map((note) => note.id)), others(all)) }
}

/** The mounted notes of a column, with their boxes. */
export const notesIn = (lane: Element) =>
  [...lane.querySelectorAll<HTMLElement>("[data-note]")].map((note) => ({
    id: note.dataset.note ?? "",
    box: note.getBoundingClientRect(),
  }))
