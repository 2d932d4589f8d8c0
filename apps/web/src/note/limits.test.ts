import { expect, test } from "vitest"
import { LIMITS as API } from "@evenboard/api"
import { LIMITS } from "./limits.ts"

test("the limits here are those of the server", () => {
  expect(LIMITS).toMatchObject({ note: API.note, title: API.title, reason: API.reason, name: API.name, table: API.table })
})
