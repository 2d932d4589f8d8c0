// What README, AGENTS.md and docs/ name, as a check: links, files, commands of package.json, tests by file and title, and decisions
// (those named in source, too) exist. Whether a sentence is true, a person has to read.
import { globSync, readFileSync } from "node:fs"
import { basename, dirname, join, normalize } from "node:path"

type TextFile = { path: string; text: string }
/** `paths`: every file and folder of the repository; `sources`: what tests and decisions are looked up in. */
type Repository = { paths: ReadonlySet<string>; sources: readonly TextFile[]; commands: ReadonlySet<string> }

/** Pages that the server answers, and no files of ours. */
const ANSWERED = /^\//
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = ""]) => found)

export function untruthsOf({ path, text }: TextFile, { paths, sources, commands }: Repository): string[] {
  const names = new Set([...paths].map((each) => basename(each)))
  const links = all(text, /\]\(([^)#\s]+)\)/g).filter((to) => !/^[a-z]+:/.test(to))
  const files = all(text, /`([\w./-]+\.(?:ts|tsx|mjs|md|json|css))`/g).filter((file) => !ANSWERED.test(file))
  const folders = all(text, /(?<![\w./])((?:packages|apps|docs|scripts)\/[\w./-]*\w)/g)
  const titles = [...text.matchAll(/`([\w.-]+\.(?:test|spec)\.ts)` "([^"]+)"/g)]
  return [
    ...links.filter((to) => !paths.has(normalize(join(dirname(path), to)))).map((to) => `leads to "${to}"`),
    ...files.filter((file) => !paths.has(file) && !names.has(basename(file))).map((file) => `names the file ${file}`),
    ...folders.filter((folder) => !paths.has(folder)).map((folder) => `names ${folder}`),
    ...all(text, /`pnpm ([\w:]+)`/g)
      .filter((command) => !commands.has(command))
      .map((command) => `names the command "pnpm ${command}"`),
    ...titles
      .filter(([, file = "", title = ""]) => !sources.some((source) => basename(source.path) === file && source.text.includes(title)))
      .map(([, file, title]) => `names the test "${title}" of ${file}`),
    ...missingDecisions(text, paths),
  ].map((what) => `${path} ${what}, which is not there`)
}

const missingDecisions = (text: string, paths: ReadonlySet<string>): string[] =>
  [...new Set(all(text, /\bdecisions?[ /](\d{4})\b/gi))]
    .filter((number) => ![...paths].some((path) => path.startsWith(`docs/decisions/${number}-`)))
    .map((number) => `names decision ${number}`)

function main(): void {
  const root = join(import.meta.dirname, "..")
  const skip = (name: string) => ["node_modules", "dist", "catalogs", "shots"].includes(name)
  const found = (pattern: string) => globSync(pattern, { cwd: root, exclude: skip }).map((path) => path.replaceAll("\\", "/"))
  const read = (path: string): TextFile => ({ path, text: readFileSync(join(root, path), "utf8") })
  const sources = found("{apps,packages,scripts}/**/*.{ts,tsx,mjs}").map(read)
  const { scripts } = JSON.parse(read("package.json").text) as { scripts: Record<string, string> }
  const repository = {
    paths: new Set(found("**/*")),
    sources,
    commands: new Set(["install", "exec", "run", ...Object.keys(scripts)]),
  }
  const docs = [...found("*.md"), ...found("docs/**/*.md")]
  const untruths = [
    ...docs.flatMap((path) => untruthsOf(read(path), repository)),
    ...sources.flatMap(({ path, text }) =>
      path.startsWith("scripts/") ? [] : missingDecisions(text, repository.paths).map((what) => `${path} ${what}, which is not there`),
    ),
  ]
  console.log(untruths.length ? untruths.join("\n") : `what ${docs.length} documents name is there`)
  process.exitCode = untruths.length ? 1 : 0
}

if (import.meta.main) main()
