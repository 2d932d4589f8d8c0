// While others change the list, what I look at stays where it is on the glass, and the note that has the focus keeps it; after a reload
// I am where I was. Browsers hold on to a place by themselves or not at all (Safari), each by rules of its own: here is one rule for
// all. Comes after the first page, and knows the list only as elements.

/** Something in sight, and how far under the upper edge of the page it stands: whatever is scrolled, that tells what others moved. */
type Held = { element: Element; top: number }

const NOTE = "[data-note]"
const keyOf = (): string => `evenboard-place ${location.pathname}`
const topOf = (element: Element): number => element.getBoundingClientRect().top + scrollY

/** What has the focus first, then the notes in sight from above: the first that is still there is held on to. */
function inSight(list: HTMLElement): Held[] {
  const focus = document.activeElement
  const held: Held[] = []
  for (const element of list.querySelectorAll(`${NOTE}, input`)) {
    const { top, bottom, height } = element.getBoundingClientRect()
    if (height === 0 || bottom <= 0) continue
    if (top >= innerHeight) break
    const one = { element, top: top + scrollY }
    if (element === focus) held.unshift(one)
    else held.push(one)
  }
  return held
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

/** Until stopped. One list at a time. */
export function keepPlace(list: HTMLElement): () => void {
  const page = list.closest("main")?.parentElement ?? list
  const root = document.documentElement
  root.style.setProperty("overflow-anchor", "none")
  findAgain(list)
  let held = inSight(list)
  let focused: HTMLElement | null = null
  let frame = 0
  const look = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      held = inSight(list)
    })
  }
  /** A note that others moved is another element of the same note. */
  const refocus = () => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return
    const id = focused.dataset.note ?? ""
    focused = list.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
    focused?.focus({ preventScroll: true })
  }
  const settle = (records: readonly MutationRecord[]) => {
    if (records.every(({ target }) => elementOf(target)?.closest("dialog"))) return
    refocus()
    const place = held.find(({ element }) => element.isConnected && element.getClientRects().length > 0)
    const moved = place ? topOf(place.element) - place.top : 0
    if (Math.abs(moved) >= 1) {
      scrollBy({ top: moved, behavior: "instant" })
      held = held.map(({ element }) => ({ element, top: topOf(element) }))
    }
    look()
  }

  const observer = new MutationObserver(settle)
  observer.observe(page, { childList: true, characterData: true, subtree: true })
  const stop = new AbortController()
  const { signal } = stop
  addEventListener("scroll", look, { signal, passive: true })
  addEventListener("resize", look, { signal })
  // Folding is mine: what stands under it may move.
  const letGo = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest("summary")) return
    held = []
    look()
  }
  list.addEventListener("click", letGo, { signal, capture: true })
  list.addEventListener("toggle", look, { signal, capture: true })
  page.addEventListener(
    "focusin",
    ({ target }) => {
      focused = target instanceof HTMLElement ? target.closest<HTMLElement>(NOTE) : null
      look()
    },
    { signal },
  )
  page.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (!(target instanceof Node) || !focused?.contains(target)) focused = null
    },
    { signal },
  )
  // The browser would go back to so many pixels, whatever has come above meanwhile.
  history.scrollRestoration = "manual"
  addEventListener("pagehide", () => leaveWord(held), { signal })
  return () => {
    observer.disconnect()
    stop.abort()
    cancelAnimationFrame(frame)
    root.style.removeProperty("overflow-anchor")
    history.scrollRestoration = "auto"
  }
}

let hasFound = false

function leaveWord(held: readonly Held[]): void {
  const place = held.find(({ element }) => element instanceof HTMLElement && element.dataset.note)
  const id = place?.element instanceof HTMLElement ? place.element.dataset.note : undefined
  try {
    if (place && id && scrollY > 0) sessionStorage.setItem(keyOf(), JSON.stringify({ id, top: place.top - scrollY }))
    else sessionStorage.removeItem(keyOf())
  } catch {
    // It begins at its top, then.
  }
}

/** Only once a page load, and only where the page was loaded again. */
function findAgain(list: HTMLElement): void {
  if (hasFound) return
  hasFound = true
  const [navigation] = performance.getEntriesByType("navigation")
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type === "navigate" || scrollY > 0) return
  try {
    const word = sessionStorage.getItem(keyOf())
    if (word === null) return
    const { id, top } = JSON.parse(word) as { id: string; top: number }
    const note = list.querySelector(`[data-note="${CSS.escape(id)}"]`)
    if (note && note.getClientRects().length > 0) scrollTo({ top: topOf(note) - top, behavior: "instant" })
  } catch {
    // Nothing was kept.
  }
}
