import { describe, expect, test } from "vitest"
import { untruthsOf } from "./docs.ts"

const repository = {
  paths: new Set(["docs/PROTOCOL.md", "docs/decisions/0003-client-ids.md", "packages/sync", "packages/sync/src/guard.test.ts"]),
  sources: [{ path: "packages/sync/src/guard.test.ts", text: 'test("a gap is healed", () => {})' }],
  commands: new Set(["check"]),
}
const untruths = (text: string) => untruthsOf({ path: "docs/A.md", text }, repository)

test("lets pass what is there, what lies on the web, and what the server answers", () => {
  const text =
    '[wire](PROTOCOL.md), [site](https://example.org/a.md), `guard.test.ts` "a gap", `pnpm check`, `packages/sync`, decision 0003, `/api/openapi.json`'
  expect(untruths(text)).toEqual([])
})

describe("tells of", () => {
  test.each([
    ["a link", "[wire](WIRE.md)", 'leads to "WIRE.md"'],
    ["a file", "see `rooms.ts`", "names the file rooms.ts"],
    ["a folder", "in packages/board/src", "names packages/board/src"],
    ["a command", "run `pnpm tidy`", 'names the command "pnpm tidy"'],
    ["a test's title", '`guard.test.ts` "a flood"', 'names the test "a flood" of guard.test.ts'],
    ["a decision", "(decision 0099)", "names decision 0099"],
  ])("%s that is not there", (_, text, what) => {
    expect(untruths(text)).toEqual([`docs/A.md ${what}, which is not there`])
  })
})
