// The import ladder of AGENTS.md, as a check: who may import whom. Reads every import (static, dynamic, of types, of side effects)
// of every source file, and every package.json. Prints each breach with its place.
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { isBuiltin } from "node:module"
import { placeOf, tokensOf } from "./source.ts"

/** Which of ours each may import; `sync/client` means only that door. Apps are imported by nobody. */
const LADDER: Record<string, readonly string[]> = {
  "packages/api": [],
  "packages/board": [],
  "packages/words": [],
  "packages/sync": [],
  "packages/session": ["api"],
  "packages/storage": ["sync", "session"],
  "packages/log": ["session", "words"],
  "packages/export": ["board", "log", "session", "words"],
  "apps/server": ["api", "board", "export", "session", "storage", "sync", "words"],
  "apps/web": ["api", "board", "log", "session", "sync/client", "words"],
  "apps/e2e": [],
  "apps/bench": [],
}
/** Folders that know nothing of the app they stand in, but for these files. */
const APART: Record<string, readonly string[]> = { "apps/web/src/ui": ["apps/web/src/words.tsx"] }
const SCOPE = "@evenboard/"
/** May use devDependencies: what never reaches a phone or a running server. */
const NOT_SHIPPED = /\.test\.tsx?$|\/testing\/|^(?:apps\/(?:e2e|bench)|packages)\/[^/]+\/[^/]+\.ts$|^apps\/web\/(?:bundling\/)?[^/]+\.ts$/

export type Manifest = {
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
/** `path` begins with the package's folder, as the ladder names it. */
export type SourceFile = { path: string; text: string }
type Import = { of: string; at: number }

/** Every module a file asks for, in order. */
export function importsOf(text: string): Import[] {
  const tokens = tokensOf(text)
  return tokens.flatMap((token, i) => {
    const before = tokens[i - 1]?.kind === "code" ? (tokens[i - 1]?.text ?? "") : ""
    const said = token.kind === "string" && /\b(?:from|import)\s*$/.test(before)
    const called = token.kind !== "code" && /\bimport\s*\(\s*$/.test(before)
    return said || called ? [{ of: token.text, at: token.at }] : []
  })
}

export function breachesOf(files: SourceFile[], manifests: ReadonlyMap<string, Manifest>): string[] {
  const house = new House(manifests)
  const inFiles = files.flatMap((file) =>
    importsOf(file.text).flatMap(({ of, at }) => {
      const breach = house.breachOf(file.path, of)
      return breach ? [`${placeOf(file.path, file.text, at)}: ${breach}`] : []
    }),
  )
  return [...inFiles, ...house.manifestBreaches(), ...cyclesOf(house.edges)]
}

class House {
  /** Who imports whom, by folder, from source and package.json alike. */
  readonly edges = new Map<string, Set<string>>()
  readonly #manifests: ReadonlyMap<string, Manifest>
  readonly #folders: ReadonlyMap<string, string>

  constructor(manifests: ReadonlyMap<string, Manifest>) {
    this.#manifests = manifests
    this.#folders = new Map([...manifests].map(([folder, { name }]) => [name, folder]))
  }

  breachOf(path: string, wanted: string): string | null {
    const folder = path.split("/").slice(0, 2).join("/")
    if (wanted.startsWith("."))
      return leaves(path, wanted, folder) ? `"${wanted}" leaves ${folder}: import the package by its name` : this.#apart(path, wanted)
    if (wanted.startsWith(SCOPE)) return this.#ours(folder, wanted, path)
    if (wanted.startsWith("virtual:") && folder === "apps/web") return null // Made by bundling/words.ts.
    return isBuiltin(wanted) ? (wanted.startsWith("node:") ? null : `write "node:${wanted}"`) : this.#outside(folder, wanted, path)
  }

  #apart(path: string, wanted: string): string | null {
    const apart = Object.keys(APART).find((folder) => path.startsWith(`${folder}/`))
    if (!apart || !leaves(path, wanted, apart)) return null
    return APART[apart]?.includes(normalize(join(dirname(path), wanted))) ? null : `${apart} knows nothing of the app around it`
  }

  #ours(folder: string, wanted: string, path: string): string | null {
    const name = wanted.split("/").slice(0, 2).join("/")
    const door = `.${wanted.slice(name.length)}`
    const target = this.#folders.get(name)
    if (!target) return `there is no ${name}`
    if (target === folder) return `inside ${folder}, import the file itself`
    this.#edge(folder, target)
    if (target.startsWith("apps/")) return `nobody imports an app, and ${target} is one`
    if (!opens(this.#manifests.get(target)?.exports ?? {}, door)) return `${name} has no door "${door}": see its exports`
    if (!allows(folder, name.slice(SCOPE.length), door)) return `the ladder does not let ${folder} import ${wanted}`
    return this.#declares(folder, name, path)
  }

  #outside(folder: string, wanted: string, path: string): string | null {
    const name = wanted
      .split("/")
      .slice(0, wanted.startsWith("@") ? 2 : 1)
      .join("/")
    return this.#declares(folder, name, path)
  }

  #declares(folder: string, name: string, path: string): string | null {
    const { dependencies = {}, devDependencies = {} } = this.#manifests.get(folder) ?? { name: folder }
    if (name in dependencies) return null
    const forTests = name in devDependencies || name in (this.#manifests.get(".")?.devDependencies ?? {})
    if (forTests && NOT_SHIPPED.test(path)) return null
    return forTests ? `"${name}" is a devDependency, but this file is shipped` : `"${name}" is not in ${folder}/package.json`
  }

  manifestBreaches(): string[] {
    return [...this.#manifests].flatMap(([folder, { dependencies = {}, devDependencies = {} }]) => {
      if (folder === ".") return []
      if (!(folder in LADDER)) return [`${folder}: not in the ladder of scripts/ladder.ts`]
      const ours = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith(SCOPE))
      return ours.flatMap((name) => {
        const target = this.#folders.get(name)
        if (target) this.#edge(folder, target)
        const short = name.slice(SCOPE.length)
        const allowed = (LADDER[folder] ?? []).some((rung) => rung.split("/")[0] === short)
        return allowed ? [] : [`${folder}/package.json: the ladder does not let it depend on ${name}`]
      })
    })
  }

  #edge(from: string, to: string): void {
    this.edges.set(from, (this.edges.get(from) ?? new Set()).add(to))
  }
}

const leaves = (path: string, wanted: string, folder: string): boolean => !normalize(join(dirname(path), wanted)).startsWith(`${folder}/`)

/** A rung without a door opens every door of that package; with one, only that door. */
const allows = (folder: string, short: string, door: string): boolean =>
  (LADDER[folder] ?? []).some((rung) => rung === short || rung === short + door.slice(1))

const opens = (exports: Record<string, string>, door: string): boolean =>
  Object.keys(exports).some((each) => {
    const [start = "", end] = each.split("*")
    return end === undefined ? each === door : door.startsWith(start) && door.endsWith(end) && door.length >= start.length + end.length
  })

function cyclesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>()
  const walk = (folder: string, way: string[]): void => {
    const seen = way.indexOf(folder)
    if (seen >= 0) {
      const round = way.slice(seen)
      const first = round.indexOf(round.toSorted()[0] ?? "")
      found.add([...round.slice(first), ...round.slice(0, first)].join(" → "))
      return
    }
    for (const next of edges.get(folder) ?? []) walk(next, [...way, folder])
  }
  for (const folder of edges.keys()) walk(folder, [])
  return [...found].map((round) => `a round of imports: ${round} → ${round.split(" ")[0]}`)
}

function main(): void {
  const root = join(import.meta.dirname, "..")
  const folders = [".", ...globSync("{apps,packages}/*", { cwd: root })].filter((folder) => existsSync(join(root, folder, "package.json")))
  const manifests = new Map(
    folders.map((folder) => [
      folder.replaceAll("\\", "/"),
      JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest,
    ]),
  )
  const paths = globSync("{apps,packages}/*/**/*.{ts,tsx}", {
    cwd: root,
    exclude: (name) => ["node_modules", "dist", "catalogs"].includes(name),
  })
  const files = paths.map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(root, path), "utf8") }))
  const breaches = breachesOf(files, manifests)
  console.log(breaches.length ? breaches.join("\n") : `${files.length} files keep to the ladder`)
  process.exitCode = breaches.length ? 1 : 0
}

if (import.meta.main) main()
