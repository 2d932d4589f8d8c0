// What nothing uses, as a check: names exported that no other file names, messages that nothing says, classes of a style sheet that no
// component wears (and those worn that no sheet has). Reads text, so a name that stands elsewhere for something else passes.
import { globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { namesMessages } from "../apps/web/bundling/names-messages.ts"
import { placeOf, tokensOf } from "./source.ts"

type TextFile = { path: string; text: string }

/** They stand in for modules of libraries, which import their names. */
const STAND_INS = /\/stand-ins\//
const EXPORT = /^export (?:async )?(?:const|let|function\*?|class|type|interface) (\w+)/gm

const codeOf = (text: string): string =>
  tokensOf(text)
    .filter(({ kind }) => kind === "code")
    .map((token) => token.text)
    .join(" ")
const namesIn = (code: string): Set<string> => new Set(code.match(/[\w$]+/g))

/** An `index.ts` hands names on and does not use them: what it lists has to be named outside its package. */
export function unreadExports(files: readonly TextFile[]): string[] {
  const readers = files.map(({ path, text }) => ({ path, names: namesIn(codeOf(text)) }))
  const isRead = (name: string, by: (path: string) => boolean) => readers.some(({ path, names }) => by(path) && names.has(name))
  return files.flatMap(({ path, text }) => {
    if (STAND_INS.test(path)) return []
    const unread = (name: string, at: number, by: (path: string) => boolean, where: string) =>
      isRead(name, by) ? [] : [`${placeOf(path, text, at)}: "${name}" is exported, and named nowhere ${where}`]
    if (path.endsWith("/src/index.ts")) {
      const folder = path.slice(0, -"src/index.ts".length)
      return [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap((match) =>
        [...(match[1] ?? "").replaceAll(/\btype\b/g, "").matchAll(/\w+/g)].flatMap(([name]) =>
          unread(name, match.index, (other) => !other.startsWith(folder), `outside ${folder}`),
        ),
      )
    }
    return [...text.matchAll(EXPORT)].flatMap(({ 1: name = "", index }) => unread(name, index, (other) => other !== path, "else"))
  })
}

/** A message is said where it is named whole, or by its beginning: `save.${state}`. */
export function unsaidWords(ids: readonly string[], files: readonly TextFile[]): string[] {
  const isSaid = namesMessages(files.map(({ text }) => text))
  return ids.filter((id) => !isSaid(id)).map((id) => `packages/words: nothing says "${id}"`)
}

const classesOf = (css: string): Set<string> =>
  new Set([...css.replaceAll(/\/\*[^]*?\*\/|"[^"]*"/g, "").matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = ""]) => name))

/** A file that asks by a computed name (`styles[kind]`) wears every class of that sheet. */
export function looseClasses(sheets: readonly TextFile[], files: readonly TextFile[]): string[] {
  const worn = new Map(sheets.map(({ path }) => [path, new Set<string>()]))
  const lacking: string[] = []
  for (const { path, text } of files)
    for (const [, local = "", from = ""] of text.matchAll(/^import (\w+) from "([^"]+\.module\.css)"/gm)) {
      const at = normalize(join(dirname(path), from))
      const known = classesOf(sheets.find((sheet) => sheet.path === at)?.text ?? "")
      const names = new RegExp(`\\b${local}\\[`).test(text)
        ? [...known]
        : [...text.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, "g"))].map(([, name = ""]) => name)
      for (const name of names) worn.get(at)?.add(name)
      for (const name of new Set(names)) if (!known.has(name)) lacking.push(`${path}: ${at} has no class "${name}"`)
    }
  const unworn = sheets.flatMap(({ path, text }) =>
    [...classesOf(text)].filter((name) => !worn.get(path)?.has(name)).map((name) => `${path}: nothing wears ".${name}"`),
  )
  return [...lacking, ...unworn]
}

function main(): void {
  const root = join(import.meta.dirname, "..")
  const read = (pattern: string): TextFile[] =>
    globSync(pattern, { cwd: root, exclude: (name) => ["node_modules", "dist", "catalogs", "client-peers"].includes(name) }).map(
      (path) => ({
        path: path.replaceAll("\\", "/"),
        text: readFileSync(join(root, path), "utf8"),
      }),
    )
  const files = [...read("{apps,packages}/**/*.{ts,tsx}"), ...read("scripts/*.ts")]
  const shipped = files.filter(({ path }) => /^(?:apps\/(?:web|server)|packages)\//.test(path) && !/\.test\.tsx?$/.test(path))
  const ids = read("packages/words/locales/en/*.json").flatMap(({ text }) => Object.keys(JSON.parse(text) as object))
  const found = [...unreadExports(files), ...unsaidWords(ids, shipped), ...looseClasses(read("apps/web/src/**/*.module.css"), files)]
  console.log(found.length ? found.join("\n") : "nothing is left over")
  process.exitCode = found.length ? 1 : 0
}

if (import.meta.main) main()
