// The browser that everything is measured in: a phone's or a small laptop's screen, slowed, on a slow line; fingers that do not wait;
// and frames counted by the compositor's own trace.
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test"
import { framesPerSecond, type TraceEvent } from "./drawn.ts"
import { CPU_SLOWED, LINE } from "./sizes.ts"

const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
/** Wheel events a second, as a trackpad sends them. */
const WHEELS = 60
const READY_MS = 40_000

export function launch(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => path && existsSync(path))
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  })
}

/** What the page itself notes from its first moment on. */
type Noted = { readyAt: number; readableAt: number; longest: number; tooLong: number }
declare global {
  // oxlint-disable-next-line no-var -- a global is declared so
  var noted: Noted
}

export class Device {
  readonly page: Page
  readonly cdp: CDPSession
  readonly #browser: Browser
  readonly #context: BrowserContext

  private constructor(browser: Browser, context: BrowserContext, page: Page, cdp: CDPSession) {
    this.#browser = browser
    this.#context = context
    this.page = page
    this.cdp = cdp
  }

  /** `marker` is text of the first note: once it stands on the screen, notes can be read. */
  static async open(
    browser: Browser,
    {
      viewport,
      enter,
      marker = "",
    }: { viewport: { width: number; height: number }; enter(context: BrowserContext): Promise<void>; marker?: string },
  ): Promise<Device> {
    const isPhone = viewport.width < viewport.height
    const context = await browser.newContext({ viewport, locale: "en", isMobile: isPhone, hasTouch: isPhone })
    await enter(context)
    const page = await context.newPage()
    await page.addInitScript(noteTimes, marker)
    return new Device(browser, context, page, await context.newCDPSession(page))
  }

  async load(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: "commit", timeout: READY_MS })
    await this.page.waitForFunction(() => globalThis.noted.readyAt > 0, null, { timeout: READY_MS, polling: 100 })
  }

  async slowLine(): Promise<void> {
    await this.cdp.send("Network.enable")
    await this.cdp.send("Network.emulateNetworkConditions", { offline: false, ...LINE })
  }

  slowCpu(): Promise<unknown> {
    return this.cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWED })
  }

  /** Turns the wheel for `seconds` in the middle of the window, `delta` pixels a time to each side in turn. Nothing waits for the page. */
  async wheel(seconds: number, delta: number, { zooms }: { zooms: boolean }): Promise<void> {
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {}
    const sent: Promise<unknown>[] = []
    const start = performance.now()
    for (let n = 0; n < seconds * WHEELS; n++) {
      await sleep(Math.max(0, start + (n * 1000) / WHEELS - performance.now()))
      const [deltaX, deltaY] = zooms ? [0, zoomStep(n, delta)] : panStep(n, delta)
      const event = { type: "mouseWheel", x: width / 2, y: height / 2, deltaX, deltaY, modifiers: zooms ? 2 : 0 } as const
      sent.push(this.cdp.send("Input.dispatchMouseEvent", event).catch(() => undefined))
    }
    await Promise.race([Promise.all(sent), sleep(10_000)])
  }

  /** Frames drawn while `work` runs, and the longest task of the page's thread meanwhile, ms. */
  async frames(seconds: number, work: () => Promise<unknown>): Promise<{ fps: number; longest: number }> {
    const events: TraceEvent[] = []
    const hear = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]))
    this.cdp.on("Tracing.dataCollected", hear)
    await this.page.evaluate(() => Object.assign(globalThis.noted, { longest: 0, tooLong: 0 }))
    await this.cdp.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["devtools.timeline.frame", "disabled-by-default-devtools.timeline.frame"] },
    })
    const start = performance.now()
    await Promise.all([work(), sleep(seconds * 1000)])
    // A page that falls behind draws on after the last event: that time counts too.
    const took = (performance.now() - start) / 1000
    const ended = new Promise((resolve) => this.cdp.once("Tracing.tracingComplete", resolve))
    await this.cdp.send("Tracing.end")
    await ended
    this.cdp.off("Tracing.dataCollected", hear)
    const longest = await this.page.evaluate(() => globalThis.noted.longest)
    return { fps: framesPerSecond(events, took), longest }
  }

  noted(): Promise<Noted> {
    return this.page.evaluate(() => globalThis.noted)
  }

  /** Heap after collecting, elements, and memory that is the renderer's alone, MB. */
  async memory(): Promise<{ heapMB: number; domNodes: number; rendererMB: number }> {
    await this.cdp.send("HeapProfiler.collectGarbage")
    const { usedSize } = (await this.cdp.send("Runtime.getHeapUsage")) as { usedSize: number }
    const domNodes = await this.page.evaluate(() => document.querySelectorAll("*").length)
    const own = await this.#browser.newBrowserCDPSession()
    const { processInfo } = (await own.send("SystemInfo.getProcessInfo")) as { processInfo: { type: string; id: number }[] }
    const renderers = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => anonymousMB(id)))
    return { heapMB: usedSize / 1e6, domNodes, rendererMB: Math.max(...renderers) }
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}

async function anonymousMB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")
  return (Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? NaN) * 1024) / 1e6
}

/** Right, down, left, up, half a second each. */
function panStep(n: number, delta: number): [number, number] {
  const steps: [number, number][] = [
    [delta, 0],
    [0, delta],
    [-delta, 0],
    [0, -delta],
  ]
  return steps[Math.floor(n / (WHEELS / 2)) % steps.length] ?? [0, 0]
}

/** In for a third of a second, out again. */
const zoomStep = (n: number, delta: number): number => (Math.floor(n / (WHEELS / 3)) % 2 === 0 ? -delta : delta)

/** Runs in the page before anything of its own. */
function noteTimes(marker: string): void {
  const noted: Noted = { readyAt: 0, readableAt: 0, longest: 0, tooLong: 0 }
  globalThis.noted = noted
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      noted.longest = Math.max(noted.longest, duration)
      noted.tooLong++
    }
  }).observe({ type: "longtask" })
  const watch = new MutationObserver(() => {
    if (document.documentElement.dataset["ready"] === "board") noted.readyAt ||= performance.now()
  })
  watch.observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true })
  const look = (): void => {
    // What stands in the page when a frame begins is painted with it.
    const isThere = marker !== "" && (document.body?.innerText ?? "").includes(marker)
    if (!noted.readableAt && isThere) requestAnimationFrame(() => (noted.readableAt = performance.now()))
    if (marker !== "" && !noted.readableAt && performance.now() < 60_000) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
