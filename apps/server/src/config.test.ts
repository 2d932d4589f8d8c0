import { expect, test } from "vitest"
import { ConfigError, readConfig } from "./config.ts"

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => [fault.name, fault.why])
    throw error
  }
  return []
}

test("an empty environment gives the defaults of the contract", () => {
  expect(readConfig({})).toEqual({ port: 4400, host: "0.0.0.0", dataDir: "./data", url: null, trustProxy: false, logLevel: "info" })
})

test("every setting is read, and a slash at the end of the address is dropped", () => {
  const env = {
    PORT: "0",
    HOST: "127.0.0.1",
    EVENBOARD_DATA: "/srv/board",
    EVENBOARD_URL: "https://Board.example/",
    EVENBOARD_TRUST_PROXY: "yes",
    EVENBOARD_LOG: "debug",
  }
  expect(readConfig(env)).toEqual({
    port: 0,
    host: "127.0.0.1",
    dataDir: "/srv/board",
    url: "https://board.example",
    trustProxy: true,
    logLevel: "debug",
  })
})

test("every bad or unknown setting is named at once", () => {
  const env = {
    PORT: "65536",
    EVENBOARD_URL: "board.example/path",
    EVENBOARD_TRUST_PROXY: "maybe",
    EVENBOARD_LOG: "loud",
    EVENBOARD_COLOUR: "red",
  }
  expect(faultsOf(env)).toEqual([
    ["EVENBOARD_COLOUR", "unknown"],
    ["PORT", "port"],
    ["EVENBOARD_URL", "url"],
    ["EVENBOARD_TRUST_PROXY", "yes-or-no"],
    ["EVENBOARD_LOG", "log-level"],
  ])
})

test.each(["-1", "4400x", "1e3", "123456"])("PORT %s is no port", (PORT) => expect(faultsOf({ PORT })).toEqual([["PORT", "port"]]))
test.each(["ftp://a.b", "https://a.b/c", "https://a.b?c", "https://u:p@a.b", "a.b"])("EVENBOARD_URL %s is no origin", (EVENBOARD_URL) =>
  expect(faultsOf({ EVENBOARD_URL })).toEqual([["EVENBOARD_URL", "url"]]),
)
test("a setting that is set to nothing counts as not set", () => expect(readConfig({ PORT: "", EVENBOARD_URL: " " }).url).toBeNull())
