// `/sw.js`, built beside the app once its files have their names.
import { createHash } from "node:crypto"
import { writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { build, type Plugin, type Rolldown } from "vite"
import { SOURCE, TARGET, WEB } from "./places.ts"

/** Screens outside a workshop: nobody needs them without internet. */
const OUTSIDE_SCREENS = /\/screens\/(?:contact|home|organiser)\//

/**
 * `/sw.js`: the service worker, one classic script (Firefox took none in modules for long), told which files this build has. The
 * words of four languages are left out: each page tells the worker of its own.
 */
export function serviceWorker(): Plugin {
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
        root: WEB,
        logLevel: "error",
        publicDir: false,
        define: {
          EVENBOARD_FILES: JSON.stringify(files),
          EVENBOARD_BUILD: JSON.stringify(createHash("sha256").update(files.join()).digest("hex").slice(0, 12)),
        },
        build: { write: false, target: TARGET, rolldownOptions: { input: join(SOURCE, "sw/sw.ts"), output: { format: "iife" } } },
      })) as Rolldown.RolldownOutput
      await writeFile(join(outDir, "sw.js"), built.output[0].code)
    },
  }
}
