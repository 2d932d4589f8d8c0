// What fits on one picture: cards of measured heights into columns or rows, pages of them, and long words into pieces. Pure; who
// measures is its caller's affair. Nothing is ever cut off: what does not fit goes on, on the next page.

/** Indexes of cards, by column. */
export type Columns = readonly (readonly number[])[]

/** Fills one column after the other, then one page after the other. A card taller than the page has a column of its own. */
export function packColumns(
  heights: readonly number[],
  { columns, height, gap }: { columns: number; height: number; gap: number },
): Columns[] {
  const pages: number[][][] = []
  let column: number[] = []
  let used = 0
  const next = (): void => {
    column = []
    used = 0
    const page = pages.at(-1)
    if (page && page.length < columns) page.push(column)
    else pages.push([column])
  }
  for (const [i, tall] of heights.entries()) {
    if (pages.length === 0 || (column.length > 0 && used + gap + tall > height)) next()
    used += (column.length > 0 ? gap : 0) + tall
    column.push(i)
  }
  return pages
}

/** Rows of `columns` cards, each as tall as its tallest; as many rows a page as there is room for. */
export function packRows(
  heights: readonly number[],
  { columns, height, gap }: { columns: number; height: number; gap: number },
): number[][] {
  const pages: number[][] = []
  let used = 0
  for (let from = 0; from < heights.length; from += columns) {
    const row = heights.slice(from, from + columns)
    const tall = Math.max(...row)
    const page = pages.at(-1)
    if (page && used + gap + tall <= height) {
      used += gap + tall
      page.push(...row.map((_, i) => from + i))
    } else {
      used = tall
      pages.push(row.map((_, i) => from + i))
    }
  }
  return pages
}

/** Words in pieces of at most `longest`, each ending where a word does unless one word is longer than that. Never empty. */
export function pieces(words: string, longest: number): string[] {
  const parts: string[] = []
  let rest = words.trim()
  while (rest.length > longest) {
    const cut = rest.slice(0, longest + 1)
    const end = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"))
    const at = end > 0 ? end : whole(rest, longest)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest]
}

/** Does not part the two halves of one character. */
const whole = (text: string, at: number): number => {
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code < 0xdc00 && at > 1 ? at - 1 : at
}
