// A plan from one workshop to the next: saved as a file, opened again, and never a word of anybody in it.
import { readRecipeFile, type RecipeFile } from "@evenboard/api"
import { RECIPE_NAMES, recipeOf } from "@evenboard/session"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

let server: TestServer
beforeAll(async () => void (server = await openTestServer()))
afterAll(() => server.close())

const stages = [
  { kind: "needs", prompt: "What wakes you?", minutes: 40 },
  { kind: "agree", prompt: "", minutes: 0 },
]
const recipeAt = async (workshopId: string, key: string, query = "") =>
  server.call("GET", `/api/workshops/${workshopId}/recipe${query}`, { key })
const stagesOf = async (workshopId: string) => (await server.live.now(workshopId)).session.stages

test("a recipe holds steps, questions and minutes, and opens the next workshop with them", async () => {
  const first = await server.open({ title: "Better mornings", purpose: "Which bus?", groups: ["Staff"], recipe: { name: "Ours", stages } })
  const rosa = await server.join(first, { name: "Rosa", showName: true })
  await server.call("POST", `/api/workshops/${first.workshopId}/notes`, { key: rosa.seatKey, json: { text: "The stairs", kind: "need" } })
  for (const key of [rosa.seatKey, first.organiserKey]) {
    const text = await (await recipeAt(first.workshopId, key)).text()
    expect(text).not.toMatch(/Rosa|stairs|Which bus|Staff|hall\.test/)
    for (const secret of [first.organiserKey, rosa.seatKey, first.joinCode, first.workshopId]) expect(text).not.toContain(secret)
    const read = readRecipeFile(text)
    expect(read).toMatchObject({ ok: true, recipe: { name: "Better mornings", language: "en", stages } })
    if (!read.ok) throw new Error(read.reason)
    const second = await server.open({ title: "Second", recipe: read.recipe })
    expect(await stagesOf(second.workshopId)).toEqual(stages)
  }
})

test("its name may be another, and makes the file's", async () => {
  const { workshopId, organiserKey } = await server.open()
  const answer = await recipeAt(workshopId, organiserKey, `?name=${encodeURIComponent(" مساء جيد ")}`)
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="evenboard.recipe.json"; filename*=UTF-8''${encodeURIComponent("مساء-جيد.recipe.json")}`,
  )
  expect((await readJson<RecipeFile>(answer)).name).toBe("مساء جيد")
  for (const name of ["", "%20", "a".repeat(141)]) {
    const refused = await recipeAt(workshopId, organiserKey, `?name=${name}`)
    expect([refused.status, (await problemOf(refused)).fields?.[0]?.path]).toEqual([400, "name"])
  }
})

test("only who is in the workshop gets it", async () => {
  const [one, other] = [await server.open(), await server.open()]
  expect((await recipeAt(one.workshopId, other.organiserKey)).status).toBe(401)
  expect((await server.call("GET", `/api/workshops/${one.workshopId}/recipe`)).status).toBe(401)
  expect((await recipeAt("nothing00000", one.organiserKey)).status).toBe(404)
})

test("every built-in recipe opens a workshop in each language, and each of its questions is known in the others", async () => {
  for (const recipe of RECIPE_NAMES)
    for (const language of ["en", "es", "pt", "ar"] as const) {
      const { workshopId } = await server.open({ recipe, language })
      expect(await stagesOf(workshopId)).toEqual(recipeOf(recipe, (id) => server.words(language).say(id)).stages)
    }
})

test("a bad recipe is refused with its place, and nothing is opened", async () => {
  for (const recipe of [{ name: "A", stages: [] }, { name: "A", stages: [{ kind: "needs", prompt: "", minutes: 601 }] }, "long day"]) {
    const refused = await server.call("POST", "/api/workshops", { json: { title: "A", recipe } })
    expect([refused.status, (await problemOf(refused)).fields?.[0]?.path.split(".")[0]]).toEqual([400, "recipe"])
  }
})

test("the second evening begins from the first one's file with its own plan; without a plan the file's goes on", async () => {
  const first = await server.open({ title: "First", language: "es", groups: ["Staff"], recipe: "needs-options" })
  const rosa = await server.join(first)
  await server.call("POST", `/api/workshops/${first.workshopId}/notes`, { key: rosa.seatKey, json: { text: "The stairs", kind: "need" } })
  await server.call("POST", `/api/workshops/${first.workshopId}/organiser/end`, { key: first.organiserKey })
  const file = await readJson<object>(
    await server.call("GET", `/api/workshops/${first.workshopId}/export/json`, { key: first.organiserKey }),
  )

  const second = await server.open({ title: "Second", groups: ["Families"], recipe: "risks-agree", import: file })
  const { session, board } = await server.live.now(second.workshopId)
  expect(session.stages).toEqual(recipeOf("risks-agree", (id) => server.words("es").say(id)).stages)
  expect(session).toMatchObject({ title: "Second", language: "es", groups: ["Staff", "Families"], stage: "arrive", ended: false })
  expect([...board.notes.values()].map((note) => note.text)).toEqual(["The stairs"])

  const goingOn = await server.open({ title: "First", import: file })
  expect((await stagesOf(goingOn.workshopId)).map(({ kind }) => kind)).toEqual(["arrive", "needs", "options", "after"])
})
