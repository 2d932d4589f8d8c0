// Where a request comes from: its origin, address, language and cookie. Plain functions of headers and Config, so that the socket's
// door can use them too. Knows no workshop and no storage.
import type { IncomingMessage } from "node:http"
import { isLocale, LOCALES, type Locale } from "@evenboard/words"
import type { Config } from "./config.ts"

/** One header by its lower-case name. */
export type Header = (name: string) => string | undefined

/** Headers as Node gives them, for the socket's door. */
export const headersOf =
  (request: Pick<IncomingMessage, "headers">): Header =>
  (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(", ") : value
  }

const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/** `host:port` as the browser wrote it; null when it is missing or could not be one (it goes into headers and links). */
export function hostOf(header: Header, config: Config): string | null {
  const forwarded = config.trustProxy ? header("x-forwarded-host")?.split(",").at(-1)?.trim() : undefined
  const host = forwarded ?? header("host")
  return host && HOST.test(host) ? host.toLowerCase() : null
}

/** True when the browser speaks https to us, as far as we can know it. */
export function isSecure(header: Header, config: Config): boolean {
  if (config.trustProxy) {
    const forwarded = header("x-forwarded-proto")?.split(",").at(-1)?.trim()
    if (forwarded) return forwarded === "https"
  }
  return config.url?.startsWith("https://") ?? false
}

/** True when browsers let this page keep itself for later: over https, or on the machine itself. */
export function mayKeepPages(header: Header, config: Config): boolean {
  const host = new URL(ownOrigin(header, config)).hostname
  return isSecure(header, config) || host === "localhost" || host === "[::1]" || host.startsWith("127.")
}

/** What our own links begin with: EVENBOARD_URL, else what the Host header says. */
export function ownOrigin(header: Header, config: Config): string {
  return config.url ?? `${isSecure(header, config) ? "https" : "http"}://${hostOf(header, config) ?? `localhost:${config.port}`}`
}

/**
 * Is `origin` (an Origin or Referer header) this server? With EVENBOARD_URL it must be that. Without it the host must be the one the
 * request was sent to; http or https may differ then, since a proxy may speak https for us unasked.
 */
export function isOwnOrigin(origin: string, header: Header, config: Config): boolean {
  if (!URL.canParse(origin)) return false
  const { origin: given, host } = new URL(origin)
  if (config.url) return given === config.url
  const own = hostOf(header, config)
  return own !== null && host === new URL(`http://${own}`).host
}

/**
 * Who sent this form or call: our own page, somebody else's, or nobody said (a program, or a very old browser).
 * Order: Origin, then Sec-Fetch-Site, then Referer.
 */
export function senderOf(header: Header, config: Config): "own" | "foreign" | "unsaid" {
  const origin = header("origin")
  if (origin !== undefined) return isOwnOrigin(origin, header, config) ? "own" : "foreign"
  const site = header("sec-fetch-site")
  if (site !== undefined) return site === "same-origin" || site === "none" ? "own" : "foreign"
  const referer = header("referer")
  if (referer !== undefined) return isOwnOrigin(referer, header, config) ? "own" : "foreign"
  return "unsaid"
}

/** The sender's network address: the socket's, or the last one a trusted proxy added. */
export function addressOf(header: Header, config: Config, remote: string | undefined): string {
  const forwarded = config.trustProxy ? header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined
  return forwarded || remote || "unknown"
}

/** The first language of Accept-Language that we speak, or null. */
export function acceptedLocale(accept: string | undefined): Locale | null {
  const wanted = (accept ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, at) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";")
      const q = Number(
        params
          .find((param) => param.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { locale: tag.split("-")[0], q: Number.isFinite(q) ? q : 0, at }
    })
  const best = wanted.filter((one) => one.q > 0 && isLocale(one.locale)).toSorted((a, b) => b.q - a.q || a.at - b.at)[0]
  return LOCALES.find((locale) => locale === best?.locale) ?? null
}

const seatName = (workshopId: string) => `eb_${workshopId}`
const accessName = (workshopId: string) => `eba_${workshopId}`
const screenName = (workshopId: string) => `ebs_${workshopId}`
/** On https only the `__Host-` one counts, which no other page could have set. */
const hosted = (name: string, secure: boolean) => `${secure ? "__Host-" : ""}${name}`

/** The seat key in the workshop's cookie. */
export const seatCookie = (header: Header, config: Config, workshopId: string): string | null =>
  keyInCookie(header, hosted(seatName(workshopId), isSecure(header, config)))
/** The key of a screen without a seat. */
export const screenCookie = (header: Header, config: Config, workshopId: string): string | null =>
  keyInCookie(header, hosted(screenName(workshopId), isSecure(header, config)))

/** The key to what this browser said it needs, before anybody joined with it. */
export const accessCookie = (header: Header, config: Config, workshopId: string): string | null =>
  keyInCookie(header, hosted(accessName(workshopId), isSecure(header, config)))

function keyInCookie(header: Header, name: string): string | null {
  for (const pair of (header("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=")
    if (key === name && value && /^[0-9A-Za-z_-]{20,64}$/.test(value)) return value
  }
  return null
}

type Cookie = { workshopId: string; seconds: number; secure: boolean }

/** A Set-Cookie value that lasts `seconds`; with an empty key it forgets the seat. */
export const seatCookieHeader = ({ seatKey, ...cookie }: Cookie & { seatKey: string }): string =>
  cookieHeader(seatName(cookie.workshopId), seatKey, cookie)
export const screenCookieHeader = ({ key, ...cookie }: Cookie & { key: string }): string =>
  cookieHeader(screenName(cookie.workshopId), key, cookie)

export const accessCookieHeader = ({ key, ...cookie }: Cookie & { key: string }): string =>
  cookieHeader(accessName(cookie.workshopId), key, cookie)

function cookieHeader(name: string, key: string, { seconds, secure }: Cookie): string {
  // Browsers keep no cookie longer than 400 days.
  const maxAge = Math.max(0, Math.min(Math.floor(seconds), 400 * 86_400))
  return `${hosted(name, secure)}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`
}
