import type { Canvas } from "@evenboard/board"
export function NoteList({ canvas }: { canvas: Canvas }) {
  return <p>{canvas}</p>
}
