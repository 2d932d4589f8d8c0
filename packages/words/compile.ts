// Turns locales/{locale}/{area}.json (id → ICU message) into src/catalogs: one file a locale, and the ids with their arguments as types.
// Fails on a missing, extra or empty string, and where a translation asks for other arguments than the English does.
// With `--check`, only tells. English is the source; an id is `{area}.{what}`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compileMessage, type CompiledMessage } from "@lingui/message-utils/compileMessage"

const LOCALES = ["en", "es", "pt", "ar"] as const
const root = import.meta.dirname
const faults: string[] = []

type Strings = Map<string, string>

function readLocale(locale: string): Strings {
  const strings: Strings = new Map()
  for (const file of readdirSync(join(root, "locales", locale)).toSorted()) {
    const area = file.replace(/\.json$/, "")
    const messages = JSON.parse(readFileSync(join(root, "locales", locale, file), "utf8")) as Record<string, string>
    for (const [id, message] of Object.entries(messages)) {
      if (!id.startsWith(`${area}.`)) faults.push(`${locale}/${file}: "${id}" should begin with "${area}."`)
      if (!message.trim()) faults.push(`${locale}/${file}: "${id}" is empty`)
      strings.set(id, message)
    }
  }
  return strings
}

/** Names of the arguments a compiled message asks for, those inside plurals too. */
function argumentsOf(compiled: CompiledMessage, found = new Set<string>()): Set<string> {
  if (typeof compiled === "string") return found
  for (const part of compiled) {
    if (!Array.isArray(part)) continue
    const [name, , choices] = part as [string, string?, Record<string, CompiledMessage>?]
    if (name !== "#") found.add(name)
    if (choices && typeof choices === "object")
      for (const [key, choice] of Object.entries(choices)) if (key !== "offset") argumentsOf(choice, found)
  }
  return found
}

const english = readLocale("en")
const shape = new Map([...english].map(([id, message]) => [id, [...argumentsOf(compileMessage(message))].toSorted().join(" | ")]))
mkdirSync(join(root, "src/catalogs"), { recursive: true })

for (const locale of LOCALES) {
  const strings = locale === "en" ? english : readLocale(locale)
  for (const id of english.keys()) if (!strings.has(id)) faults.push(`${locale}: "${id}" is missing`)
  const compiled: Record<string, CompiledMessage> = {}
  for (const [id, message] of strings) {
    compiled[id] = compileMessage(message)
    const wanted = shape.get(id)
    const asked = [...argumentsOf(compiled[id])].toSorted().join(" | ")
    if (wanted === undefined) faults.push(`${locale}: "${id}" is not in English`)
    else if (asked !== wanted) faults.push(`${locale}: "${id}" asks for (${asked}), English for (${wanted})`)
  }
  const json = JSON.stringify(JSON.stringify(compiled))
  writeFileSync(
    join(root, `src/catalogs/${locale}.ts`),
    `// Made by compile.ts\nexport const messages = JSON.parse(${json}) as Record<string, string>\n`,
  )
}

const types = [...shape]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([id, names]) =>
      `  ${JSON.stringify(id)}: ${
        names
          ? names
              .split(" | ")
              .map((n) => JSON.stringify(n))
              .join(" | ")
          : "never"
      }`,
  )
writeFileSync(
  join(root, "src/catalogs/ids.ts"),
  `// Made by compile.ts: every message id, and the arguments it needs.\nexport type Arguments = {\n${types.join("\n")}\n}\n`,
)

if (faults.length) {
  console.error(`words: ${faults.length} fault(s)\n${faults.slice(0, 60).join("\n")}`)
  process.exit(1)
}
