// What is done with each board, in the order it is run and reported. Each run has a browser and a server of its own.
import { setTimeout as sleep } from "node:timers/promises"
import type { Browser } from "@playwright/test"
import { play } from "../play.ts"
import { Device } from "./device.ts"
import { movesOf, notesFor, seeded, type PlainNote } from "./notes.ts"
import { richTextBytes } from "./rich-text.ts"
import type { BoardName, Served } from "./served.ts"
import { PHONE, SIZES, WIDE } from "./sizes.ts"

export type Figures = Record<string, number>
export type Ground = { name: BoardName; served: Served; browser: Browser; notes: readonly PlainNote[] }
export type Scenario = { id: string; notes: number; moves?: boolean; run(ground: Ground): Promise<Figures> }

/** A first visit on a phone: nothing cached, the server warm. */
const opening = (count: number): Scenario => ({
  id: `open:${count}`,
  notes: count,
  async run({ name, served, browser, notes }) {
    const warm = await Device.open(browser, { viewport: PHONE, enter: served.enter })
    await warm.load(served.url)
    await warm.close()
    const device = await Device.open(browser, { viewport: PHONE, enter: served.enter, marker: notes[0]?.words ?? "" })
    let socketBytes = 0
    device.cdp.on("Network.webSocketFrameReceived", ({ response }) => (socketBytes += (response.payloadData.length * 3) / 4))
    await device.slowLine()
    await device.slowCpu()
    await device.load(served.url)
    const untilReady = socketBytes
    await sleep(SIZES.restMs * 2)
    const { readyAt, readableAt } = await device.noted()
    const page = await device.page.evaluate((until) => {
      const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
      const files = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(({ name }) => name.startsWith("http"))
      const begun = files.filter(({ startTime }) => startTime <= until)
      const loaded = begun.filter(({ responseEnd }) => responseEnd <= until)
      return {
        firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
        bytes: loaded.reduce((sum, { transferSize }) => sum + transferSize, visit?.transferSize ?? 0),
        requests: begun.length + 1,
        fonts: begun.filter(({ name }) => /\.(?:woff2?|ttf|otf)(?:$|\?)/.test(name)).length,
        elsewhere: files.filter(({ name }) => new URL(name).hostname !== "127.0.0.1").length,
      }
    }, readyAt)
    await device.close()
    return {
      firstPaintMs: page.firstPaint,
      editMs: readyAt,
      ...(readableAt > 0 ? { readableMs: readableAt } : {}),
      kB: page.bytes / 1000,
      // The peers' socket brings nothing; ours is the board itself.
      requests: page.requests + (name === "ours" ? 1 : 0),
      fonts: page.fonts,
      elsewhere: page.elsewhere,
      ...(name === "ours" ? { socketKB: untilReady / 1000, richTextKB: richTextBytes() / 1000 } : {}),
    }
  },
})

/** A board on the wide screen, at rest at a size; slow from then on. */
async function restingAt(size: "fit" | "hundred", { served, browser }: Ground): Promise<Device> {
  const device = await Device.open(browser, { viewport: WIDE, enter: served.enter })
  await device.load(served.url)
  await sleep(SIZES.restMs)
  await served.fit(device.page)
  if (size === "hundred") await served.hundred(device.page)
  await device.slowCpu()
  await sleep(SIZES.restMs)
  return device
}

/** Pixels a wheel event, so that the board stays under the window. */
const PAN = { fit: 8, hundred: 24 } as const
const ZOOM = 8

const moving = (count: number, sizes: readonly ("fit" | "hundred")[], zooms: boolean): Scenario => ({
  id: `move:${count}`,
  notes: count,
  async run(ground) {
    const figures: Figures = {}
    for (const size of sizes) {
      const device = await restingAt(size, ground)
      const pan = await device.frames(SIZES.seconds, () => device.wheel(SIZES.seconds, PAN[size], { zooms: false }))
      Object.assign(figures, { [`pan-${size}`]: pan.fps, [`panTask-${size}`]: pan.longest })
      if (zooms) {
        await sleep(SIZES.restMs)
        const zoom = await device.frames(SIZES.seconds, () => device.wheel(SIZES.seconds, ZOOM, { zooms: true }))
        Object.assign(figures, { [`zoom-${size}`]: zoom.fps, [`zoomTask-${size}`]: zoom.longest })
      }
      await device.close()
    }
    return figures
  },
})

/** How often the server sends what came meanwhile. */
const RELAY_MS = 8

const live = (count: number): Scenario => ({
  id: `live:${count}`,
  notes: count,
  moves: true,
  async run(ground) {
    const { served, notes } = ground
    const device = await restingAt("fit", ground)
    const moves = movesOf(notes, SIZES.movesPerSecond * SIZES.seconds, seeded(7))
    const at = (index: number): number => Math.floor((index * 1000) / SIZES.movesPerSecond / RELAY_MS) * RELAY_MS
    const dues = [...Map.groupBy(moves.keys(), at)].map(([when, indexes]) => ({
      at: when,
      send: () => served.move(indexes.flatMap((index) => moves[index] ?? [])),
    }))
    const { fps, longest } = await device.frames(SIZES.seconds, () => play(dues))
    await sleep(SIZES.restMs * 2)
    const applied = await served.inPlace(device.page, notes, moves)
    await device.close()
    return { fps, longest, applied }
  },
})

const memory = (count: number): Scenario => ({
  id: `memory:${count}`,
  notes: count,
  async run({ served, browser }) {
    const device = await Device.open(browser, { viewport: WIDE, enter: served.enter })
    await device.load(served.url)
    await sleep(SIZES.restMs)
    await served.hundred(device.page)
    await sleep(SIZES.restMs)
    const figures = await device.memory()
    await device.close()
    return figures
  },
})

/** What a screen reader finds: nodes of the accessibility tree that say a note's words. */
const reading = (count: number): Scenario => ({
  id: `read:${count}`,
  notes: count,
  async run({ served, browser, notes }) {
    const device = await Device.open(browser, { viewport: WIDE, enter: served.enter })
    await device.load(served.url)
    await served.fit(device.page)
    await served.list(device.page)
    await sleep(SIZES.restMs)
    await device.cdp.send("Accessibility.enable")
    const { nodes } = await device.cdp.send("Accessibility.getFullAXTree")
    const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ""))
    await device.close()
    return { readable: notes.filter(({ words }) => names.some((name) => name.includes(words))).length / notes.length }
  },
})

export const SCENARIOS: readonly Scenario[] = [
  opening(0),
  opening(200),
  moving(200, ["hundred"], false),
  moving(1000, ["fit", "hundred"], true),
  moving(3000, ["hundred"], false),
  live(200),
  live(1000),
  memory(3000),
  reading(50),
]
export const notesOf = ({ notes }: Scenario): PlainNote[] => notesFor(SIZES.notes(notes))
