// The process itself: how it starts, what it prints, and how it stops while phones are connected.
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { WebSocket } from "ws"
import type { Joined, OpenedWorkshop } from "@evenboard/api"

let data = ""
let running: ChildProcess | null = null
beforeEach(async () => void (data = await mkdtemp(join(tmpdir(), "evenboard-"))))
afterEach(async () => {
  running?.kill("SIGKILL")
  await rm(data, { recursive: true })
})

function start(env: Record<string, string>): { child: ChildProcess; output: () => string; exit: Promise<number | null> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env["PATH"], LANG: "en_GB.UTF-8", HOST: "127.0.0.1", PORT: "0", EVENBOARD_DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running = child
  let text = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()))
  return { child, output: () => text, exit: once(child, "exit").then(([code]) => code as number | null) }
}

/** Resolves with the address once it is printed. */
async function addressOf({ child, output }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const url = /http:\/\/localhost:\d+/.exec(output())?.[0]
    if (url && output().includes("To stop")) return url
    await once(child.stdout as NodeJS.ReadableStream, "data")
  }
}

test("every bad setting is named at once, and nothing starts", async () => {
  const process = start({ EVENBOARD_COLOUR: "red", EVENBOARD_LOG: "loud" })
  expect(await process.exit).toBe(1)
  expect(process.output()).toContain("EVENBOARD_COLOUR: we do not know this setting.")
  expect(process.output()).toContain("EVENBOARD_LOG=loud: trace, debug, info, warn, error or silent.")
})

test("a folder that cannot be written to is said in a sentence", async () => {
  const notAFolder = join(data, "a-file")
  await writeFile(notAFolder, "words")
  const process = start({ EVENBOARD_DATA: notAFolder })
  expect(await process.exit).toBe(1)
  expect(process.output()).toContain(`Evenboard can keep nothing in ${notAFolder}.`)
  expect(process.output()).not.toContain("at async")
})

test("a file that is no database is said in a sentence", async () => {
  await writeFile(join(data, "evenboard.sqlite"), "x".repeat(10_000))
  const process = start({})
  expect(await process.exit).toBe(1)
  expect(process.output()).toContain("Evenboard can keep nothing in")
  expect(process.output()).not.toContain("at async")
})

test("a free port is picked and printed; SIGTERM says 1012 to the phones, ends with 0, and the next start has everything", async () => {
  const first = start({})
  const url = await addressOf(first)
  const post = async <T>(path: string, body: object, key?: string): Promise<T> => {
    const headers = { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) }
    return (await (await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T
  }
  const opened = await post<OpenedWorkshop>("/api/workshops", { title: "Better mornings" })
  const joined = await post<Joined>(`/api/workshops/${opened.workshopId}/seats`, { key: opened.joinUrl.split("/j/")[1] })
  const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${opened.workshopId}`, [`evenboard.key.${joined.seatKey}`])
  await once(socket, "open")
  await post(`/api/workshops/${opened.workshopId}/notes`, { text: "The bus stops at six", kind: "need" }, joined.seatKey)
  const goodbye = once(socket, "close").then(([code]) => code as number)
  const stoppedAt = Date.now()
  first.child.kill("SIGTERM")
  expect(await goodbye).toBe(1012)
  expect(await first.exit).toBe(0)
  expect(Date.now() - stoppedAt).toBeLessThan(5_000)
  const second = start({})
  const again = await addressOf(second)
  const file = await fetch(`${again}/api/workshops/${opened.workshopId}/export/md`, {
    headers: { authorization: `Bearer ${joined.seatKey}` },
  })
  expect(await file.text()).toContain("The bus stops at six")
})

test("a port that is taken is said in a sentence", async () => {
  const first = start({})
  const port = new URL(await addressOf(first)).port
  const other = await mkdtemp(join(tmpdir(), "evenboard-"))
  const second = start({ PORT: port, EVENBOARD_DATA: other })
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain(`Something else uses port ${port}.`)
  first.child.kill("SIGKILL")
  await rm(other, { recursive: true })
})
