// Which words travel when: `virtual:words/{locale}/{part}`, the compiled catalog of a language in parts. `first` is what the first chunk
// says, `beside` what only the pages beside the stages say, `outside` the pages outside a workshop; an area apart is a part of its own,
// and `rest` holds the others. What no file of the app names (exports, the join page) never reaches a phone.
import { readdir, readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Plugin } from "vite"
import { namesMessages } from "./names-messages.ts"
import { SOURCE, WEB } from "./places.ts"

/** Files that the entry imports statically, one after the other. */
async function firstFiles(path = join(SOURCE, "main.tsx"), seen = new Map<string, string>()): Promise<Map<string, string>> {
  if (seen.has(path)) return seen
  const text = await readFile(path, "utf8")
  seen.set(path, text)
  for (const [, next] of text.matchAll(/^(?:import|export) [^"]*?from "(\.[^"]+\.tsx?)"/gms))
    if (next) await firstFiles(resolve(path, "..", next), seen)
  return seen
}

/** Areas of the pages outside a workshop: opening one, and the organiser's page. Nobody who takes part loads them. */
const OUTSIDE_AREAS = new Set(["contact", "home", "organiser", "recipe", "recipes"])

/** Each a chunk of its own: most people never load them. */
const APART_AREAS = new Set(["round", "check", "room", "became", "mention", "together"])

/** Pages that bring the words which only they say (screens.ts, beside-words.tsx). What any other file names too is with the rest. */
const BESIDE_PAGES =
  /^(?:deck\/|screens\/door\/door\.|screens\/paper\/screen-link|screens\/(?:balance|check|hand-out|happened|help|host|log|me|mine|organiser|outcomes|paper-notes|people)\/)/

/** The sentences of the log, which its page says. */
const LOG = join(WEB, "../../packages/log/src")

/** `as`: the folder of the app that these files count to. */
const sourcesIn = async (folder: string, as = ""): Promise<{ name: string; path: string }[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .map((file) => ({ name: join(as, file), path: join(folder, file) }))

export function catalogs(): Plugin {
  const prefix = "virtual:words/"
  const read = async () => {
    const files = [...(await sourcesIn(SOURCE)), ...(await sourcesIn(LOG, "screens/log"))]
    const names = files.map(({ name }) => name)
    const texts = await Promise.all(files.map(({ path }) => readFile(path, "utf8")))
    const isBeside = names.map((name) => BESIDE_PAGES.test(name))
    // The registry names what pages say of hosting; only notes and themes say its own area.
    const ofOthers = namesMessages(texts.filter((_, i) => !isBeside[i] && names[i] !== "commands/registry.ts"))
    const isOfPages = (id: string) => !ofOthers(id) && !id.startsWith("commands.")
    return { isOfPages, isFirst: namesMessages((await firstFiles()).values()), isNamed: namesMessages(texts) }
  }
  let known: ReturnType<typeof read> | null = null
  return {
    name: "evenboard:catalogs",
    buildStart() {
      known = null
    },
    resolveId: (id) => (id.startsWith(prefix) ? `${id}.js` : null),
    async load(id) {
      if (!id.startsWith(prefix)) return null
      const [locale, part] = id.slice(prefix.length, -3).split("/")
      const text = await readFile(join(WEB, `../../packages/words/src/catalogs/${locale}.ts`), "utf8")
      const messages = JSON.parse(JSON.parse(/JSON\.parse\((".*")\)/.exec(text)?.[1] ?? '"{}"')) as Record<string, unknown>
      const { isFirst, isNamed, isOfPages } = await (known ??= read())
      const areaPart = (area: string) => (OUTSIDE_AREAS.has(area) ? "outside" : APART_AREAS.has(area) ? area : "rest")
      const partsOf = (key: string): string[] => {
        const area = key.split(".")[0] ?? ""
        if (isFirst(key)) return ["first"]
        if (!isNamed(key)) return []
        // The way in is said by pages beside the stages, and by those outside and on the room screen.
        if (area === "door") return ["beside", "outside"]
        const own = areaPart(area)
        return [own === "rest" && isOfPages(key) ? "beside" : own]
      }
      const kept = Object.entries(messages).filter(([key]) => part !== undefined && partsOf(key).includes(part))
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(kept)))})`
    },
  }
}
