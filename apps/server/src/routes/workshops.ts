// Opening a workshop: POST /api/workshops.
import { OpenWorkshop, type Stage } from "@evenboard/api"
import { readImport } from "@evenboard/export"
import { DEFAULT_RECIPE, isRecipeName, recipeOf, type SessionEvent } from "@evenboard/session"
import type { FirstContent } from "@evenboard/storage"
import type { Locale } from "@evenboard/words"
import { Hono } from "hono"
import { ownOrigin } from "../asking.ts"
import { IMPORT_LIMIT, limitBody, readJson } from "../body.ts"
import { addressOfCall, askedLocale, headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { firstContent, importedLog } from "../importing.ts"
import { newId } from "../keys.ts"
import type { Limits } from "../limits.ts"
import { fail } from "../problem.ts"
import { makeWorkshop } from "../making.ts"
import { KEEP_MS } from "../retention.ts"

export const workshopRoutes = (deps: Deps, limits: Limits) =>
  new Hono<Env>().post("/api/workshops", limitBody(IMPORT_LIMIT), async (c) => {
    const opening = await limits.opening(addressOfCall(c, deps.config))
    if (!opening.ok) return fail(c, "too-many-workshops", { headers: { "Retry-After": String(opening.waitSeconds) } })
    const body = await readJson(c, OpenWorkshop)
    if (!body.ok) return fail(c, body.reason, body)
    const { import: file, ...wanted } = body.value
    const language: Locale = wanted.language ?? askedLocale(c) ?? "en"
    const read = file === undefined || file === null ? null : readImport(file, c.var.words)
    if (read?.ok === false) return fail(c, read.reason, { fields: [...read.fields] })
    // What a file brings is spoken in its own language, and so are the questions asked of it.
    const spoken = read?.content.language ?? language
    const stages = stagesOf(deps, spoken, wanted.recipe)
    if (!stages) return fail(c, "bad-body", { fields: [{ path: "recipe", message: c.var.words.say("problems.field-wrong") }] })

    const at = deps.now()
    const id = newId(deps.random)
    const opened = { title: wanted.title, purpose: wanted.purpose ?? "", language, groups: [...new Set(wanted.groups)], stages }
    let events: SessionEvent[] = [{ seq: 1, at, by: "organiser", type: "opened", ...opened }]
    let first: FirstContent | undefined
    if (read) {
      first = firstContent(read.content, { workshopId: id, language: spoken, at })
      events = importedLog(read.content, opened, { at, wanted })
    }
    const origin = ownOrigin(headerOf(c), deps.config)
    const content = { events, ...(first ? { first } : {}) }
    const answer = await makeWorkshop(deps, { id, language: spoken, keepUntil: at + KEEP_MS, rehearsalOf: null }, content, origin)
    return c.json(answer, 201, { Location: `/w/${id}` })
  })

/** A whole recipe as it is, a built-in one by its name, or the usual one; null for a name we do not know. */
function stagesOf(deps: Pick<Deps, "words">, language: Locale, recipe: OpenWorkshop["recipe"]): Stage[] | null {
  if (typeof recipe === "object") return recipe.stages
  const name = recipe ?? DEFAULT_RECIPE
  const words = deps.words(language)
  return isRecipeName(name) ? recipeOf(name, (id) => words.say(id)).stages : null
}
