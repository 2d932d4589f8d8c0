// How a thing is found in a page without a browser's own tools: by role, name and words, as a person or a screen reader finds it.
// These functions run inside the page, as text: they use nothing but their argument and the DOM.

type Role = "button" | "link" | "textbox" | "radio" | "checkbox" | "heading" | "dialog"
/** What to look for; `text` is any element's own words. The name is all of it, or (`begins`) how it begins. */
export type Query = { role?: Role; name?: string; begins?: string; text?: string; within?: "dialog" | "main" }
/** Where to press; null when it is not there, not to be seen, or covered. */
export type Found = { count: number; names: string[]; at: { x: number; y: number } | null }

/** Looking moves nothing; `reach` brings it into sight as well, as a thumb would before it presses. */
export function lookFor({ query, reach }: { query: Query; reach: boolean }): Found {
  const selectors: Record<string, string> = {
    button: "button, [role=button], summary",
    link: "a[href]",
    textbox: "textarea, input:not([type]), input[type=text], input[type=search], [role=textbox]",
    radio: "input[type=radio], [role=radio]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    heading: "h1, h2, h3, h4, h5, h6",
    dialog: "dialog[open], [role=dialog]",
  }
  const plain = (text: string | null | undefined): string =>
    (text ?? "")
      .replace(/[\u2066-\u2069\u200E\u200F]/g, "")
      .replace(/\s+/g, " ")
      .trim()
  const byIds = (ids: string): string =>
    ids.split(/\s+/).reduce((all, id) => `${all} ${document.getElementById(id)?.textContent ?? ""}`, "")
  const nameOf = (element: HTMLElement): string => {
    const labelled = element.getAttribute("aria-labelledby")
    if (labelled) return plain(byIds(labelled))
    const label = element.getAttribute("aria-label")
    if (label) return plain(label)
    const labels = "labels" in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : []
    return plain(labels.length > 0 ? labels.map((one) => one.innerText).join(" ") : element.innerText)
  }
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility !== "hidden" &&
    !element.closest("[inert], [aria-hidden=true]")
  const ownText = (element: Element): string =>
    plain([...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : "")).join(""))
  const place =
    query.within === "dialog"
      ? [...document.querySelectorAll("dialog[open], [role=dialog]")].at(-1)
      : query.within === "main"
        ? document.querySelector("main")
        : document
  const all = [...(place?.querySelectorAll<HTMLElement>(query.role ? (selectors[query.role] ?? "") : "*") ?? [])]
  const matching = all.filter((element) => {
    if (!isShown(element)) return false
    if (query.text !== undefined && ownText(element) !== plain(query.text)) return false
    if (query.name !== undefined && nameOf(element) !== plain(query.name)) return false
    return query.begins === undefined || nameOf(element).startsWith(plain(query.begins))
  })
  const [first] = matching
  if (reach) first?.scrollIntoView({ block: "center", behavior: "instant" })
  /** What would be pressed there is the thing itself, a part of it, or its label. */
  const pressable = (element: HTMLElement): { x: number; y: number } | null => {
    const box = element.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const hit = document.elementFromPoint(x, y)
    return hit && (element.contains(hit) || hit.closest("label")?.control === element) ? { x, y } : null
  }
  return { count: matching.length, names: all.filter(isShown).map(nameOf), at: first ? pressable(first) : null }
}

export const isReady = (): boolean => document.documentElement.dataset["ready"] === "board"
