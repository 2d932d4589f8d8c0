// Every text asset also as brotli, made once here rather than at each request.
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"
import type { Plugin } from "vite"

const compress = promisify(brotliCompress)

/** Writes `file.br` beside every text asset once the bundle stands. */
export function brotli(): Plugin {
  let outDir = ""
  return {
    name: "evenboard:brotli",
    apply: "build",
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = (await readdir(outDir, { recursive: true })).filter(
        (file) => /\.(js|css|svg|json|woff2?)$/.test(file) && !file.startsWith("."),
      )
      await Promise.all(
        files.map(async (file) => {
          const bytes = await readFile(join(outDir, file))
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          await writeFile(join(outDir, `${file}.br`), await compress(bytes, { params }))
        }),
      )
    },
  }
}
