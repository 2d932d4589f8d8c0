import { expect, test } from "vitest"
import type { SessionEvent } from "@evenboard/session"
import { wipedAt } from "./use-wiped.ts"

test("a deleting and a name taken out each make the past be asked for anew, and nothing else does", () => {
  const happened = ["opened", "erased", "door-shut", "name-taken-out", "exported"]
  const events = happened.map((type, index) => ({ seq: index + 1, at: 1, by: "server", type }) as unknown as SessionEvent)
  expect(events.map((_, index) => wipedAt(events.slice(0, index + 1)))).toEqual([0, 2, 2, 4, 4])
})
