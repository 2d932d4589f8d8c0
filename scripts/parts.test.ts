import { describe, expect, test } from "vitest"
import { soundTally, tallyPlaywright, tallyVitest } from "./parts.ts"

describe("counting what a runner says", () => {
  test("a test file that could not be loaded is a failure", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
    ]
    expect(tallyVitest(JSON.stringify({ numPassedTests: 3, numFailedTests: 1, testResults }))).toEqual({ passed: 3, failed: 2 })
  })
  test("a story that passed only when tried again has failed", () => {
    expect(tallyPlaywright(JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] }))).toEqual({
      passed: 5,
      failed: 3,
    })
  })
  test("a runner that ran nothing has failed", () => {
    expect(soundTally({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  })
  test("a runner that ends badly has failed, though every test passed", () => {
    expect(soundTally({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 })
    expect(soundTally({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 })
    expect(soundTally({ passed: 8, failed: 1 }, 1)).toEqual({ passed: 8, failed: 1 })
  })
})
