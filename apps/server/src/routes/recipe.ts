// A workshop's plan as a file that another one can be opened with: steps, questions and minutes. Everybody in the workshop may have it,
// as everybody reads the plan; it holds nobody's words and no name but the recipe's own.
import { LIMITS, recipeFile, words } from "@evenboard/api"
import { filenamesOf } from "@evenboard/export"
import { Hono } from "hono"
import { attachment } from "../attachment.ts"
import { check } from "../body.ts"
import { partyCalls } from "../calls.ts"
import type { Env } from "../context.ts"
import type { Deps } from "../deps.ts"
import { fail } from "../problem.ts"

const Name = words(LIMITS.title)

export const recipeRoutes = (deps: Deps) =>
  new Hono<Env>().get(
    "/api/workshops/:id/recipe",
    partyCalls(deps).asks(async (c, { workshop }) => {
      const { session } = await deps.live.now(workshop.id)
      const name = check(Name, c.req.query("name") ?? session.title.slice(0, LIMITS.title), c.var.words)
      if (!name.ok) return fail(c, name.reason, { fields: (name.fields ?? []).map((field) => ({ ...field, path: "name" })) })
      const file = recipeFile({ name: name.value, stages: session.stages }, session.language)
      return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": attachment(filenamesOf(name.value, ".recipe.json")),
      })
    }),
  )
