// WebKit by WebDriver over HTTP: Debian's WebKitWebDriver and the small browser that comes with it, on a display of its own that nobody
// sees (Xvfb). An automated WebKitGTK tells its console to nobody, so the page is asked to remember its errors; what went wrong before
// it could be asked shows as a page that never gets ready.
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as rest } from "node:timers/promises"
import { isFault, PHONE, programAt, type NamedKey, type OpenBrowser } from "./driver.ts"

const PACKAGES = "webkit2gtk-driver xvfb"
const START_MS = 15_000
/** WebDriver's names for keys that write nothing. */
const KEYS: Record<NamedKey, string> = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004", End: "\uE010" }

/** Remembers the page's errors from the first time it runs in it, and hands over those that are new. */
const NEW_FAULTS = `(() => {
  const told = (window.evenboardFaults ??= (() => {
    const faults = []
    const tell = (fault) => faults.push(String((fault && fault.stack && fault.message + "\\n" + fault.stack) || fault))
    addEventListener("error", (event) => tell(event.error ?? event.message))
    addEventListener("unhandledrejection", (event) => tell(event.reason))
    addEventListener("securitypolicyviolation", (event) => tell("policy: " + event.violatedDirective + " " + event.blockedURI))
    const { error } = console
    console.error = (...words) => (tell(words.join(" ")), error.apply(console, words))
    return faults
  })())
  return told.splice(0)
})()`

/** It says that it reads what the machine reads; a page in another language is asked for by its address. */
export const webkit: OpenBrowser = async () => {
  const driverPath = programAt([process.env["WEBKIT_DRIVER"], "/usr/bin/WebKitWebDriver"], "WebKit", PACKAGES)
  const screen = await startScreen()
  const port = await freePort()
  const driver = spawn(driverPath, ["-p", String(port)], {
    env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: "x11" },
    stdio: "ignore",
  })
  const end = () => [driver, screen.process].forEach((program) => program.kill())
  try {
    const call = await openSession(`http://127.0.0.1:${port}`)
    return driverOf(call, async () => {
      await call("DELETE", "").catch(() => null)
      end()
    })
  } catch (error) {
    end()
    throw error
  }
}

type Call = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>

function driverOf(call: Call, close: () => Promise<void>): Awaited<ReturnType<OpenBrowser>> {
  const faults: string[] = []
  const execute = (expression: string) => call("POST", "/execute/sync", { script: `return ${expression}`, args: [] })
  const listen = async () => {
    const heard = (await execute(NEW_FAULTS)) as string[]
    faults.push(...heard.filter(isFault))
  }
  const keys = (all: readonly string[]) => {
    const actions = all.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ])
    return call("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] })
  }
  return {
    goto: async (url) => {
      await call("POST", "/url", { url })
      await listen()
    },
    evaluate: async (expression) => {
      await listen()
      return execute(expression)
    },
    pressAt: async (x, y) => {
      const actions = [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]
      await call("POST", "/actions", { actions: [{ type: "pointer", id: "hand", parameters: { pointerType: "mouse" }, actions }] })
    },
    type: async (text) => void (await keys(Array.from(text))),
    key: async (name) => void (await keys([KEYS[name]])),
    reload: async () => {
      await listen()
      await call("POST", "/refresh", {})
      await listen()
    },
    screenshot: async () => Buffer.from(String(await call("GET", "/screenshot")), "base64"),
    faults: async () => {
      await listen()
      return faults
    },
    close,
  }
}

/** A browser of a phone's size; what is returned speaks to its session. */
async function openSession(origin: string): Promise<Call> {
  await untilReady(origin)
  // Its own bar would keep the window wider than a phone.
  const options = { binary: miniBrowser(), args: ["--automation", "--full-screen"] }
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } }
  const opened = (await send("POST", `${origin}/session`, { capabilities })) as { sessionId: string }
  const call: Call = (method, path, body) => send(method, `${origin}/session/${opened.sessionId}${path}`, body)
  await call("POST", "/window/rect", { x: 0, y: 0, ...PHONE })
  const size = await call("POST", "/execute/sync", { script: "return `${innerWidth}×${innerHeight}`", args: [] })
  if (size !== `${PHONE.width}×${PHONE.height}`) throw new Error(`WebKit's window is ${String(size)}`)
  return call
}

/** Debian keeps it in a folder of the processor's. */
const miniBrowser = (): string =>
  programAt(
    readdirSync("/usr/lib").map((folder) => join("/usr/lib", folder, "webkit2gtk-4.1/MiniBrowser")),
    "WebKit's MiniBrowser",
    PACKAGES,
  )

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
  const { value } = (await answer.json()) as { value: unknown }
  if (!answer.ok) throw new Error(`WebKitWebDriver, ${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`)
  return value
}

async function untilReady(origin: string): Promise<void> {
  const end = Date.now() + START_MS
  while (Date.now() < end) {
    if (await fetch(`${origin}/status`).catch(() => null)) return
    await rest(50)
  }
  throw new Error("WebKitWebDriver did not start")
}

/** Xvfb chooses a display that is free and says which. */
async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const path = programAt([process.env["XVFB"], "/usr/bin/Xvfb", "/opt/X11/bin/Xvfb"], "Xvfb", PACKAGES)
  const program = spawn(path, ["-displayfd", "3", "-screen", "0", "800x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  })
  const says = program.stdio[3]
  if (!says) throw new Error("Xvfb says nothing")
  const ended = once(program, "exit").then(() => Promise.reject(new Error("Xvfb did not start")))
  const [number] = (await Promise.race([once(says, "data"), ended])) as [Buffer]
  ended.catch(() => null)
  return { display: `:${number.toString().trim()}`, process: program }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address && typeof address === "object" ? address.port : 0
}
