// The page a note of each kind stands on when nobody chose another.
import type { AddNote } from "@evenboard/api"
import type { Canvas } from "@evenboard/board"

export const CANVAS_OF: Record<AddNote["kind"], Canvas> = {
  need: "needs",
  offer: "needs",
  option: "options",
  risk: "matrix",
  opportunity: "matrix",
}
