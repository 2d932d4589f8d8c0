// Starts the app: reads what the server wrote into the page, loads the reader's language, and shows the page of this address.
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import type { Boot } from "@evenboard/api"
import { isLocale } from "@evenboard/words"
import { openWorkshop } from "./connect/open-workshop.ts"
import { App } from "./app.tsx"
import { listenForLeaving } from "./safe/leave-keys.ts"
import { loadFirstWords } from "./words.tsx"
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing but itself
import "./ui/base.css"

function readBoot(): Boot | null {
  const text = document.querySelector("#boot")?.textContent
  return text ? (JSON.parse(text) as Boot) : null
}

/** The style sheet, which waited so that the first notes could be read. One that does not come keeps nobody from writing. */
async function dressed(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>("link[data-late]")
  if (!link) return
  link.media = "all"
  if (link.sheet) return
  await new Promise((resolve) => {
    for (const outcome of ["load", "error"]) link.addEventListener(outcome, resolve)
  })
}

async function start(): Promise<void> {
  const looks = dressed()
  const boot = readBoot()
  // The line opens while the words are still on their way. Without the server the page is empty, and this device may keep a copy.
  const isWorkshop = location.pathname.startsWith("/w/")
  const workshop = boot ? openWorkshop(boot) : isWorkshop ? await (await import("./device/open-kept.ts")).openKeptHere() : null
  const asked = workshop?.boot.language ?? document.documentElement.lang.slice(0, 2)
  const words = await loadFirstWords(isLocale(asked) ? asked : "en")
  await looks
  const place = document.querySelector("#app")
  if (!place) throw new Error("the page has no #app")
  createRoot(place).render(
    <StrictMode>
      <App workshop={workshop} words={words} />
    </StrictMode>,
  )
  // What stands above a workshop's pages has brought it before it is needed: it works without a network, too.
  listenForLeaving(window, () => void import("./safe/leave-quickly.ts").then(({ leaveQuickly }) => leaveQuickly(workshop)))
}

void start()
