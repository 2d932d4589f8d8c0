// The part of a text around words in it, so that a long one can be told from another. Pure.

const AROUND = 80

/** `found` is empty where the words stand in another coding or spacing: then the text begins at its beginning. */
export function excerptOf(text: string, words: string): { before: string; found: string; after: string } {
  const at = text.toLocaleLowerCase().indexOf(words.trim().toLocaleLowerCase())
  const start = Math.max(0, at)
  const end = at < 0 ? 0 : at + words.trim().length
  const from = start > AROUND ? text.lastIndexOf(" ", start - AROUND) + 1 : 0
  const to = text.length - end > AROUND ? text.indexOf(" ", end + AROUND) : -1
  return {
    before: (from > 0 ? "… " : "") + text.slice(from, start),
    found: text.slice(start, end),
    after: to < 0 ? text.slice(end) : `${text.slice(end, to)} …`,
  }
}
