import { expect, test } from "vitest"
import { spokenAddress, spokenCode } from "./address.ts"

test("the address is what somebody types: no scheme, no key, the port where there is one", () => {
  expect(spokenAddress("http://192.168.1.20:4400/j/abc")).toBe("192.168.1.20:4400")
  expect(spokenAddress("https://board.example.org/j/abc")).toBe("board.example.org")
})

test("the code is said in two groups of three", () => {
  expect(spokenCode("012345")).toBe("012 345")
})
