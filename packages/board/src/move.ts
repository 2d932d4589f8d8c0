// Moving a note, with the stack it is the face of, on its page or to another one. Runs inside one transaction of `run`.
import type { Act } from "./outcome.ts"
import { entryOf } from "./doc.ts"
import { done, no, nothingChanged } from "./outcome.ts"
import { oneOf } from "./read.ts"
import { isStanding, movingWith, stand, standAll, standingAt, standingOf, standingsAt } from "./standing.ts"
import { CANVASES } from "./types.ts"

export const moveNote: Act<"move"> = (doc, { id, spot }) => {
  const moving = movingWith(doc, [id])
  const [first] = moving
  if (first === undefined) return no("gone")
  // Before or after a note of its own stack: there it stands already.
  if (moving.some((one) => one.id !== id && (one.id === spot.before || one.id === spot.after))) return nothingChanged
  const ids = moving.map((one) => one.id)
  const places = standingsAt(doc, ids, first.canvas, spot)
  if (typeof places === "string") return no(places)
  const moved = standAll(
    doc,
    moving,
    places.map((place) => ({ ...place, stack: first.keeps })),
  )
  return moved.length === 0 ? nothingChanged : done({ type: "undo-move", notes: moved })
}

export const moveCanvas: Act<"move-canvas"> = (doc, { id, canvas, spot }) => {
  const note = entryOf(doc, "notes", id)
  if (note === null) return no("gone")
  if (oneOf(CANVASES, canvas) === null) return no("wrong-canvas")
  const was = standingOf(doc, note)
  const place = standingAt(doc, id, canvas, spot)
  if (typeof place === "string") return no(place)
  if (was.canvas === canvas && isStanding(was, place)) return nothingChanged
  note.set("canvas", canvas)
  stand(note, place)
  return done({ type: "undo-move", notes: [{ id, was, is: { ...place, canvas } }] })
}
