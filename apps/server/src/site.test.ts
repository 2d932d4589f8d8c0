import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { readSite } from "./site.ts"

test("reads what the build made: the shell, the files, and brotli where it lies beside them", async () => {
  const dir = await mkdtemp(join(tmpdir(), "site-"))
  try {
    await mkdir(join(dir, "assets"))
    await mkdir(join(dir, ".vite"))
    const script = "let a = 1\n".repeat(200)
    await writeFile(join(dir, "index.html"), "<!--boot-->")
    await writeFile(join(dir, "assets/a.js"), script)
    await writeFile(join(dir, "assets/b.js"), script)
    await writeFile(join(dir, "assets/b.js.br"), "made by the build")
    await writeFile(join(dir, "icon.svg"), "<svg/>")
    await writeFile(join(dir, ".vite/manifest.json"), "{}")
    const { shell, files } = await readSite(dir)
    expect(shell).toBe("<!--boot-->")
    expect([...files.keys()].toSorted()).toEqual(["/assets/a.js", "/assets/b.js", "/icon.svg"])
    const [a, b, icon] = ["/assets/a.js", "/assets/b.js", "/icon.svg"].map((path) => files.get(path))
    expect(brotliDecompressSync(a?.br ?? "").toString()).toBe(script)
    expect(gunzipSync(a?.gzip ?? "").toString()).toBe(script)
    expect(Buffer.from(b?.br ?? "").toString()).toBe("made by the build")
    expect([a?.immutable, icon?.immutable, icon?.type, icon?.br]).toEqual([true, false, "image/svg+xml", null])
  } finally {
    await rm(dir, { recursive: true })
  }
})

test("without a build there is no shell and nothing to send", async () => {
  expect(await readSite("/nonexistent/dist")).toEqual({ shell: null, files: new Map() })
})
