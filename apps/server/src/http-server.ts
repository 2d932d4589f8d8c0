// Node's HTTP server with bounds: how long anybody may take to say something, and how many sockets are held at once. Owns these bounds;
// knows no route. Lines (WebSockets) leave it as they are taken over, and have bounds of their own (socket.ts).
//
// No bound is by address: a hall of four hundred phones has one. Where there are too many sockets, the one that has waited longest goes,
// never the one that comes: a person who opens thousands loses their own first.
import type { Server } from "node:http"
import type { Socket } from "node:net"
import { createAdaptorServer } from "@hono/node-server"

export const HTTP_BOUNDS = {
  /** For all of a request's head, and for all of the request: 20 MB of a file to begin from, over a slow line. */
  headersMs: 30_000,
  requestMs: 300_000,
  /** Without a byte in either direction: who reads nothing of an answer, too. */
  stillMs: 60_000,
  /** How often what has taken too long is looked for. */
  lookMs: 5000,
  /** Four hundred phones with six sockets each, and as many again. */
  sockets: 5000,
}

export function httpServer(fetch: (request: Request, env: never) => Response | Promise<Response>, bounds = HTTP_BOUNDS): Server {
  const { headersMs, requestMs, stillMs, lookMs, sockets } = bounds
  const serverOptions = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs }
  const server = createAdaptorServer({ fetch: fetch as Parameters<typeof createAdaptorServer>[0]["fetch"], serverOptions }) as Server
  server.timeout = stillMs
  letLongestGo(server, sockets)
  return server
}

/** Sockets in the order in which they came, or were last answered. */
function letLongestGo(server: Server, most: number): void {
  const waiting = new Set<Socket>()
  server.on("connection", (socket: Socket) => {
    waiting.add(socket)
    socket.once("close", () => waiting.delete(socket))
    const [longest] = waiting
    if (waiting.size > most) longest?.destroy()
  })
  server.on("request", ({ socket }, answer) =>
    answer.once("finish", () => {
      if (waiting.delete(socket)) waiting.add(socket)
    }),
  )
  server.on("upgrade", ({ socket }) => void waiting.delete(socket))
}
