// The four servers measured side by side: how each is started, and how people get into its rooms.
import { randomBytes, randomInt } from "node:crypto"
import { join } from "node:path"
import { inParallel } from "./play.ts"
import type { Seat } from "./phone.ts"
import type { Program, ServerProcess } from "./server-process.ts"
import { Dialect } from "./wire.ts"

export const SERVERS = ["ours", "hocuspocus", "y-websocket", "relay"] as const
export type ServerName = (typeof SERVERS)[number]

const here = (path: string): string => join(import.meta.dirname, path)
const common = (port: number): Record<string, string> => ({ PORT: String(port), HOST: "127.0.0.1" })

export const PROGRAMS: Record<ServerName, Program> = {
  ours: {
    file: here("../../server/src/main.ts"),
    env: (port, dataDir) => ({ ...common(port), EVENBOARD_DATA: dataDir, EVENBOARD_LOG: "warn" }),
    readyPath: "/readyz",
    flags: ["--max-semi-space-size=8"], // as scripts/start.mjs starts it
  },
  hocuspocus: {
    file: here("peers/hocuspocus.ts"),
    env: (port, dataDir) => ({ ...common(port), DATABASE: join(dataDir, "hocuspocus.sqlite") }),
    readyPath: "/",
  },
  "y-websocket": {
    file: here("../node_modules/@y/websocket-server/src/server.js"),
    env: (port, dataDir) => ({ ...common(port), YPERSISTENCE: join(dataDir, "level") }),
    readyPath: "/",
  },
  relay: { file: here("peers/relay.ts"), env: (port) => common(port), readyPath: "/" },
}

/** Opens `rooms` rooms and takes `seats` seats in each. */
export function takeSeats(name: ServerName, server: ServerProcess, rooms: number, seats: number): Promise<Seat[][]> {
  const all = Array.from({ length: rooms }, () => 0)
  if (name === "ours") return inParallel(all, 8, () => ourRoom(server.origin, seats))
  return Promise.resolve(all.map(() => peerRoom(name, server.port, seats)))
}

function peerRoom(name: ServerName, port: number, seats: number): Seat[] {
  const room = `room-${randomBytes(8).toString("hex")}`
  const isWrapped = name === "hocuspocus"
  const dialect = new Dialect(isWrapped ? room : null)
  const url = `ws://127.0.0.1:${port}/${isWrapped ? "" : room}`
  // As Yjs makes them: 32 random bits.
  return Array.from({ length: seats }, () => ({ url, protocols: [], dialect, clientId: randomInt(1, 2 ** 32) }))
}

type Opened = { workshopId: string; joinUrl: string }
type Joined = { seatKey: string; clientIds: { from: number } }

/** As docs/PROTOCOL.md says, with everything our own phones ask for. */
async function ourRoom(origin: string, seats: number): Promise<Seat[]> {
  const { workshopId, joinUrl } = await post<Opened>(`${origin}/api/workshops`, { title: "Bench" })
  const key = new URL(joinUrl).pathname.split("/").at(-1)
  const dialect = new Dialect(null)
  const url = `${origin.replace("http", "ws")}/sync/${workshopId}`
  return inParallel(
    Array.from({ length: seats }, () => 0),
    8,
    async () => {
      const { seatKey, clientIds } = await post<Joined>(`${origin}/api/workshops/${workshopId}/seats`, { key })
      return { url, protocols: ["evenboard.1", `evenboard.key.${seatKey}`], dialect, clientId: clientIds.from }
    },
  )
}

async function post<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`POST ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
