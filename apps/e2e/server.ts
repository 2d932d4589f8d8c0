// A real server in a process of its own, as `npm start` runs it: to be talked to over HTTP, killed and started again.
// Owns the process and its data folder; knows nothing of what the server does.
import { spawn, type ChildProcess } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const MAIN = join(import.meta.dirname, "../server/src/main.ts")
const START_MS = 20_000
/** Names the folder where servers find each other's compiled code, as compiled.ts sets it. */
export const COMPILED = "E2E_COMPILED"

export class TestServer {
  readonly dataDir: string
  #process: ChildProcess | null = null
  #port = 0
  /** Everything it printed, for the message of a failing test. */
  output = ""

  readonly #env: Record<string, string>

  private constructor(dataDir: string, env: Record<string, string>) {
    this.dataDir = dataDir
    this.#env = env
  }

  /** `env` is added to what the process gets. */
  static async start(env: Record<string, string> = {}): Promise<TestServer> {
    const server = new TestServer(await mkdtemp(join(tmpdir(), "evenboard-e2e-")), env)
    await server.boot()
    return server
  }

  get port(): number {
    return this.#port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts the process, on the port it had before; resolves once it can serve. */
  async boot(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: "127.0.0.1",
        EVENBOARD_DATA: this.dataDir,
        EVENBOARD_LOG: "warn",
        ...(process.env[COMPILED] ? { NODE_COMPILE_CACHE: process.env[COMPILED] } : {}),
        ...this.#env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.#process = child
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server did not start:\n${this.output}`)), START_MS)
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString()
        const port = /http:\/\/[^\s:/]+:(\d+)/.exec(this.output)?.[1]
        if (!port) return
        this.#port = Number(port)
        clearTimeout(late)
        resolve()
      }
      child.stdout.on("data", read)
      child.stderr.on("data", read)
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.output}`)))
    })
    await this.#untilReady()
  }

  async #untilReady(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const ready = await fetch(`${this.origin}/readyz`).catch(() => null)
      if (ready?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the server never got ready:\n${this.output}`)
  }

  /** SIGKILL: nothing is flushed, nothing is said. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL")
  }

  /** SIGTERM; resolves with the exit code. */
  async stop(): Promise<number | null> {
    return this.#end("SIGTERM")
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const child = this.#process
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
    child.kill(signal)
    this.#process = null
    return ended
  }

  async dispose(): Promise<void> {
    await this.#end("SIGKILL")
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
