// Light or dark, as this one device chose; the page's inline script sets it before the first paint.
export const LOOKS = ["auto", "light", "dark", "contrast"] as const
export type Look = (typeof LOOKS)[number]
const KEY = "evenboard-theme"

export function chosenLook(): Look {
  const chosen = document.documentElement.dataset.theme
  return LOOKS.find((look) => look === chosen) ?? "auto"
}

export function setLook(look: Look): void {
  if (look === "auto") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = look
  try {
    if (look === "auto") localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, look)
  } catch {
    // A browser that keeps nothing: it holds for this page.
  }
}
