// One door for every format: (format, handout) → file. Pure.
import { toCsv } from "./csv.ts"
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

/** "better-mornings-2026-05-01.html"; a title without Latin letters or digits gives "evenboard-2026-05-01.html". */
function filenames({ session, now, timeZone }: Handout, format: Format): Pick<Exported, "filename" | "filenameAnyScript"> {
  const day = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  }).format(now)
  const plain = slug(session.title.normalize("NFKD").replace(/\p{M}/gu, ""), /[^a-z0-9]+/g)
  const whole = slug(session.title.normalize("NFC"), /[^\p{L}\p{N}\p{M}]+/gu)
  return { filename: `${plain || "evenboard"}-${day}.${format}`, filenameAnyScript: `${whole || "evenboard"}-${day}.${format}` }
}

const slug = (title: string, others: RegExp): string =>
  Array.from(title.toLowerCase().replace(others, "-"))
    .slice(0, 60)
    .join("")
    .replace(/^-+|-+$/g, "")
