// The built web app, read once at the start: the shell that pages are made from, and its files as they are sent.
import { readdir, readFile } from "node:fs/promises"
import { createHash } from "node:crypto"
import { extname, join, sep } from "node:path"
import { ownOrigin, type Header } from "./asking.ts"
import { encode } from "./compress.ts"
import type { Config } from "./config.ts"

export type SiteFile = {
  type: string
  etag: string
  immutable: boolean
  plain: Uint8Array<ArrayBuffer>
  br: Uint8Array<ArrayBuffer> | null
  gzip: Uint8Array<ArrayBuffer> | null
}
export type Site = {
  /** `index.html`, with `<!--boot-->`, `<!--first-->` and `<!--plain-->` to fill; null while nothing is built. */
  shell: string | null
  /** By path, such as `/assets/main-x1.js`. */
  files: ReadonlyMap<string, SiteFile>
  /** Where phones on the same network reach this server, when the reader sits at it and speaks to `localhost`; null = no such address. */
  lanOrigin(): string | null
}
export const NO_SITE: Site = { shell: null, files: new Map(), lanOrigin: () => null }

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
}
const COMPRESSIBLE = new Set([".css", ".js", ".json", ".svg", ".txt", ".webmanifest"])

/** Everything below `dir`; without a build, NO_SITE. Brotli made by the build (`file.br`) is used as it is. */
export async function readSite(dir: string): Promise<Pick<Site, "shell" | "files">> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, SiteFile>()
  let shell: string | null = null
  for (const path of paths) {
    const name = path.slice(dir.length).split(sep).join("/").replace(/^\/?/, "/")
    if (name === "/index.html") shell = await readFile(path, "utf8")
    else if (TYPES[extname(name)] && !name.startsWith("/.")) files.set(name, await readSiteFile(path, name, paths.includes(`${path}.br`)))
  }
  return { shell, files }
}

async function readSiteFile(path: string, name: string, hasBrotli: boolean): Promise<SiteFile> {
  const kind = extname(name)
  const plain = new Uint8Array(await readFile(path))
  const smaller = COMPRESSIBLE.has(kind) && plain.length > 600
  const br = hasBrotli ? new Uint8Array(await readFile(`${path}.br`)) : smaller ? await encode(plain, "br", 9) : null
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`
  return {
    type: TYPES[kind] ?? "application/octet-stream",
    etag,
    immutable: name.startsWith("/assets/"),
    plain,
    br,
    gzip: smaller ? await encode(plain, "gzip", 9) : null,
  }
}

/**
 * What a QR code should lead to. Who sits at the server speaks to `localhost`, where no phone finds it: then the address on the local
 * network stands in. EVENBOARD_URL always wins.
 */
export function reachableOrigin(header: Header, config: Config, site: Pick<Site, "lanOrigin">): string {
  const origin = ownOrigin(header, config)
  const here = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname)
  return (!config.url && here ? site.lanOrigin() : null) ?? origin
}
