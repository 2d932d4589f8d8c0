// Serves a peer's built page as our server serves ours: brotli made beforehand, assets kept for ever; and relays moves by a socket.
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { brotliCompressSync, constants } from "node:zlib"
import { WebSocketServer } from "ws"

const DIST = join(import.meta.dirname, "../../client-peers/dist")
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}
const PLAIN = new Set([".woff2", ".png"])
/** As our build and our server have it: what is built is pressed as far as it goes, what is made on asking is not. */
const [BUILT, ASKED] = [11, 5]

export class PageServer {
  /** The board as the page saved it; "null": none. */
  saved = "null"
  readonly #server: Server
  readonly #sockets: WebSocketServer
  readonly #page: string
  readonly #pressed = new Map<string, Buffer>()

  private constructor(page: string) {
    this.#page = page
    this.#server = createServer((request, response) => void this.#answer(request.url ?? "/", response))
    this.#sockets = new WebSocketServer({ server: this.#server, path: "/moves", perMessageDeflate: false })
  }

  static async start(page: string): Promise<PageServer> {
    const server = new PageServer(page)
    server.#server.listen(0, "127.0.0.1")
    await once(server.#server, "listening")
    return server
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  relay(moves: readonly object[]): void {
    const text = JSON.stringify(moves)
    for (const socket of this.#sockets.clients) socket.send(text)
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, "http://localhost")
    if (pathname === "/saved.json") return this.#send(response, "/saved.json", Buffer.from(this.saved), ASKED)
    const path = pathname === "/" ? `/${this.#page}/index.html` : decodeURIComponent(pathname)
    const body = await readFile(join(DIST, normalize(path))).catch(() => null)
    if (body) return this.#send(response, path, body, BUILT)
    response.writeHead(404).end()
  }

  #send(response: ServerResponse, path: string, body: Buffer, quality: number): void {
    const kind = extname(path)
    const isPlain = PLAIN.has(kind)
    response.writeHead(200, {
      "Content-Type": TYPES[kind] ?? "application/octet-stream",
      "Cache-Control": /^\/(?:assets|fonts)\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(isPlain ? {} : { "Content-Encoding": "br" }),
    })
    response.end(isPlain ? body : this.#press(path, body, quality))
  }

  #press(path: string, body: Buffer, quality: number): Buffer {
    const key = `${path} ${body.length}`
    const known = this.#pressed.get(key)
    if (known) return known
    const pressed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    this.#pressed.set(key, pressed)
    return pressed
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, "close")
  }
}
