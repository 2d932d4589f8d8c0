// Finds words a person would read that do not come from packages/words: JSX text and telling attributes in apps/web/src, and the same
// in html`` pages of apps/server/src/pages. Scans text (TypeScript 7 has no JavaScript API), so it looks only where words can be seen:
// between tags, in aria-label, alt, title, placeholder, and literals that stand alone in a child's braces.
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { bareInJsx } from "./jsx-words.ts"
import { bareInHtml } from "./html-words.ts"
import { placeOf } from "./source.ts"

export type Bare = { text: string; at: number }

const root = join(import.meta.dirname, "..")
const read = (path: string) => readFileSync(join(root, path), "utf8")
const pathsOf = (pattern: string) => globSync(pattern, { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))

function main(): void {
  const found = [
    ...pathsOf("apps/web/src/**/*.tsx").map((path) => ({ path, source: read(path), bareIn: bareInJsx })),
    ...pathsOf("apps/server/src/pages/**/*.ts").map((path) => ({ path, source: read(path), bareIn: bareInHtml })),
  ].flatMap(({ path, source, bareIn }) =>
    bareIn(source).map(({ text, at }) => `${placeOf(path, source, at)}: "${text}" belongs in packages/words`),
  )
  console.log(found.length ? found.join("\n") : "every word on screen comes from packages/words")
  process.exitCode = found.length ? 1 : 0
}

if (import.meta.main) main()
