// The headers every answer carries. One policy for the whole instance: our own scripts and styles, and nothing else.
import { createHash } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import { hostOf, isSecure } from "./asking.ts"
import type { Config } from "./config.ts"
import { headerOf, type Env } from "./context.ts"

/** A CSP source for one inline script or style. */
export const inlineHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** Hashes of every inline script and style in a page. Blocks of data (`type="application/json"`) are not run and need none. */
export function inlineHashes(page: string): { scripts: string[]; styles: string[] } {
  const blocks = (pattern: RegExp) =>
    [...page.matchAll(pattern)].filter(([, tag = ""]) => !/\ssrc=|application\/json/.test(tag)).map(([, , text = ""]) => inlineHash(text))
  return { scripts: blocks(/<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g), styles: blocks(/<style((?:\s[^>]*)?)>([\s\S]*?)<\/style>/g) }
}

type Inline = { scripts: readonly string[]; styles: readonly string[] }

export function securityHeaders(config: Config, inline: Inline): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const header = headerOf(c)
    const secure = isSecure(header, config)
    const host = config.url ? new URL(config.url).host : hostOf(header, config)
    const set = (name: string, value: string) => c.res.headers.set(name, value)
    set("Content-Security-Policy", policy(inline, host ? `${secure ? "wss" : "ws"}://${host}` : null))
    set("X-Content-Type-Options", "nosniff")
    set("Referrer-Policy", "same-origin")
    set("Cross-Origin-Resource-Policy", "same-origin")
    set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")
    set("X-Robots-Tag", "noindex")
    if (!c.res.headers.has("Cache-Control")) set("Cache-Control", "no-store")
    if (!secure) return
    // On plain http browsers ignore both, and some say so on the console.
    set("Cross-Origin-Opener-Policy", "same-origin")
    set("Strict-Transport-Security", "max-age=63072000")
  }
}

/** Older Safari does not count the WebSocket of the same host as 'self', hence `socket`. */
function policy({ scripts, styles }: Inline, socket: string | null): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    "img-src 'self' data:",
    `connect-src 'self'${socket ? ` ${socket}` : ""}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}
