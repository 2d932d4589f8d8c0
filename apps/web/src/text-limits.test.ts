import { expect, test } from "vitest"
import { LIMITS } from "@evenboard/api"
import { TEXT_LIMITS } from "@evenboard/board"

test("what people write may be as long on the board as in what they send to the server", () => {
  const { note, title, reason } = TEXT_LIMITS
  expect(LIMITS).toMatchObject({ note, title, reason })
})
