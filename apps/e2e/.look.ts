// node .look.ts name path width height locale dark [seat] [full]
import { readFileSync } from "node:fs"
import { chromium } from "@playwright/test"
const p = JSON.parse(readFileSync("/tmp/look/p.json", "utf8"))
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" })
for (const spec of process.argv.slice(2)) {
  const [name = "", path = "", size = "360x740", locale = "en", mode = "light", seatName = "guest", full = "", ...press] = spec.split("|")
  const [width, height] = size.split("x").map(Number) as [number, number]
  const w = p[path.startsWith("other:") ? "other" : "opened"]
  const seat = p[seatName] ?? p.guest
  await fetch(`${p.origin}/api/workshops/${p.opened.workshopId}/me`, {
    method: "PATCH",
    headers: { "content-type": "application/json", authorization: `Bearer ${seat.seatKey}` },
    body: JSON.stringify({ language: locale }),
  })
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: mode === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    ...(width < 900 ? { hasTouch: true, isMobile: true } : {}),
  })
  await context.addCookies([{ name: `eb_${p.opened.workshopId}`, value: seat.seatKey, url: p.origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  const url = path.startsWith("/")
    ? p.origin + path
    : path === "organiser"
      ? p.opened.organiserUrl
      : `${p.origin}/w/${w.workshopId}/${path}`
  await page.goto(url)
  await page.waitForTimeout(900)
  try {
    for (const one of press) {
      if (one.startsWith("key:")) await page.keyboard.press(one.slice(4))
      else if (one.startsWith("sel:")) await page.locator(one.slice(4)).first().click()
      else await page.getByRole("button", { name: one }).or(page.getByText(one)).first().click()
      await page.waitForTimeout(350)
    }
  } catch (error) {
    console.log(name, String(error).slice(0, 200))
  }
  if (full === "full") {
    const all = await page.evaluate(() => document.documentElement.scrollHeight)
    if (all > height) await page.setViewportSize({ width, height: Math.min(all, 2600) })
  }
  await page.screenshot({ path: `/tmp/look/${name}.png`, animations: "disabled" })
  await context.close()
}
await browser.close()
