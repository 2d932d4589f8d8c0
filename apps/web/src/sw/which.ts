// What the service worker answers itself, and what it leaves to the network. Pure.

export type Mine = { is: "file" } | { is: "page"; workshopId: string } | null

/** Pages of the server's own, below a workshop's address. */
const SERVERS_OWN = new Set(["access", "plain", "print"])

/** Files of the app, and a workshop's pages that are the app. Never answers of the API, exports, join pages or the server's own pages. */
export function whichIsMine(request: { method: string; mode: string; url: string }, origin: string): Mine {
  const url = new URL(request.url)
  if (request.method !== "GET" || url.origin !== origin) return null
  if (request.mode !== "navigate") return url.pathname.startsWith("/assets/") || url.pathname === "/icon.svg" ? { is: "file" } : null
  const [, workshopId, page] = /^\/w\/([0-9A-Za-z]{8,32})(?:\/([a-z-]+))?\/?$/.exec(url.pathname) ?? []
  return workshopId && !SERVERS_OWN.has(page ?? "") ? { is: "page", workshopId } : null
}

/** Who asked for a workshop's page has no place there any more, or it is gone: the server says so, or shows the way out. */
export const isEnded = ({ status, type }: Pick<Response, "status" | "type">): boolean =>
  type === "opaqueredirect" || [401, 403, 404].includes(status)
