// Counts what a phone downloads (JS + CSS as sent: brotli 11, no fonts) and fails above the budget. Which chunks a participant needs,
// the web app says itself in apps/web/budget.json, as keys of Vite's manifest; what those import statically is counted with them.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync } from "node:zlib"

/**
 * Bytes. `edit`: until the board would take an edit; every other step holds that too, and its own. `participant`: the
 * workshop from Arrive to After, with every sheet over it. `beside`: any one page beside the stages,
 * the heaviest. `longText`: until an option's long text would take an edit. `host`: the pages of who guides. `room`: the room
 * screen.
 */
const BUDGET = { edit: 120_000, participant: 180_000, beside: 180_000, longText: 260_000, host: 240_000, room: 190_000 } as const
type Step = keyof typeof BUDGET

export type Chunk = { file: string; imports?: string[]; css?: string[] }
type Chunks = Record<string, Chunk>

/** Files a phone has loaded once these manifest keys were asked for. Throws on a key that the build does not have. */
export function filesOf(chunks: Chunks, keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = chunks[key]
    if (!chunk) throw new Error(`budget.json names "${key}", which the build does not have`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return files
}

type Reckoning = { step: Step; bytes: number; limit: number }

/** What each step weighs in all. `sizeOf` gives a file's bytes as sent. */
export function reckon(chunks: Chunks, steps: Record<Step, string[]>, sizeOf: (file: string) => number): Reckoning[] {
  const weigh = (keys: readonly string[]): number =>
    [...filesOf(chunks, keys)].filter((file) => /\.(?:js|css)$/.test(file)).reduce((sum, file) => sum + sizeOf(file), 0)
  return (Object.keys(BUDGET) as Step[]).map((step) => {
    const own = steps[step]
    if (own.length === 0) throw new Error(`budget.json names nothing for "${step}"`)
    const words = own.filter((key) => key.startsWith("virtual:"))
    const pages = own.filter((key) => !words.includes(key))
    const asked = step === "beside" ? pages.map((page) => [...words, page]) : [own]
    const bytes = Math.max(...asked.map((keys) => weigh([...steps.edit, ...keys])))
    return { step, bytes, limit: BUDGET[step] }
  })
}

function main(): void {
  const web = join(import.meta.dirname, "../apps/web")
  const readJson = (path: string): unknown => JSON.parse(readFileSync(join(web, path), "utf8"))
  const sizeOf = (file: string) => brotliCompressSync(readFileSync(join(web, "dist", file))).length
  const reckonings = reckon(readJson("dist/.vite/manifest.json") as Chunks, readJson("budget.json") as Record<Step, string[]>, sizeOf)
  for (const { step, bytes, limit } of reckonings)
    console.log(`${bytes <= limit ? "fits " : "OVER "} ${step.padEnd(12)}${(bytes / 1000).toFixed(1).padStart(6)} of ${limit / 1000} KB`)
  process.exitCode = reckonings.every(({ bytes, limit }) => bytes <= limit) ? 0 : 1
}

if (import.meta.main) main()
