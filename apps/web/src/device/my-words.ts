// The words of mine that neither the server nor this device keeps, so that a person can carry them off: the texts that my changes touch, whole.
import * as Y from "yjs"
import type { Pending } from "../connect/save-state.ts"

/** Each text once, in the order it was written. What has been deleted meanwhile is not told. */
export function myWords(doc: Y.Doc, pending: readonly Pick<Pending, "update">[]): string[] {
  const texts = new Set<Y.Text>()
  for (const { update } of pending)
    for (const struct of Y.decodeUpdate(update).structs) {
      // A skip, or a struct whose base is missing, stands for nothing in the doc.
      if (struct.id.clock >= Y.getState(doc.store, struct.id.client)) continue
      const item: unknown = Y.getItem(doc.store, struct.id)
      if (item instanceof Y.Item && item.parent instanceof Y.Text) texts.add(item.parent)
    }
  return [...texts].map(plainText).filter((text) => text.trim() !== "")
}

/** Without marks: bold is no word. */
const plainText = (text: Y.Text): string =>
  (text.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "")).join("")
