// S5: people write, others see it, and the server is killed. What others had seen and is gone afterwards?
import { setTimeout as sleep } from "node:timers/promises"
import * as Y from "yjs"
import { openPhones, Phone, type Seat } from "../phone.ts"
import { play } from "../play.ts"
import { takeSeats } from "../servers.ts"
import type { ServerProcess } from "../server-process.ts"
import { SIZES } from "../sizes.ts"
import { oneNote } from "../typist.ts"
import { Witness } from "../witness.ts"
import type { Figures, Ground, Scenario } from "./scenario.ts"
import { Writer } from "./typing.ts"

const WITNESSES = 2

export const killing: Scenario = {
  id: "S5",
  title: "20 write, SIGKILL after 5 s and after 13 s",
  servers: ["ours", "hocuspocus", "y-websocket"],
  async run(ground) {
    const [soon = 5, late = 13] = SIZES.kill.after
    const first = await killAfter(ground.name, ground.server, soon)
    const second = await killAfter(ground.name, await ground.another(), late)
    return {
      lost5: first.lost,
      lost13: second.lost,
      lostAcked: first.lostAcked + second.lostAcked,
      seen: first.seen + second.seen,
    }
  },
}

async function killAfter(
  name: Ground["name"],
  server: ServerProcess,
  seconds: number,
): Promise<Figures & { lost: number; lostAcked: number; seen: number }> {
  const { writers: count, perSecond } = SIZES.kill
  const [seats = []] = await takeSeats(name, server, 1, count + WITNESSES + 1)
  const phones = await openPhones(seats.slice(0, -1))
  const strokes = Math.ceil(seconds * perSecond)
  const writers = phones.slice(0, count).map((phone) => new Writer(phone, oneNote(phone.seat, strokes)))
  const witnesses = phones.slice(count).map((phone) => new Witness(phone, writers))
  await play(writers.flatMap((writer, i) => writer.dues(perSecond, i / count, strokes)))
  await server.end("SIGKILL")
  await sleep(100) // what was on its way has come
  await server.boot()
  const kept = await whatIsKept(seats.at(-1) as Seat)
  const losses = writers.map((writer) => lossOf(writer, witnesses, kept))
  const sum = (of: (loss: (typeof losses)[number]) => number): number => losses.reduce((total, loss) => total + of(loss), 0)
  return {
    lost: sum((loss) => loss.lost) / sum((loss) => loss.seen),
    lostAcked: sum((loss) => loss.lostAcked),
    seen: sum((loss) => loss.seen),
  }
}

/** Keystrokes of one writer: seen by others, seen and lost, acked and lost. */
function lossOf({ clientId, clocks, acked }: Writer, witnesses: Witness[], kept: Y.Doc): { seen: number; lost: number; lostAcked: number } {
  const upTo = (doc: Y.Doc): number => clocks.filter((clock) => clock <= Y.getState(doc.store, clientId)).length
  const seen = Math.max(...witnesses.map((witness) => upTo(witness.doc)))
  return { seen, lost: Math.max(0, seen - upTo(kept)), lostAcked: Math.max(0, acked - upTo(kept)) }
}

/** The board as a phone that never saw it gets it. */
async function whatIsKept(seat: Seat): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const phone = await Phone.open(seat, {
    listener: (frame) => {
      const read = seat.dialect.read(frame)
      if (read.type === "step-2" || read.type === "update") Y.applyUpdate(doc, read.body)
    },
  })
  await sleep(SIZES.tailMs)
  phone.cut()
  return doc
}
