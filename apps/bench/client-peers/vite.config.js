// Both pages as their makers say production pages are made: one build, hashed assets, nothing from another host.
import { cp } from "node:fs/promises"
import { join } from "node:path"
import { defineConfig } from "vite"

const here = (path) => join(import.meta.dirname, path)

/** Excalidraw looks for its fonts at EXCALIDRAW_ASSET_PATH; the pages give it ours, so that no font comes from its network. */
const excalidrawFonts = {
  name: "excalidraw-fonts",
  apply: "build",
  closeBundle: () => cp(here("node_modules/@excalidraw/excalidraw/dist/prod/fonts"), here("dist/fonts"), { recursive: true }),
}

export default defineConfig({
  root: here("."),
  plugins: [excalidrawFonts],
  define: { "process.env.IS_PREACT": JSON.stringify("false") },
  build: {
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
    reportCompressedSize: false,
    rolldownOptions: { input: { tldraw: here("tldraw/index.html"), excalidraw: here("excalidraw/index.html") } },
  },
})
