// How the app is built: hashed assets under /assets/, a manifest for the budget, every asset also as brotli, and the one inline
// script of the page. The server hashes that script for the Content-Security-Policy, and fills <!--boot-->, <!--first--> and <!--plain-->.
import { createHash } from "node:crypto"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"
import react from "@vitejs/plugin-react"
import budget from "./budget.json" with { type: "json" }
import { build, defineConfig, type Plugin, type Rolldown } from "vite"

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

/** Reached from the first screen through a package's index alone, and used by none of it: they come with the screens that use them. */
const COMES_LATER = /packages\/board\/src\/(?:run|plan|hide|erase)\.ts$/

/**
 * Everything the entry imports statically becomes one chunk, `app`; and what of our own two or more screens and sheets of the stages
 * share beyond it becomes another, `stages`: on a phone's line fifteen small files come later than one, and each weighs more than its part of one.
 * Known only once the graph stands, just before chunks are made.
 */
function fewChunks(stages: readonly string[]): Plugin & { chunkOf: (id: string) => string | null } {
  const [app, seenBy] = [new Set<string>(), new Map<string, number>()]
  return {
    name: "evenboard:few-chunks",
    chunkOf: (id) => (app.has(id) ? "app" : (seenBy.get(id) ?? 0) > 1 ? "stages" : null),
    buildEnd() {
      const visit = (id: string, seen: Set<string>): void => {
        if (seen.has(id) || app.has(id) || (seen === app && COMES_LATER.test(id))) return
        seen.add(id)
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next, seen)
      }
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id, app)
      for (const page of stages) {
        const seen = new Set<string>()
        visit(join(import.meta.dirname, page), seen)
        for (const id of seen) if (id.startsWith(source)) seenBy.set(id, (seenBy.get(id) ?? 0) + 1)
      }
    },
  }
}

const source = join(import.meta.dirname, "src")

/** Files that the entry imports statically, one after the other. */
async function firstFiles(path = join(source, "main.tsx"), seen = new Map<string, string>()): Promise<Map<string, string>> {
  if (seen.has(path)) return seen
  const text = await readFile(path, "utf8")
  seen.set(path, text)
  for (const [, next] of text.matchAll(/^(?:import|export) [^"]*?from "(\.[^"]+\.tsx?)"/gms))
    if (next) await firstFiles(resolve(path, "..", next), seen)
  return seen
}

/** Whether a text names a message: "save.saved" whole, or `save.${state}` by its beginning. */
function namesMessages(texts: Iterable<string>): (id: string) => boolean {
  const [whole, beginnings] = [new Set<string>(), new Set<string>()]
  for (const text of texts) {
    for (const [, id = ""] of text.matchAll(/"([a-z]+\.[\w-]+)"/g)) whole.add(id)
    for (const [, start = ""] of text.matchAll(/`([a-z]+\.[\w-]*)\$\{/g)) beginnings.add(start)
  }
  return (id) => whole.has(id) || [...beginnings].some((start) => id.startsWith(start))
}

/** Areas of the pages outside a workshop: opening one, and the organiser's page. Nobody who takes part loads them. */
const OUTSIDE_AREAS = new Set(["contact", "home", "organiser", "recipe", "recipes"])

/** Each a chunk of its own: most people never load them. */
const APART_AREAS = new Set(["round", "check", "room", "became", "mention", "together"])

/** Pages that bring the words which only they say (screens.ts, beside-words.tsx). What any other file names too is with the rest. */
const BESIDE_PAGES =
  /^(?:deck\/|screens\/door\/door\.|screens\/paper\/screen-link|screens\/(?:balance|check|hand-out|happened|help|host|log|me|mine|organiser|outcomes|paper-notes|people)\/)/

/**
 * `virtual:words/{locale}/first`, `…/rest`, `…/beside`, `…/outside`, `…/round`, `…/check`, `…/room`, `…/became`, `…/mention` and `…/together`: the compiled catalog in chunks: what the first chunk of
 * the app says, the other messages of the areas that any file names, those of the pages beside the stages and outside a workshop, and those of areas that come
 * with what says them. What only the server says (exports, the join page) never reaches a phone.
 */
function catalogs(): Plugin {
  const prefix = "virtual:words/"
  const read = async () => {
    const names = (await readdir(source, { recursive: true })).filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    const texts = await Promise.all(names.map((name) => readFile(join(source, name), "utf8")))
    const areas = new Set(texts.flatMap((text) => [...text.matchAll(/["`]([a-z]+)\.[a-z$]/g)].map((match) => match[1] ?? "")))
    const isBeside = names.map((name) => BESIDE_PAGES.test(name))
    // The registry names what pages say of hosting; only notes and themes say its own area.
    const ofOthers = namesMessages(texts.filter((_, i) => !isBeside[i] && names[i] !== "commands/registry.ts"))
    const isOfPages = (id: string) => !ofOthers(id) && !id.startsWith("commands.")
    return { isOfPages, isFirst: namesMessages((await firstFiles()).values()), isNamed: (id: string) => areas.has(id.split(".")[0] ?? "") }
  }
  let known: ReturnType<typeof read> | null = null
  return {
    name: "evenboard:catalogs",
    buildStart() {
      known = null
    },
    resolveId: (id) => (id.startsWith(prefix) ? `${id}.js` : null),
    async load(id) {
      if (!id.startsWith(prefix)) return null
      const [locale, part] = id.slice(prefix.length, -3).split("/")
      const text = await readFile(join(import.meta.dirname, `../../packages/words/src/catalogs/${locale}.ts`), "utf8")
      const messages = JSON.parse(JSON.parse(/JSON\.parse\((".*")\)/.exec(text)?.[1] ?? '"{}"')) as Record<string, unknown>
      const { isFirst, isNamed, isOfPages } = await (known ??= read())
      const areaPart = (area: string) => (OUTSIDE_AREAS.has(area) ? "outside" : APART_AREAS.has(area) ? area : "rest")
      const partsOf = (key: string): string[] => {
        const area = key.split(".")[0] ?? ""
        if (isFirst(key)) return ["first"]
        if (!isNamed(key)) return []
        // The way in is said by pages beside the stages, and by those outside and on the room screen.
        if (area === "door") return ["beside", "outside"]
        const own = areaPart(area)
        return [own === "rest" && isOfPages(key) ? "beside" : own]
      }
      const kept = Object.entries(messages).filter(([key]) => part !== undefined && partsOf(key).includes(part))
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
        return stylesLate(html).replace(/<script>\s*\/\*early\*\/\s*<\/script>/, () => `<script>${script(catalogs)}</script>`)
      },
    },
  }
}

/** Screens outside a workshop: nobody needs them without internet. */
const OUTSIDE_SCREENS = /\/screens\/(?:home|organiser)\//

/**
 * `/sw.js`: the service worker, one classic script (Firefox took none in modules for long), told which files this build has. The
 * words of four languages are left out: each page tells the worker of its own.
 */
function serviceWorker(): Plugin {
  let outDir = ""
  return {
    name: "evenboard:service-worker",
    apply: "build",
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    async writeBundle(_options, bundle) {
      const files = Object.values(bundle)
        .filter((file) => /\.(?:js|css)$/.test(file.fileName))
        .filter((file) => file.type === "asset" || !/virtual:words\//.test(file.facadeModuleId ?? ""))
        .filter((file) => file.type === "asset" || !OUTSIDE_SCREENS.test(file.facadeModuleId ?? ""))
        .map((file) => `/${file.fileName}`)
        .toSorted()
      const built = (await build({
        configFile: false,
        root: import.meta.dirname,
        logLevel: "error",
        publicDir: false,
        define: {
          EVENBOARD_FILES: JSON.stringify(files),
          EVENBOARD_BUILD: JSON.stringify(createHash("sha256").update(files.join()).digest("hex").slice(0, 12)),
        },
        build: { write: false, target: TARGET, rolldownOptions: { input: join(source, "sw/sw.ts"), output: { format: "iife" } } },
      })) as Rolldown.RolldownOutput
      await writeFile(join(outDir, "sw.js"), built.output[0].code)
    },
  }
}

/**
 * The app's style sheet holds back nobody who reads the first notes: it loads as if for paper, at the rank of one that is needed, and the
 * app turns it on (main.tsx). It stays in the head, before the sheets of later chunks, which are to win where both say something.
 */
function stylesLate(html: string): string {
  return html.replace(
    /<link rel="stylesheet"([^>]*?) href="([^"]+)">/,
    (_, rest: string, href: string) =>
      `<link rel="preload" as="style"${rest} href="${href}"><link rel="stylesheet" media="print" data-late${rest} href="${href}">`,
  )
}

/** A server to develop against: `EVENBOARD_DEV=http://127.0.0.1:4400 vite`. */
const server = process.env.EVENBOARD_DEV

const TARGET = ["safari15.4", "chrome100", "firefox100"]
/** As the size budget counts them (scripts/budgets.ts). */
const STAGES = budget.participant.filter((key) => key.startsWith("src/"))
const chunks = fewChunks(STAGES)
const standIn = (name: string): string => join(source, `stand-ins/${name}.ts`)

export default defineConfig({
  plugins: [react(), catalogs(), chunks, early(), serviceWorker(), brotli()],
  css: {
    transformer: "lightningcss",
    lightningcss: {
      targets: { safari: (15 << 16) | (4 << 8), ios_saf: (15 << 16) | (4 << 8), chrome: 100 << 16, firefox: 100 << 16 },
      cssModules: { pattern: "[hash]_[local]" },
    },
  },
  // Parts of libraries that nothing here uses, each replaced by a few lines that say why.
  resolve: {
    alias: {
      "@tiptap/pm/history": standIn("prosemirror-history"),
      "lib0/logging": standIn("lib0-logging"),
      "lib0/broadcastchannel": standIn("lib0-broadcastchannel"),
      "lib0/dom": standIn("lib0-dom"),
      "use-sync-external-store/shim/index.js": standIn("use-sync-external-store"),
    },
  },
  build: {
    target: TARGET,
    manifest: true,
    cssMinify: "lightningcss",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: (id) => chunks.chunkOf(id) }] } } },
    chunkSizeWarningLimit: 800,
  },
  ...(server ? { server: { proxy: { "/api": server, "/sync": { target: server, ws: true } } } } : {}),
})
