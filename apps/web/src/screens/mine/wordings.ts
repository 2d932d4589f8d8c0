// The wordings of one note out of the ledger, oldest first: whose each was, and when. Pure.
import type { HistoryRow } from "@evenboard/api"

export type Wording = {
  readonly key: string
  readonly text: string
  /** Null where the ledger does not tell. */ readonly seat: string | null
  readonly at: number | null
}

/**
 * `rows` are newest first, as the server sends them. `first` is the author's first wording as the server keeps it: it stands first even
 * when older rows have not come yet.
 */
export function wordingsOf(rows: readonly HistoryRow[], first: { text: string; author: string } | null): Wording[] {
  const all: Wording[] = []
  const add = (wording: Wording): void => {
    if (wording.text.trim() !== "" && all.at(-1)?.text !== wording.text) all.push(wording)
  }
  for (const row of rows.toReversed()) {
    if (row.kind === "words-changed") {
      if (all.length === 0) add({ key: `${row.id}-before`, text: textOf(row.before), seat: null, at: null })
      add({ key: `${row.id}`, text: textOf(row.after), seat: row.seat, at: row.at })
    } else if (row.kind === "note-added") add({ key: `${row.id}`, text: textOf(row.after), seat: row.seat, at: row.at })
  }
  if (first === null || all.some(({ text }) => text === first.text)) return all
  return [{ key: "first", text: first.text, seat: first.author, at: null }, ...all]
}

function textOf(json: string | null): string {
  if (json === null) return ""
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === "string") return value
    return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string" ? value.text : ""
  } catch {
    return ""
  }
}
