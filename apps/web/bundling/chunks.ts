// Which files become one chunk. Owns nothing that is in them.
import { join } from "node:path"
import type { Plugin } from "vite"
import budget from "../budget.json" with { type: "json" }
import { SOURCE, WEB } from "./places.ts"

/** Reached from the first screen through a package's index alone, and used by none of it: they come with the screens that use them. */
const COMES_LATER = /packages\/board\/src\/(?:run|plan|hide|erase)\.ts$/

/** The screens and sheets of the stages, as the size budget counts them (scripts/budgets.ts). */
const STAGES = budget.participant.filter((key) => key.startsWith("src/"))

/**
 * Everything the entry imports statically becomes one chunk, `app`; and what of our own two or more screens and sheets of the stages
 * share beyond it becomes another, `stages`: on a phone's line fifteen small files come later than one, and each weighs more than its
 * part of one. Known only once the graph stands, just before chunks are made.
 */
export function fewChunks(): Plugin & { chunkOf: (id: string) => string | null } {
  const [app, seenBy] = [new Set<string>(), new Map<string, number>()]
  return {
    name: "evenboard:few-chunks",
    chunkOf: (id) => (app.has(id) ? "app" : (seenBy.get(id) ?? 0) > 1 ? "stages" : null),
    buildEnd() {
      const visit = (id: string, seen: Set<string>): void => {
        if (seen.has(id) || app.has(id) || (seen === app && COMES_LATER.test(id))) return
        seen.add(id)
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next, seen)
      }
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id, app)
      for (const page of STAGES) {
        const seen = new Set<string>()
        visit(join(WEB, page), seen)
        for (const id of seen) if (id.startsWith(SOURCE)) seenBy.set(id, (seenBy.get(id) ?? 0) + 1)
      }
    },
  }
}
