// Sends text as brotli or gzip when the reader takes it. What arrives encoded (assets) passes through.
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { MiddlewareHandler } from "hono"
import type { Env } from "./context.ts"

const TEXT = /^(?:text\/|application\/(?:json|problem\+json|schema\+json|manifest\+json)|image\/svg\+xml)/
const THRESHOLD_BYTES = 600 // below it a packet is a packet
const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

type Encoding = "br" | "gzip"

/** The best encoding the reader takes (browsers offer brotli only over https), or null. */
export function encodingFor(accept: string | undefined): Encoding | null {
  const taken = new Set(
    (accept ?? "")
      .split(",")
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(";")[0]?.trim()),
  )
  if (taken.has("br")) return "br"
  return taken.has("gzip") ? "gzip" : null
}

export const encode = (bytes: Uint8Array, encoding: Encoding, quality = 5): Promise<Uint8Array<ArrayBuffer>> =>
  encoding === "br" ? toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : toGzip(bytes, { level: quality })

export const compress: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  if (!TEXT.test(headers.get("Content-Type") ?? "") || headers.has("Content-Encoding")) return
  headers.append("Vary", "Accept-Encoding")
  const encoding = encodingFor(c.req.header("accept-encoding"))
  if (!encoding || !c.res.body || c.req.method === "HEAD") return
  const bytes = new Uint8Array(await c.res.arrayBuffer())
  const small = bytes.length < THRESHOLD_BYTES
  const sent = small ? bytes : await encode(bytes, encoding)
  const answer = new Response(sent, { status: c.res.status, headers })
  answer.headers.delete("Content-Length")
  if (!small) answer.headers.set("Content-Encoding", encoding)
  // Assigning twice: Hono merges the headers of the answer before, Set-Cookie included.
  c.res = undefined
  c.res = answer
}
