import { expect, test } from "vitest"
import { framesPerSecond, type TraceEvent } from "./drawn.ts"

const drawn = (layerTreeId: number): TraceEvent => ({ name: "DrawFrame", args: { layerTreeId } })

test("frames are those the page's own layers drew; asking for one is none", () => {
  const events = [drawn(1), drawn(1), drawn(2), { name: "BeginFrame", args: { layerTreeId: 1 } }, drawn(1)]
  expect(framesPerSecond(events, 2)).toBe(1.5)
  expect(framesPerSecond([], 2)).toBe(0)
})
