import { describe, expect, test } from "vitest"
import { breachesOf, importsOf, type Manifest, type SourceFile } from "./ladder.ts"

const named = (name: string, more: Partial<Manifest> = {}): Manifest => ({
  name: `@evenboard/${name}`,
  exports: { ".": "./src/index.ts" },
  ...more,
})

function house(change: Record<string, Manifest> = {}): Map<string, Manifest> {
  return new Map(
    Object.entries({
      ".": { name: "evenboard-repo", devDependencies: { vitest: "" } },
      "packages/api": named("api", { dependencies: { zod: "" } }),
      "packages/session": named("session", { dependencies: { "@evenboard/api": "" }, devDependencies: { "fast-check": "" } }),
      "packages/sync": named("sync", { exports: { ".": "./src/index.ts", "./client": "./src/client/index.ts" } }),
      "packages/words": named("words", { exports: { ".": "./src/index.ts", "./catalogs/*": "./src/catalogs/*.ts" } }),
      "apps/server": named("server", { dependencies: { "@evenboard/session": "", "@evenboard/sync": "" } }),
      "apps/web": named("web", { dependencies: { "@evenboard/session": "", "@evenboard/sync": "", "@evenboard/words": "" } }),
      ...change,
    }),
  )
}
const file = (path: string, text: string): SourceFile => ({ path, text })
const breaches = (path: string, text: string) => breachesOf([file(path, text)], house())

describe("finding imports", () => {
  test("static, of types, of side effects, dynamic, re-exports and import types all count", () => {
    const text = `import a from "a"\nimport type { B } from 'b'\nimport "c"\nexport * from "d"\nconst e = await import("e")\ntype F = import("f").F\nimport {\n  g,\n} from "g"`
    expect(importsOf(text).map(({ of }) => of)).toEqual(["a", "b", "c", "d", "e", "f", "g"])
  })
  test("words in comments, strings, templates and regular expressions do not", () => {
    const text =
      '// import "a"\n/* from "b" */ const c = "import \\"d\\""\nconst e = `from "f" ${g("h")} ${from}>`\nconst i = /from "j"/.test("k")'
    expect(importsOf(text)).toEqual([])
  })
  test("an import after a division, a template or JSX is still seen", () => {
    const text = 'const a = b / c\nconst d = `${e}/`\nconst f = <p>{g}</p>\nimport "h"'
    expect(importsOf(text).map(({ of }) => of)).toEqual(["h"])
  })
})

describe("the ladder", () => {
  test("lets a package import what stands below it", () => {
    expect(breaches("packages/session/src/rules.ts", 'import type { Intent } from "@evenboard/api"')).toEqual([])
    expect(breaches("apps/web/src/ui/a.tsx", 'import "../words.tsx"\nimport "./b.tsx"')).toEqual([])
    expect(
      breaches(
        "apps/web/src/main.tsx",
        'import("@evenboard/words/catalogs/en")\nimport x from "@evenboard/sync/client"\nimport("virtual:words/en")',
      ),
    ).toEqual([])
  })
  test.each([
    ["upwards", "packages/api/src/a.ts", 'import "@evenboard/session"', "does not let packages/api"],
    ["out of what stands apart", "apps/web/src/ui/a.tsx", 'import { useBoard } from "../use-board.ts"', "knows nothing of the app"],
    ["upwards by a type", "packages/api/src/a.ts", 'import type { S } from "@evenboard/session"', "does not let packages/api"],
    ["upwards at run time", "packages/api/src/a.ts", 'await import("@evenboard/session")', "does not let packages/api"],
    ["a package from an app", "packages/session/src/a.ts", 'import "@evenboard/server"', "nobody imports an app"],
    ["an app from an app", "apps/web/src/a.tsx", 'import "@evenboard/server"', "nobody imports an app"],
    ["past the exports", "apps/server/src/a.ts", 'import "@evenboard/session/src/rules.ts"', "has no door"],
    ["the server's side of sync from the web", "apps/web/src/a.ts", 'import "@evenboard/sync"', "does not let apps/web"],
    ["another package by a path", "packages/session/src/a.ts", 'import "../../api/src/index.ts"', "leaves packages/session"],
    ["oneself by name", "packages/api/src/a.ts", 'import "@evenboard/api"', "import the file itself"],
    ["what nobody declared", "packages/session/src/a.ts", 'import "yjs"', '"yjs" is not in packages/session/package.json'],
    ["a test's tool in shipped code", "packages/session/src/a.ts", 'import fc from "fast-check"', "is a devDependency"],
    ["a builtin without its prefix", "apps/server/src/a.ts", 'import "fs"', 'write "node:fs"'],
    ["a package that is not there", "apps/server/src/a.ts", 'import "@evenboard/boards"', "there is no @evenboard/boards"],
  ])("refuses to import %s", (_, path, text, why) => {
    const [first, ...others] = breaches(path, text)
    expect(first).toContain(`${path}:1: `)
    expect(first).toContain(why)
    expect(others.filter((breach) => !breach.startsWith("a round of imports"))).toEqual([])
  })
  test("lets a test use its tools", () => {
    expect(breaches("packages/session/src/a.test.ts", 'import fc from "fast-check"\nimport { test } from "vitest"')).toEqual([])
  })
  test("reads package.json too: a dependency up the ladder, and a folder it does not know", () => {
    const wrong = house({
      "packages/api": named("api", { dependencies: { "@evenboard/words": "" } }),
      "packages/extra": named("extra"),
    })
    expect(breachesOf([], wrong)).toEqual([
      "packages/api/package.json: the ladder does not let it depend on @evenboard/words",
      "packages/extra: not in the ladder of scripts/ladder.ts",
    ])
  })
  test("names a round of imports once", () => {
    const round = [
      file("packages/api/src/a.ts", 'import "@evenboard/session"'),
      file("packages/session/src/a.ts", 'import "@evenboard/api"'),
    ]
    expect(breachesOf(round, house()).filter((breach) => breach.includes("round"))).toEqual([
      "a round of imports: packages/api → packages/session → packages/api",
    ])
  })
})
