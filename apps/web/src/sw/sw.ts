// The service worker: opens a workshop's pages without internet, where https allows one. It keeps the files of the app and one empty
// page of it, which holds nobody's name and no word of any board; what a workshop's board was stands in the copies of this device, and
// the page reads it there. The network is always asked first, so that an old worker never stands before a newer server.
import { copiesInBrowser } from "../device/copies.ts"
import { isEnded, whichIsMine } from "./which.ts"
import type { FetchEvent, ServiceWorkerSelf } from "./worker.d.ts"

/** Filled in by the build: every file of the app but the words (a page says which language it speaks), and what they are in short. */
declare const EVENBOARD_FILES: readonly string[]
declare const EVENBOARD_BUILD: string

const worker = globalThis as unknown as ServiceWorkerSelf
const PREFIX = "evenboard-app-"
const CACHE = PREFIX + EVENBOARD_BUILD
/** The start page is the app without a workshop in it. */
const SHELL = "/"
/** A slower answer than this finds people reading already. */
const PATIENCE_MS = 2000

const copies = copiesInBrowser()

worker.addEventListener("install", (event) => event.waitUntil(install().then(() => worker.skipWaiting())))
worker.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => worker.clients.claim())))
worker.addEventListener("message", (event) => event.waitUntil(keepAlso(event.data)))
worker.addEventListener("fetch", (event) => {
  const mine = whichIsMine(event.request, worker.location.origin)
  if (mine?.is === "file") event.respondWith(file(event.request))
  if (mine?.is === "page") event.respondWith(page(event, mine.workshopId))
  // The browser has asked for every page already (preload). What is left to it would be asked for twice: a file taken away twice in the log.
  if (mine === null && event.request.mode === "navigate" && event.request.method === "GET") event.respondWith(asAsked(event))
})

async function install(): Promise<void> {
  const cache = await caches.open(CACHE)
  const shell = await fetch(SHELL, { credentials: "omit", cache: "no-store" })
  const text = await shell.clone().text()
  // Page and files must be of one build; while a server is being replaced they may not be. The browser tries again later.
  if (!shell.ok || !EVENBOARD_FILES.some((path) => text.includes(path))) throw new Error("not the page of this build")
  await cache.put(SHELL, shell)
  await cache.addAll([...EVENBOARD_FILES])
}

/** A page of the build before may still be open, and ask for files the server has no longer: so one older cache stays. */
async function tidy(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
  await copies.sweep(Date.now()).catch(() => false)
  await worker.registration.navigationPreload?.enable()
}

async function keepAlso(said: unknown): Promise<void> {
  const paths = (said as { keep?: unknown } | null)?.keep
  if (!Array.isArray(paths)) return
  const cache = await caches.open(CACHE)
  for (const path of paths as unknown[])
    if (typeof path === "string" && path.startsWith("/assets/") && !(await cache.match(path))) await cache.add(path).catch(() => {})
}

/** Files are named by what is in them, so a kept one is never stale. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

async function page(event: FetchEvent, workshopId: string): Promise<Response> {
  const shell = () => caches.open(CACHE).then((cache) => cache.match(SHELL, { ignoreVary: true }))
  const asked = ask(event)
  const early = await Promise.race([asked, rest(PATIENCE_MS)])
  // Too slow: whoever has a copy reads on meanwhile. Whoever has none can only wait.
  if (early === "slow" && (await copies.find(workshopId, Date.now()).catch(() => null))) return (await shell()) ?? orFail(await asked)
  const answer = early === "slow" ? await asked : early
  // No page of ours runs there that could: others' words do not stay with somebody who has no place among them.
  if (answer && isEnded(answer)) await copies.forget(workshopId).catch(() => {})
  // A proxy before a server that is away answers for it.
  return answer && answer.status < 500 ? answer : ((await shell()) ?? orFail(answer))
}

const asAsked = async (event: FetchEvent): Promise<Response> => (await event.preloadResponse) ?? (await fetch(event.request))

/** Null when nobody answered. */
const ask = async (event: FetchEvent): Promise<Response | null> => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    return null
  }
}
const rest = (ms: number) => new Promise<"slow">((resolve) => setTimeout(resolve, ms, "slow"))
const orFail = (answer: Response | null): Response => answer ?? Response.error()
