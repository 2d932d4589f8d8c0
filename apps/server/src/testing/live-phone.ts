// A phone of a test that needs no socket: a real Doc over a visit, which has the whole board and whose changes are durable once it has left.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { readSyncMessage, writeUpdate } from "y-protocols/sync"
import { expect } from "vitest"
import * as Y from "yjs"
import type { CloseReason } from "@evenboard/sync"
import type { Live } from "../deps.ts"

type LivePhone = {
  doc: Y.Doc
  /** Why the server ended its line; null while it stands. */
  readonly endedBy: CloseReason | null
  /** Resolves once all it sent is acked. */
  leave(): Promise<void>
}

export async function livePhone(live: Pick<Live, "visit">, workshopId: string, seat: string): Promise<LivePhone> {
  const doc = new Y.Doc()
  let [sent, acked, isSynced] = [0, 0, false]
  let endedBy: CloseReason | null = null
  const close = (reason: CloseReason): void => void (endedBy ??= reason)
  const send = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === 120) acked = decoding.readVarUint(decoder)
    if (type !== 0) return
    const answer = encoding.createEncoder()
    isSynced = readSyncMessage(decoder, answer, doc, "server") === 1 || isSynced // answers are not sent: the doc begins empty
  }
  const visit = await live.visit(workshopId, seat, true, { send, close, queuedBytes: () => 0 })
  visit.receive(new Uint8Array([0, 0, 1, 0]))
  await expect.poll(() => isSynced, { interval: 2 }).toBe(true)
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return
    sent += 1
    visit.receive(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        writeUpdate(encoder, update)
      }),
    )
  })
  return {
    doc,
    get endedBy() {
      return endedBy
    },
    leave: async () => {
      await expect.poll(() => acked, { interval: 2 }).toBe(sent)
      visit.leave()
    },
  }
}
