// One measured server in a process of its own: started, asked for its CPU and memory, killed, started again on the same data.
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Inside, Question } from "./probe.ts"

export type Program = {
  /** The file Node runs. */
  file: string
  env(port: number, dataDir: string): Record<string, string>
  /** Answers 200 once it can serve. */
  readyPath: string
  /** What Node is given when it is started for real. */
  flags?: string[]
}

const PROBE = join(import.meta.dirname, "probe.ts")
const START_MS = 20_000
const ANSWER_MS = 60_000
/** Ticks of /proc/{pid}/stat in a second. */
const TICKS = 100

export class ServerProcess {
  readonly port: number
  readonly #program: Program
  readonly #dataDir: string
  #child: ChildProcess | null = null
  #output = ""
  #nextId = 1

  private constructor(program: Program, port: number, dataDir: string) {
    this.#program = program
    this.port = port
    this.#dataDir = dataDir
  }

  static async start(program: Program): Promise<ServerProcess> {
    const server = new ServerProcess(program, await freePort(), await mkdtemp(join(tmpdir(), "evenboard-bench-")))
    await server.boot()
    return server
  }

  async boot(): Promise<void> {
    const profile = process.env["BENCH_PROFILE"] ? ["--cpu-prof", `--cpu-prof-dir=${process.env["BENCH_PROFILE"]}`] : []
    const { PATH = "", HOME = "" } = process.env
    const child = spawn(
      process.execPath,
      ["--expose-gc", ...(this.#program.flags ?? []), ...profile, "--import", PROBE, this.#program.file],
      {
        env: { PATH, HOME, NODE_ENV: "production", ...this.#program.env(this.port, this.#dataDir) },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      },
    )
    this.#child = child
    const read = (chunk: Buffer): void => void (this.#output = (this.#output + chunk.toString()).slice(-4000))
    child.stdout?.on("data", read)
    child.stderr?.on("data", read)
    await this.#untilReady(child)
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const end = Date.now() + START_MS
    while (Date.now() < end && child.exitCode === null) {
      const ready = await fetch(`${this.origin}${this.#program.readyPath}`).catch(() => null)
      await ready?.arrayBuffer()
      if (ready?.ok) return
      await sleep(25)
    }
    throw new Error(`the server did not start:\n${this.#output}`)
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** What it printed last, for the message of a run that failed. */
  get output(): string {
    return this.#output
  }

  /** CPU seconds of all its threads, user and system, by the kernel's count. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.#child?.pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  /** Asks the probe inside. */
  async ask(what: Question["what"]): Promise<Inside> {
    const child = this.#child
    if (!child?.connected) throw new Error(`the server is gone:\n${this.#output}`)
    const id = this.#nextId++
    const { promise, resolve, reject } = Promise.withResolvers<Inside>()
    const hear = (answer: { id: number; inside: Inside }): void => void (answer.id === id && resolve(answer.inside))
    const late = setTimeout(() => reject(new Error("the probe does not answer")), ANSWER_MS)
    child.on("message", hear)
    child.send({ id, what } satisfies Question)
    return promise.finally(() => {
      clearTimeout(late)
      child.off("message", hear)
    })
  }

  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, "exit")
    child.kill(signal)
    const late = setTimeout(() => child.kill("SIGKILL"), START_MS)
    await ended
    clearTimeout(late)
  }

  async dispose(): Promise<void> {
    await this.end(process.env["BENCH_PROFILE"] ? "SIGTERM" : "SIGKILL")
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
