// Docs that hear of each other only when a test says so: a simulated network for convergence tests. For tests only.
import * as Y from "yjs"

export class Phones {
  readonly docs: Y.Doc[]
  /** Updates on their way, by receiver. */
  readonly #mail: Uint8Array[][]

  constructor(count: number) {
    this.docs = Array.from({ length: count }, (_, n) => Object.assign(new Y.Doc(), { clientID: n + 1 }))
    this.#mail = this.docs.map(() => [])
    this.docs.forEach((doc, from) => {
      doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== "network") this.#mail.forEach((box, to) => to !== from && box.push(update))
      })
    })
  }

  doc(n: number): Y.Doc {
    const doc = this.docs[n % this.docs.length]
    if (doc === undefined) throw new Error("no phones")
    return doc
  }

  /** Delivers one waiting update, not always the oldest. */
  deliver(to: number, which: number): void {
    const box = this.#mail[to % this.docs.length] ?? []
    const [update] = box.splice(which % Math.max(1, box.length), 1)
    if (update) Y.applyUpdate(this.doc(to), update, "network")
  }

  settle(): void {
    for (const [n, box] of this.#mail.entries()) for (const update of box.splice(0)) Y.applyUpdate(this.doc(n), update, "network")
  }
}
