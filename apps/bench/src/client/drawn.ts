// What a trace says of frames: those the compositor drew, not callbacks that were asked for. Pure.

export type TraceEvent = { name: string; args?: { layerTreeId?: number } }

/** Frames a second of the layer tree that drew most (the page; a scroll bar or another tree draws seldom), over `seconds`. */
export function framesPerSecond(events: readonly TraceEvent[], seconds: number): number {
  const counts = new Map<number, number>()
  for (const { name, args } of events) {
    if (name !== "DrawFrame") continue
    const tree = args?.layerTreeId ?? 0
    counts.set(tree, (counts.get(tree) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) / seconds
}
