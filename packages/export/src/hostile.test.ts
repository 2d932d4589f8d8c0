// Words that would like to be something else: markup, a formula, a table cell, another file.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { guardCell, unguardCell } from "./csv-cell.ts"
import { safeHref } from "./html-description.ts"
import { pageStyle } from "./html-style.ts"
import { exportAs } from "./index.ts"
import { block, line } from "./md-escape.ts"
import { csvRows, rawCsvRows } from "./testing/csv-rows.ts"
import { everywhere } from "./testing/workshop.ts"

const PAYLOADS = [
  "<script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><svg onload=alert(1)>",
  "<img src=x onerror=alert(1)>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<!--><script>alert(1)</script>-->",
  "]]><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<details open ontoggle=alert(1)>",
  '<object data="data:text/html;base64,PHNjcmlwdD4=">',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "{style}</style><script>alert(1)</script>",
  "<style>{style}</style>",
  "\u0000<scr\u0000ipt>alert(1)</script>",
  "$&$'$`${alert(1)}",
  "__proto__",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "<https://evil.example>",
  "https://evil.example/track www.evil.example a@evil.example",
  "line\n# heading\n- list\n> quote\n---\n    code\n```\n| a | b |\n1. one",
]
const TAGS = new Set(
  "html head meta title style body a header p h1 h2 h3 h4 strong br nav ol ul li main section div article span bdi dl dt dd table caption thead tbody tr th td details summary time footer em u s code pre blockquote".split(
    " ",
  ),
)
const ATTRIBUTES = new Set(
  "lang dir charset http-equiv content name class href id aria-labelledby aria-hidden role scope datetime rel".split(" "),
)

/** Tags and attributes as a browser's tokenizer would see them, outside the style. */
function tokens(page: string): { tags: string[]; attributes: string[] } {
  const body = page.replace(/<style>[^<]*<\/style>/, "<style></style>")
  const found = [...body.matchAll(/<\/?([a-zA-Z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*>/g)]
  // Every "<" but the doctype's begins a tag that this reading understood.
  expect(body.split("<").length - 1 - 1).toBe(found.length)
  return {
    tags: found.map((one) => one[1] ?? ""),
    attributes: found.flatMap((one) => [...(one[2] ?? "").matchAll(/([^\s"=]+)="[^"]*"|([^\s"=]+)/g)].map((a) => a[1] ?? a[2] ?? "")),
  }
}

describe("the page", () => {
  const isOurs = (text: string) => {
    const page = exportAs("html", everywhere(text)).body
    const { tags, attributes } = tokens(page)
    expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([])
    expect(attributes.filter((attribute) => !ATTRIBUTES.has(attribute))).toEqual([])
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|https?:\/\/|mailto:)/)
  }
  test.each(PAYLOADS)("keeps %j as text", (payload) => {
    isOurs(payload)
    if (/[<>]/.test(payload)) expect(exportAs("html", everywhere(payload)).body).not.toContain(payload)
  })
  test("keeps any words as text", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from("<>\"'&=/ a\n`{}$\u0000;:-!")) }), isOurs), { numRuns: 60 })
  })
  test("writes the title into its style as escapes only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const content = /@top-center\{content:"((?:[^"\\]|\\[0-9a-f]{1,6} )*)"/.exec(pageStyle(title))?.[1] ?? "no match"
        expect(content).toMatch(/^([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*$/)
        expect(pageStyle(title)).not.toMatch(/[<]/)
      }),
    )
  })
  test("links in a long description go to web and mail addresses only", () => {
    expect(safeHref({ href: "https://a.example/b?c=1" })).toBe("https://a.example/b?c=1")
    for (const href of [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "//a.example",
      "https://a.example/ b",
      "vbscript:x",
      5,
      null,
    ])
      expect(safeHref({ href })).toBeNull()
  })
})

describe("the text", () => {
  test.each(PAYLOADS)("keeps %j from being markup", (payload) => {
    const text = exportAs("md", everywhere(payload)).body
    const own = text.replace(/<\/?(details|summary)>/g, "")
    // Every sign that could open markup in people's words is escaped, so none is left bare.
    expect(own).not.toMatch(/(?<!\\)[<>](?!\s)/)
    expect(own).not.toMatch(/(?<!\\)[[\]`]/)
    expect(own).not.toMatch(/(?<!\\)(https?|javascript|data):/i)
    expect(own).not.toMatch(/(?<!\\)www\.|[^\\\s]@/)
  })
  test("words with line breaks stay inside their line, cell or item", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("#-+*=>|`1. \n\r\t\u2028a")) }), (words) => {
        expect(line(words)).not.toMatch(/[\n\r\u2028]/)
        expect(line(words)).not.toMatch(/(?<!\\)\|/)
        for (const one of block(words, "  ").split("\n"))
          expect(one.trim()).not.toMatch(/^(#{1,6}(\s|$)|[-+*=>|](\s|$)|[-=]{2,}|\d+[.)](\s|$)|`{3})/)
      }),
    )
  })
  test("plain words read as they were written", () => {
    const words = "First - ensure that young people feel safe/comfortable (now!) to scrutinise; 3.5 & more for under $400,000: it’s theirs"
    expect(line(words)).toBe(words)
    expect(line("&lt;b&gt; $x$")).toBe("\\&lt;b\\&gt; \\$x\\$")
  })
})

describe("the table", () => {
  const FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u0000=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "'=1",
    "''=1",
    '=HYPERLINK("https://evil.example")',
    "=cmd|' /C calc'!A0",
    "\uFEFF=1",
    "﹦1",
  ]
  const starts = /^[\s\uFEFF]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n\u0000]/
  test.each(FORMULAS)("gives no cell that begins a formula for %j", (formula) => {
    for (const row of rawCsvRows(exportAs("csv", everywhere(formula)).body))
      for (const cell of Object.values(row)) expect(starts.test(cell)).toBe(false)
  })
  test("gives any words back equal, and none of them begins a formula", () => {
    const signs = fc.oneof(
      fc.constantFrom(...Array.from("='\"+-@,;\t\r\n\u0000＝＠ \uFEFF")),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.array(signs).map((all) => all.join("")),
        (words) => {
          expect(unguardCell(guardCell(words))).toBe(words)
          expect(starts.test(guardCell(words))).toBe(false)
          const handout = everywhere(words)
          const [row] = csvRows(exportAs("csv", handout).body)
          expect(row?.["words"]).toBe([...handout.board.notes.values()][0]?.text)
        },
      ),
      { numRuns: 80 },
    )
  })
  test("is RFC 4180 with a byte order mark, and numbers stay numbers", () => {
    const body = exportAs("csv", everywhere('a "quoted", word')).body
    expect(body.startsWith('\uFEFF"id","number","kind"')).toBe(true)
    expect(body).toContain('"a ""quoted"", word"')
    expect(body.endsWith("\r\n")).toBe(true)
  })
})
