// Reads a file that becomes a new workshop's first content: our own JSON export, or rows `text,kind,theme,author` as CSV.
// The one door for outside data of this package: whatever it is given, it answers with content or with what is wrong, and never throws.
import type { Plan } from "@evenboard/board"
import type { SessionEvent } from "@evenboard/session"
import type { Locale, Words } from "@evenboard/words"
import type { Fact, SeatCredit } from "./handout.ts"
import { readCsv } from "./import-csv.ts"
import { readJson } from "./import-json.ts"
import { wordsIn } from "./locale-words.ts"

export type ImportContent = {
  /** From the file, where it says so; a CSV does not. */
  readonly title?: string
  readonly purpose?: string
  readonly language?: Locale
  readonly groups?: string[]
  readonly stages?: Extract<SessionEvent, { type: "opened" }>["stages"]
  /** For board's `fillBoard(doc, plan)`. */
  readonly plan: Plan
  /** Without a device. Their `guest` numbers are taken: the next seat's is one more than the largest. */
  readonly seats: readonly SeatCredit[]
  /** Of the notes, and of those out of sight, so that no number is ever used twice (`author` is "" there: nobody is told). */
  readonly facts: readonly Fact[]
  /** The old log, seq 1 … n; empty for a CSV. The server goes on after it, first with `imported`. */
  readonly events: readonly SessionEvent[]
  /** How many notes, for the `imported` event. */
  readonly notes: number
}
/** `path` says where ("notes.3.words", "row 7"), `message` is a sentence for people. At most 20. */
export type ImportFault = { readonly path: string; readonly message: string }
export type Import =
  | { readonly ok: true; readonly content: ImportContent }
  | { readonly ok: false; readonly reason: "bad-import"; readonly fields: readonly ImportFault[] }

const MOST_FAULTS = 20

/** `source` is a JSON export (an object, or its text) or CSV text. Sentences come in English where no words are given. */
export function readImport(source: unknown, words: Words = wordsIn("en")): Import {
  const text = typeof source === "string" ? source.replace(/^\uFEFF/, "") : null
  const read = text === null ? readJson(source, words) : text.trimStart().startsWith("{") ? readJsonText(text, words) : readCsv(text, words)
  return "faults" in read ? { ok: false, reason: "bad-import", fields: read.faults.slice(0, MOST_FAULTS) } : { ok: true, content: read }
}

function readJsonText(text: string, words: Words): ReturnType<typeof readJson> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { faults: [{ path: "", message: words.say("export.import-not-ours") }] }
  }
  return readJson(value, words)
}
