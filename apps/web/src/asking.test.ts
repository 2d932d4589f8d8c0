import { expect, test } from "vitest"
import { askingNow } from "./asking.ts"

const asked = { asking: { seat: "sam", at: 0 }, host: "farah", ended: false }

test("somebody asks to host for as long as the host is away", () => {
  expect(askingNow(asked, new Set(["sam"]))).toBe("sam")
  expect(askingNow({ ...asked, host: null }, new Set())).toBe("sam")
  expect(askingNow({ ...asked, asking: null }, new Set())).toBeNull()
})

test("a host who came back is asked no more, nor anybody once the workshop has ended", () => {
  expect(askingNow(asked, new Set(["sam", "farah"]))).toBeNull()
  expect(askingNow({ ...asked, ended: true }, new Set(["sam"]))).toBeNull()
})
