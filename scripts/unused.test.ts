import { describe, expect, test } from "vitest"
import { looseClasses, unreadExports, unsaidWords } from "./unused.ts"

describe("exports", () => {
  const owner = { path: "packages/a/src/owner.ts", text: "export const open = 1\nexport type Door = string" }
  test.each([
    ["a name that no other file names", [owner], ["open", "Door"]],
    ["a name in a comment or a string alone", [owner, { path: "b.ts", text: '// open the Door\nconst a = "open Door"' }], ["open", "Door"]],
    ["nothing where another file names both", [owner, { path: "b.ts", text: "const a: Door = open" }], []],
    ["nothing where a template's expression names it", [owner, { path: "b.ts", text: "const a = `${open}` as Door" }], []],
    ["nothing in what stands in for a library", [{ path: "web/src/stand-ins/x.ts", text: "export const open = 1" }], []],
  ])("tells of %s", (_, files, names) => {
    expect(unreadExports(files).map((line) => /"(\w+)"/.exec(line)?.[1])).toEqual(names)
  })
  test("says where", () => {
    expect(unreadExports([owner])[1]).toBe('packages/a/src/owner.ts:2: "Door" is exported, and named nowhere else')
  })
  test("a name that a package's index hands on has to be named outside that package", () => {
    const index = { path: "packages/a/src/index.ts", text: 'export { open, type Door } from "./owner.ts"' }
    const inside = { path: "packages/a/src/inside.ts", text: "const a: Door = open" }
    const outside = { path: "apps/b/src/main.ts", text: "const a = open" }
    expect(unreadExports([owner, index, inside, outside])).toEqual([
      'packages/a/src/index.ts:1: "Door" is exported, and named nowhere outside packages/a/',
    ])
  })
})

test("a message is said whole, or by its beginning", () => {
  const text = 'words.say("save.saved"); words.say(`save.not-${state}`)'
  expect(unsaidWords(["save.saved", "save.not-kept", "save.kept"], [{ path: "a.tsx", text }])).toEqual([
    'packages/words: nothing says "save.kept"',
  ])
})

describe("classes", () => {
  const sheet = { path: "web/a.module.css", text: '.note, .theme:hover { inset: 0.5rem }\n/* .old */\n.note[data-x=".no"] { color: red }' }
  const wearing = (code: string) => [{ path: "web/a.tsx", text: `import styles from "./a.module.css"\n${code}` }]
  test("that nothing wears, and those that no sheet has", () => {
    expect(looseClasses([sheet], wearing("const a = [styles.note, styles.gone]"))).toEqual([
      'web/a.tsx: web/a.module.css has no class "gone"',
      'web/a.module.css: nothing wears ".theme"',
    ])
  })
  test("all count as worn where one is asked for by a computed name", () => {
    expect(looseClasses([sheet], wearing("const a = styles[kind]"))).toEqual([])
  })
})
