// Bare words in TSX: a small reader that walks code until a tag begins, then the tag, its attributes and its children. It knows as
// much of the grammar as telling text from code takes.
import type { Bare } from "./bare-strings.ts"
import { saysSomething, TELLING } from "./seen-words.ts"
import { beginsExpression, endOfComment, endOfRegex, endOfString } from "./source.ts"

export function bareInJsx(source: string): Bare[] {
  const reader = new Reader(source)
  reader.code(null, false)
  return reader.bare
}

class Reader {
  readonly bare: Bare[] = []
  #at = 0
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** Reads code until `until` closes this nesting. With `shown`, a literal at this level that is not compared is on screen. */
  code(until: string | null, shown: boolean): void {
    let depth = 0
    let before = ""
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at] ?? ""
      const skipped = char === "/" ? endOfComment(this.#source, this.#at) : this.#at
      if (skipped > this.#at) this.#at = skipped
      else if (depth === 0 && char === until) {
        this.#at += 1
        return
      } else if (char === '"' || char === "'") {
        const literal = this.#string()
        if (shown && depth === 0 && !this.#isCompared(before)) this.#note(literal)
        before = '""'
      } else if (char === "`") {
        const parts = this.#template()
        if (shown && depth === 0) for (const part of parts) this.#note(part)
        before = '""'
      } else if (char === "/" && beginsExpression(before)) {
        this.#at = endOfRegex(this.#source, this.#at)
        before = '""'
      } else if (char === "<" && beginsExpression(before) && this.#opensTag()) {
        this.#element()
        before = ")"
      } else {
        if ("([{".includes(char)) depth += 1
        if (")]}".includes(char)) depth -= 1
        before = (before + char).slice(-40)
        this.#at += 1
      }
    }
  }

  /** `kind === "need"` or `"need" === kind` compares; nobody sees it. */
  #isCompared(before: string): boolean {
    return /[!=]==?\s*$/.test(before) || /^\s*(?:[!=]==?|in\b)/.test(this.#source.slice(this.#at, this.#at + 12))
  }

  /** A tag or a fragment, not `<T,>(x: T) => …` nor `<T extends U>(…) => …`. */
  #opensTag(): boolean {
    const rest = this.#source.slice(this.#at, this.#at + 80)
    return /^<(?:>|[A-Za-z])/.test(rest) && !/^<\w+\s*(?:,|extends\b|=)/.test(rest)
  }

  #element(): void {
    this.#at += 1
    const name = this.#take(/^[\w.:-]*/)
    if (name) this.#take(/^<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>/) // Types given to it: <Choices<Look> …>
    if (this.#attributes()) this.#children(name)
  }

  /** Reads attributes and the tag's end; true when children follow. */
  #attributes(): boolean {
    while (this.#at < this.#source.length) {
      this.#take(/^\s*/)
      const skipped = endOfComment(this.#source, this.#at)
      if (this.#source.startsWith("/>", this.#at)) {
        this.#at += 2
        return false
      }
      if (skipped > this.#at) this.#at = skipped
      else if (this.#source[this.#at] === ">") {
        this.#at += 1
        return true
      } else if (this.#source[this.#at] === "{") this.#braces(false)
      else this.#attribute()
    }
    return false
  }

  #attribute(): void {
    const name = this.#take(/^[\w:-]+/)
    if (!name) this.#at += 1
    if (!this.#take(/^\s*=\s*/)) return
    const telling = TELLING.has(name)
    const char = this.#source[this.#at]
    if (char === "{") this.#braces(telling)
    else if (char === "<") this.#element()
    else if (char === '"' || char === "'") {
      const value = this.#quoted(char)
      if (telling) this.#note(value)
    }
  }

  #children(name: string): void {
    const closing = `</${name}`
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at]
      if (this.#source.startsWith(closing, this.#at)) {
        this.#at = this.#source.indexOf(">", this.#at) + 1 || this.#source.length
        return
      }
      if (char === "{") this.#braces(true)
      else if (char === "<") this.#element()
      else this.#note({ at: this.#at, text: this.#take(/^[^<{]+/) })
    }
  }

  #braces(shown: boolean): void {
    this.#at += 1
    this.code("}", shown)
  }

  #string(): Bare {
    const at = this.#at
    this.#at = endOfString(this.#source, at)
    return { at, text: this.#source.slice(at + 1, this.#at - 1) }
  }

  /** A JSX attribute's string: no escapes, and it may span lines. */
  #quoted(quote: string): Bare {
    const at = this.#at
    const end = this.#source.indexOf(quote, at + 1)
    this.#at = end < 0 ? this.#source.length : end + 1
    return { at, text: this.#source.slice(at + 1, this.#at - 1) }
  }

  #template(): Bare[] {
    const at = this.#at
    const parts: Bare[] = []
    let text = ""
    this.#at += 1
    while (this.#at < this.#source.length && this.#source[this.#at] !== "`") {
      if (this.#source.startsWith("${", this.#at)) {
        parts.push({ at, text })
        text = ""
        this.#at += 2
        this.code("}", false)
      } else {
        const step = this.#source[this.#at] === "\\" ? 2 : 1
        text += this.#source.slice(this.#at, this.#at + step)
        this.#at += step
      }
    }
    this.#at += 1
    return [...parts, { at, text }]
  }

  #take(pattern: RegExp): string {
    const [taken = ""] = pattern.exec(this.#source.slice(this.#at, this.#at + 4000)) ?? []
    this.#at += taken.length
    return taken
  }

  #note({ at, text }: Bare): void {
    if (saysSomething(text)) this.bare.push({ at: at + text.length - text.trimStart().length, text: text.trim() })
  }
}
