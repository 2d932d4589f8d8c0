// Reads TypeScript as text, just well enough for the checks here: TypeScript 7 has no JavaScript API to ask. Knows comments, strings,
// templates and regular expressions, so that a word inside one of them is never taken for code. Not a parser.

/** One stretch of source. `text` holds what stands between the quotes, for strings and template parts. */
type Token = { kind: "code" | "string" | "template"; text: string; at: number }

const ENDS_VALUE = /[\w$)\]}'"`]$/
const KEYWORD_BEFORE_REGEX = /\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield)$/

/** True where a `/` or a `<` begins an expression rather than divides or compares. */
export const beginsExpression = (before: string): boolean => {
  const code = before.trimEnd()
  return code === "" || !ENDS_VALUE.test(code) || KEYWORD_BEFORE_REGEX.test(code)
}

/** The index just after the string that opens at `from`. */
export function endOfString(source: string, from: number): number {
  const quote = source[from]
  let i = from + 1
  while (i < source.length && source[i] !== quote && source[i] !== "\n") i += source[i] === "\\" ? 2 : 1
  return i + 1
}

/** The index just after the regular expression that opens at `from`. */
export function endOfRegex(source: string, from: number): number {
  let i = from + 1
  let inClass = false
  while (i < source.length && source[i] !== "\n" && (inClass || source[i] !== "/")) {
    if (source[i] === "[") inClass = true
    else if (source[i] === "]") inClass = false
    i += source[i] === "\\" ? 2 : 1
  }
  return i + 1
}

/** The index just after the comment that opens at `from`, or `from` when none does. */
export function endOfComment(source: string, from: number): number {
  if (source.startsWith("//", from)) return indexOr(source, "\n", from)
  if (source.startsWith("/*", from)) return indexOr(source, "*/", from) + 2
  return from
}

const indexOr = (source: string, what: string, from: number): number => {
  const at = source.indexOf(what, from)
  return at < 0 ? source.length : at
}

/** Splits source into code, strings and templates, without comments. What stands in `${…}` of a template comes as tokens of its own. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  read(source, 0, tokens, null)
  return tokens
}

/** What the code ended with: a string or template counts as a value. */
const lastOf = (tokens: Token[]): string => {
  const last = tokens.at(-1)
  return last === undefined ? "" : last.kind === "code" ? last.text : '""'
}

/** Reads until `until` closes this nesting (or the end); returns the index just after it. */
function read(source: string, from: number, tokens: Token[], until: "}" | null): number {
  let i = from
  let code = ""
  let depth = 0
  const flush = () => {
    if (code.trim()) tokens.push({ kind: "code", text: code, at: i - code.length })
    code = ""
  }
  while (i < source.length) {
    const char = source[i] ?? ""
    const afterComment = char === "/" ? endOfComment(source, i) : i
    if (afterComment > i) {
      flush()
      i = afterComment
    } else if (char === '"' || char === "'") {
      flush()
      const end = endOfString(source, i)
      tokens.push({ kind: "string", text: source.slice(i + 1, end - 1), at: i })
      i = end
    } else if (char === "`") {
      flush()
      i = readTemplate(source, i, tokens)
    } else if (char === "/" && !code.endsWith("<") && beginsExpression(code.trim() ? code : lastOf(tokens))) {
      i = endOfRegex(source, i)
      code += "0"
    } else if (char === "}" && depth === 0 && until) {
      flush()
      return i + 1
    } else {
      if (char === "{") depth += 1
      if (char === "}") depth -= 1
      code += char
      i += 1
    }
  }
  flush()
  return i
}

function readTemplate(source: string, from: number, tokens: Token[]): number {
  let i = from + 1
  let text = ""
  while (i < source.length && source[i] !== "`") {
    if (source.startsWith("${", i)) {
      tokens.push({ kind: "template", text, at: from })
      text = ""
      i = read(source, i + 2, tokens, "}")
    } else {
      const step = source[i] === "\\" ? 2 : 1
      text += source.slice(i, i + step)
      i += step
    }
  }
  tokens.push({ kind: "template", text, at: from })
  return i + 1
}

/** "file.tsx:12" for a person to jump to. */
export const placeOf = (path: string, source: string, at: number): string => `${path}:${source.slice(0, at).split("\n").length}`
