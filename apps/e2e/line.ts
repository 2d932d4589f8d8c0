// A line that can be cut: a TCP proxy of the test's own between one phone and the server. Cut, it refuses and drops like a dead Wi-Fi.
import { connect, createServer, type Server, type Socket } from "node:net"

export class Line {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isCut = false

  private constructor(server: Server) {
    this.#server = server
  }

  static async to(port: number): Promise<Line> {
    const server = createServer()
    const line = new Line(server)
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
    const far = connect(port, "127.0.0.1")
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one)
      one.on("error", () => other.destroy())
      one.on("close", () => {
        this.#sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }
  mend(): void {
    this.#isCut = false
  }
  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}
