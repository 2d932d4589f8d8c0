// What our page weighs once long text can be written: as the build names its chunks, as they are sent.
import { readFileSync, statSync } from "node:fs"
import { join } from "node:path"

const WEB = join(import.meta.dirname, "../../../web")
/** What somebody who writes the description of an option has loaded, as keys of Vite's manifest. */
const KEYS = [
  "index.html",
  "virtual:words/ar/first.js",
  "virtual:words/ar/rest.js",
  "src/options/options-screen.tsx",
  "src/options/description-editor.tsx",
]

type Chunk = { file: string; imports?: string[]; css?: string[] }

export function richTextBytes(): number {
  const chunks = JSON.parse(readFileSync(join(WEB, "dist/.vite/manifest.json"), "utf8")) as Record<string, Chunk>
  const sizeOf = (file: string): number => statSync(join(WEB, "dist", `${file}.br`)).size
  return [...filesOf(chunks, KEYS)].reduce((sum, file) => sum + sizeOf(file), 0)
}

/** Scripts and styles of these chunks and of all they import at once. */
export function filesOf(chunks: Record<string, Chunk>, keys: readonly string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = chunks[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return files
}
