import { expect, test } from "vitest"
import { afterChange, newFact } from "./facts.ts"
import { publicFact } from "./people.ts"

test("phones hear a first wording once the note says something else, not with every note that stands as it was written", () => {
  const fact = newFact("n1", 1, { author: "rosa", scribe: null }, "The bus", 0)
  expect(publicFact(fact)).not.toHaveProperty("firstWording")
  expect(publicFact(afterChange(fact, { seat: "sam", isOwn: false }, "The bus at six", 1))).toMatchObject({
    firstWording: "The bus",
    changes: 1,
    changedBy: "sam",
  })
})
