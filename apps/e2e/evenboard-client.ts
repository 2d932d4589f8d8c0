// A client that speaks evenboard.1: the stock provider with acks and nacks read, and its own frames counted, as docs/PROTOCOL.md says.
import * as decoding from "lib0/decoding"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import type { Joined } from "./api.ts"
import { noteId } from "./stock-client.ts"

export class EvenboardClient {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly nacks: { frame: number; reason: string; at: number }[] = []
  /** Texts of notes the server has said are durable. */
  readonly saved = new Set<string>()
  #sent = 0
  #acked = 0
  /** Texts not known to be saved, with the frame that carries each on this connection. */
  #unsaved = new Map<string, number>()

  constructor(origin: string, workshopId: string, seat: Pick<Joined, "seatKey">) {
    const counted = (kind: number): void => {
      this.#sent += 1
      // A step 2 carries everything the server lacks.
      if (kind === 1) for (const text of this.#unsaved.keys()) this.#unsaved.set(text, this.#sent)
    }
    class CountingSocket extends WebSocket {
      override send(data: Parameters<WebSocket["send"]>[0]): void {
        const decoder = decoding.createDecoder(data as Uint8Array)
        const kind = decoding.readVarUint(decoder) === 0 ? decoding.readVarUint(decoder) : 0
        if (kind > 0) counted(kind)
        super.send(data)
      }
    }
    this.provider = new WebsocketProvider(`${origin.replace(/^http/, "ws")}/sync`, workshopId, this.doc, {
      protocols: ["evenboard.1", `evenboard.key.${seat.seatKey}`],
      disableBc: true,
      WebSocketPolyfill: CountingSocket,
    })
    this.provider.on("status", ({ status }) => {
      if (status === "connected") this.#sent = this.#acked = 0
      for (const text of this.#unsaved.keys()) this.#unsaved.set(text, Infinity)
    })
    this.provider.messageHandlers[120] = (_encoder, decoder) => this.#hearAck(decoding.readVarUint(decoder))
    this.provider.messageHandlers[121] = (_encoder, decoder) => {
      const frame = decoding.readVarUint(decoder)
      this.nacks.push({ frame, reason: decoding.readVarString(decoder), at: Date.now() })
      for (const [text, carrier] of this.#unsaved) if (carrier === frame) this.#unsaved.set(text, Infinity)
    }
    for (const type of [122, 123]) this.provider.messageHandlers[type] = (_encoder, decoder) => void decoding.readVarString(decoder)
    for (const type of [125, 126]) this.provider.messageHandlers[type] = () => undefined
    this.provider.messageHandlers[124] = (_encoder, decoder) => void [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
  }

  #hearAck(count: number): void {
    this.#acked = count
    for (const [text, frame] of this.#unsaved) {
      if (frame > this.#acked) continue
      this.#unsaved.delete(text)
      this.saved.add(text)
    }
  }

  get isAllSaved(): boolean {
    return this.#unsaved.size === 0
  }

  addNote(text: string): void {
    const note = new Y.Map<unknown>(Object.entries({ kind: "need", canvas: "needs", themeId: null, rank: "a0", text: new Y.Text(text) }))
    this.#unsaved.set(text, this.provider.wsconnected ? this.#sent + 1 : Infinity)
    this.doc.transact(() => this.doc.getMap("notes").set(noteId(), note))
  }

  /** A theme on the page of needs. */
  theme(id: string, title: string, rank: string): void {
    const theme = new Y.Map<unknown>(Object.entries({ canvas: "needs", title: new Y.Text(title), rank }))
    this.doc.transact(() => this.doc.getMap("themes").set(id, theme))
  }

  /** Puts every note that is not grouped yet and whose words fit into a theme. */
  group(themeId: string, fits: (words: string) => boolean): void {
    this.doc.transact(() => {
      for (const note of this.doc.getMap<Y.Map<unknown>>("notes").values())
        if (note.get("canvas") === "needs" && note.get("themeId") === null && fits(String(note.get("text")))) {
          note.set("themeId", themeId)
          note.set("rank", note.get("rank"))
        }
    })
  }

  synced(): Promise<void> {
    return new Promise((resolve) => (this.provider.synced ? resolve() : this.provider.once("sync", () => resolve())))
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}
