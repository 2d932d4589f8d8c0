// How the app is built: hashed assets under /assets/, and a manifest for the size budget. What it does of its own stands in bundling/.
import { join } from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { brotli } from "./bundling/brotli.ts"
import { fewChunks } from "./bundling/chunks.ts"
import { early } from "./bundling/first-page.ts"
import { SOURCE, TARGET } from "./bundling/places.ts"
import { serviceWorker } from "./bundling/service-worker.ts"
import { catalogs } from "./bundling/words.ts"

/** A server to develop against: `EVENBOARD_DEV=http://127.0.0.1:4400 vite`. */
const server = process.env.EVENBOARD_DEV

const chunks = fewChunks()
const standIn = (name: string): string => join(SOURCE, `stand-ins/${name}.ts`)

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
