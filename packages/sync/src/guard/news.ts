// What of a frame is new to a Doc. Owns that sorting alone; the Doc is only looked at.
import * as Y from "yjs"
import type { Struct } from "./scan.ts"

/** Client ids one frame may write under: one a page load, so a phone that was offline for days has a few. */
export const CLIENTS_LIMIT = 64

/** `news`: structs of each client id that reach beyond what is known; `repeated`: client ids of which something known stands there too, and how far that goes. */
export function newsIn(doc: Y.Doc, structs: readonly Struct[]): { news: Map<number, Struct[]>; repeated: Map<number, number> } {
  const news = new Map<number, Struct[]>()
  const repeated = new Map<number, number>()
  for (const struct of structs) {
    const known = Y.getState(doc.store, struct.client)
    if (struct.clock < known) repeated.set(struct.client, known)
    if (struct.clock + struct.length <= known) continue
    const list = news.get(struct.client)
    if (list) list.push(struct)
    else news.set(struct.client, [struct])
  }
  return { news, repeated }
}
