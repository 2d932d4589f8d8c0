// How the app is built: hashed assets under /assets/, a manifest for the budget, every asset also as brotli, and the one inline
// script of the page. The server hashes that script for the Content-Security-Policy, and fills <!--boot--> and <!--plain-->.
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

const compress = promisify(brotliCompress)

/** Writes `file.br` beside every text asset once the bundle stands. */
function brotli(): Plugin {
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

/** What the first page says; everything else loads behind it. */
const FIRST_AREAS = new Set(["common", "save", "shell", "board", "commands"])

/**
 * `virtual:words/{locale}/first` and `…/rest`: the compiled catalog in two chunks, without the areas that no file of the app names
 * (exports, the join page and what else only the server says).
 */
function catalogs(): Plugin {
  const prefix = "virtual:words/"
  const source = join(import.meta.dirname, "src")
  let named: Promise<Set<string>> | null = null
  const areasNamed = async () => {
    const files = (await readdir(source, { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    const texts = await Promise.all(files.map((file) => readFile(join(source, file), "utf8")))
    return new Set(texts.flatMap((text) => [...text.matchAll(/["'`]([a-z]+)\.[a-z$]/g)].map((match) => match[1] ?? "")))
  }
  return {
    name: "evenboard:catalogs",
    resolveId: (id) => (id.startsWith(prefix) ? `${id}.js` : null),
    async load(id) {
      if (!id.startsWith(prefix)) return null
      const [locale, part] = id.slice(prefix.length, -3).split("/")
      const text = await readFile(join(import.meta.dirname, `../../packages/words/src/catalogs/${locale}.ts`), "utf8")
      const messages = JSON.parse(JSON.parse(/JSON\.parse\((".*")\)/.exec(text)?.[1] ?? '"{}"')) as Record<string, unknown>
      const areas = await (named ??= areasNamed())
      const kept = Object.entries(messages).filter(([key]) => {
        const area = key.split(".")[0] ?? ""
        return part === "first" ? FIRST_AREAS.has(area) : areas.has(area) && !FIRST_AREAS.has(area)
      })
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(kept)))})`
    },
  }
}

/**
 * The page's one inline script. It sends browsers that lack what the app stands on (Safari before 15.4, Chrome before 100) to the
 * plain page, sets the chosen theme before the first paint, and starts loading the reader's language beside the app.
 */
function early(): Plugin {
  const script = (catalogs: Record<string, string>) =>
    `(function(d,w,l){var e=d.documentElement,p=/^\\/w\\/[^/]+/.exec(l.pathname);` +
    `if(!("noModule"in d.createElement("script"))||!w.HTMLDialogElement||![].at||!w.structuredClone){if(p)l.replace(p[0]+"/plain");return}` +
    `try{var t=localStorage.getItem("evenboard-theme");if(t)e.setAttribute("data-theme",t)}catch(_){}` +
    `var f=${JSON.stringify(catalogs)}[e.lang.slice(0,2)];if(f){var k=d.createElement("link");k.rel="modulepreload";k.href=f;d.head.appendChild(k)}` +
    `})(document,window,location)`
  return {
    name: "evenboard:early",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const catalogs: Record<string, string> = {}
        for (const chunk of Object.values(bundle ?? {})) {
          const language = chunk.type === "chunk" ? /virtual:words\/([a-z]{2})\/first/.exec(chunk.facadeModuleId ?? "")?.[1] : undefined
          if (language) catalogs[language] = `/${chunk.fileName}`
        }
        return html.replace(/<script>\s*\/\*early\*\/\s*<\/script>/, () => `<script>${script(catalogs)}</script>`)
      },
    },
  }
}

/** A server to develop against: `EVENBOARD_DEV=http://127.0.0.1:4400 vite`. */
const server = process.env.EVENBOARD_DEV

export default defineConfig({
  plugins: [react(), catalogs(), early(), brotli()],
  css: {
    transformer: "lightningcss",
    lightningcss: {
      targets: { safari: (15 << 16) | (4 << 8), ios_saf: (15 << 16) | (4 << 8), chrome: 100 << 16, firefox: 100 << 16 },
      cssModules: { pattern: "[hash]_[local]" },
    },
  },
  build: {
    target: ["safari15.4", "chrome100", "firefox100"],
    manifest: true,
    cssMinify: "lightningcss",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
  },
  ...(server ? { server: { proxy: { "/api": server, "/sync": { target: server, ws: true } } } } : {}),
})
