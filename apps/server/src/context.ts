// What every handler finds on its Hono context, and the few questions it may ask of the request. Knows no storage.
import type { HttpBindings } from "@hono/node-server"
import type { Context } from "hono"
import { isLocale, type Locale, type Words } from "@evenboard/words"
import { acceptedLocale, addressOf, type Header } from "./asking.ts"
import type { Config } from "./config.ts"

export type Env = {
  /** Empty where a test asks without a socket. */
  Bindings: Partial<HttpBindings>
  Variables: { words: Words }
}
export type Ctx = Context<Env>

/** A header by name, as `asking.ts` wants it. */
export const headerOf =
  (c: Ctx): Header =>
  (name) =>
    c.req.header(name)

/** What the reader asked for: `?lang=` first, then the browser; null when neither says a language of ours. */
export function askedLocale(c: Ctx): Locale | null {
  const chosen = c.req.query("lang")
  return isLocale(chosen) ? chosen : acceptedLocale(c.req.header("accept-language"))
}

export const addressOfCall = (c: Ctx, config: Config): string => addressOf(headerOf(c), config, c.env?.incoming?.socket?.remoteAddress)

/** True for a browser that opens a page or follows a link (to a file, too), rather than a program. */
export const wantsPage = (c: Ctx): boolean => (c.req.header("accept") ?? "").includes("text/html")

export const isUnsafe = (method: string): boolean => !["GET", "HEAD", "OPTIONS"].includes(method)
