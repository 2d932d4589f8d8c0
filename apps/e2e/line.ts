// A line that can fail: a TCP proxy of the test's own between one phone and the server. Cut, it refuses and drops, as when the Wi-Fi is
// off; silent, it swallows what is sent and tells neither end, as when a phone walks out of reach. A slow one carries so
// many bytes a second to the phone.
import { connect, createServer, type Server, type Socket } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

export class Line {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isCut = false
  #isSilent = false
  /** Connections that nothing comes through any more, not even their end. */
  readonly #dead = new WeakSet<Socket>()

  readonly #bytesASecond: number

  private constructor(server: Server, bytesASecond: number) {
    this.#server = server
    this.#bytesASecond = bytesASecond
  }

  static async to(port: number, { bytesASecond = Number.POSITIVE_INFINITY } = {}): Promise<Line> {
    const server = createServer()
    const line = new Line(server, bytesASecond)
    server.on("connection", (near) => line.#carry(near, port))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    return line
  }

  get port(): number {
    const address = this.#server.address()
    return address && typeof address === "object" ? address.port : 0
  }

  #carry(near: Socket, port: number): void {
    if (this.#isCut) return void near.destroy()
    this.#sockets.add(near)
    if (this.#isSilent) return this.#bury(near)
    const far = connect(port, "127.0.0.1")
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      const isTrickling = one === far && Number.isFinite(this.#bytesASecond)
      this.#sockets.add(one)
      one.on("error", () => {})
      one.on("close", () => {
        this.#sockets.delete(one)
        if (!this.#dead.has(one) && !isTrickling) other.destroy()
      })
      if (isTrickling) void this.#trickle(one, other)
      else one.pipe(other)
    }
  }

  /** What the server has closed behind it still arrives. */
  async #trickle(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        await sleep((chunk.length / this.#bytesASecond) * 1000)
        to.write(chunk)
      }
      to.end()
    } catch {
      to.destroy()
    }
  }

  #bury(socket: Socket): void {
    this.#dead.add(socket)
    socket.on("error", () => {})
    socket.unpipe()
    socket.resume()
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }
  /** Half-open: what is open stays open at both ends, and stays dead when the line is mended. */
  silence(): void {
    this.#isSilent = true
    for (const socket of this.#sockets) this.#bury(socket)
  }
  mend(): void {
    this.#isCut = this.#isSilent = false
  }
  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}
