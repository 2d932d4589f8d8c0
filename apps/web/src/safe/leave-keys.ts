// Shift three times, wherever somebody is: they want to be gone. Only the hearing of it stands in the first chunk.
const WITHIN_MS = 2000

/** Any other key between begins anew, so that capitals while writing never do it. */
export function listenForLeaving(target: Pick<EventTarget, "addEventListener">, leave: () => void): void {
  let presses: number[] = []
  target.addEventListener(
    "keydown",
    (event) => {
      const { key, repeat, timeStamp } = event as KeyboardEvent
      if (repeat) return
      presses = key === "Shift" ? [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp] : []
      if (presses.length > 2) leave()
    },
    true,
  )
}
