import { chromium } from "@playwright/test"
import AxeBuilder from "@axe-core/playwright"
const base = process.argv[2]
const api = async (path, body, key) =>
  (
    await fetch(base + path, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: body && JSON.stringify(body),
    })
  ).json()
const w = await api("/api/workshops", {
  title: "Better mornings",
  purpose: "How the morning visits should work from May, and who does what.",
  groups: ["People who use the service", "Family and carers", "Staff", "Voluntary and community sector"],
})
const j = await api(`/api/workshops/${w.workshopId}/seats`, { key: w.joinUrl.split("/j/")[1], name: "Rosa", showName: true })
for (const t of ["The bus stops at six, and the clinic opens at eight", "I would like the same person each time", "Letters I can read"])
  await api(`/api/workshops/${w.workshopId}/notes`, { text: t, kind: "need" }, j.seatKey)
await api(
  `/api/workshops/${w.workshopId}/notes`,
  { text: "It could end when the grant ends", kind: "risk", for: { name: "Ana" } },
  j.seatKey,
)
const key = new URL(w.joinUrl).pathname
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] })
async function shot(name, path, o = {}) {
  const ctx = await b.newContext({
    viewport: { width: o.w ?? 360, height: o.h ?? 740 },
    colorScheme: o.dark ? "dark" : "light",
    locale: o.locale ?? "en",
  })
  if (o.cookie) await ctx.addCookies([{ name: `eb_${w.workshopId}`, value: j.seatKey, url: base }])
  const p = await ctx.newPage()
  const errs = []
  p.on("console", (m) => m.type() === "error" && errs.push(m.text()))
  await p.goto(base + path)
  if (o.zoom) await p.evaluate(() => (document.documentElement.style.fontSize = "225%"))
  if (o.open) await p.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)))
  const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await p.screenshot({ path: `/tmp/srvshots/${name}.png`, fullPage: true })
  const axe = await new AxeBuilder({ page: p }).analyze()
  console.log(
    name,
    "overflow",
    wide,
    "axe",
    axe.violations.map((v) => v.id + ":" + v.nodes.map((n) => n.target).join("|")),
    errs,
  )
  await ctx.close()
}
await shot("join-en", key)
await shot("join-ar-dark", key + "?lang=ar", { dark: true, open: true })
await shot("join-320", key + "?lang=pt", { w: 320, open: true })
await shot("join-200", key + "?lang=es", { w: 320, zoom: true, open: true })
await shot("join-wide", key, { w: 1440, h: 900 })
await shot("back", key, { cookie: true })
await shot("code", "/join")
await shot("notfound", "/j/zzz")
await shot("plain", `/w/${w.workshopId}/plain?added=4`, { cookie: true, open: true })
await shot("plain-ar", `/w/${w.workshopId}/plain`, { cookie: true, dark: true, w: 320 })
await api(`/api/workshops/${w.workshopId}/organiser/door`, { open: false }, w.organiserKey)
await shot("shut", key)
await api(`/api/workshops/${w.workshopId}/organiser/door`, { open: true }, w.organiserKey)
const door = await api(`/api/workshops/${w.workshopId}/door`, null, w.organiserKey)
const ctx = await b.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
const p = await ctx.newPage()
await p.goto(base + "/")
await p.waitForURL(/join/)
console.log("home without js ->", new URL(p.url()).pathname)
await p.getByLabel("The six digits").fill(door.joinCode)
await p.getByRole("button").click()
console.log("code ->", p.url().replace(/j\/.*/, "j/…"))
await p.getByLabel("What should we call you?").fill("Sam")
await p.getByRole("button", { name: "Join", exact: true }).click()
await p.waitForURL(/plain/)
await p.getByLabel("Your note").fill("I can drive on Tuesdays")
await p.getByRole("button", { name: "Add the note" }).click()
console.log(await p.getByRole("status").textContent())
// the app itself
const c2 = await b.newContext({ viewport: { width: 360, height: 740 } })
const p2 = await c2.newPage()
p2.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log("app console:", m.text()))
p2.on("pageerror", (e) => console.log("app error:", e.message))
await p2.goto(base + key)
await p2.getByRole("button", { name: "Join", exact: true }).click()
await p2.waitForSelector("[data-ready=board]", { timeout: 8000 }).then(
  () => console.log("app ready"),
  (e) => console.log("app not ready", e.message.slice(0, 80)),
)
await p2.screenshot({ path: "/tmp/srvshots/app.png" })
await b.close()
