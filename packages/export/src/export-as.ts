// One door for every format: (format, handout) → file. Pure.
import { toCsv } from "./csv.ts"
import { type Filenames, filenamesOf } from "./filename.ts"
import type { Exported, Format, Handout } from "./handout.ts"
import { toHtml } from "./html.ts"
import { toJson } from "./json.ts"
import { toMarkdown } from "./md.ts"

const WRITERS: Record<Format, { write: (handout: Handout) => string; type: string }> = {
  html: { write: toHtml, type: "text/html; charset=utf-8" },
  md: { write: toMarkdown, type: "text/markdown; charset=utf-8" },
  csv: { write: toCsv, type: "text/csv; charset=utf-8; header=present" },
  json: { write: toJson, type: "application/json; charset=utf-8" },
}

export function exportAs(format: Format, handout: Handout): Exported {
  const { write, type } = WRITERS[format]
  return { body: write(handout), type, ...filenames(handout, format) }
}

function filenames({ session, now, timeZone }: Handout, format: Format): Filenames {
  const day = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  }).format(now)
  return filenamesOf(session.title, `-${day}.${format}`)
}
