// A JSON export back into content. First its outline (depth, keys that lie about objects), then the schema, then what no schema sees:
// ids that stand twice, seats nobody has, a log out of order.
import type { Action, Agreement, Board, Pledge, PlannedNote, Suggestion, Theme } from "@evenboard/board"
import type { SessionEvent } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import type * as z from "zod/mini"
import type { ImportContent, ImportFault } from "./import.ts"
import type { Fact } from "./handout.ts"
import { EXPORT_FORMAT, EXPORT_VERSION, ExportFile, IMPORT_LIMITS } from "./json-schema.ts"

export type Read = ImportContent | { readonly faults: readonly ImportFault[] }

export function readJson(value: unknown, words: Words): Read {
  const head = headFault(value, words) ?? outlineFault(value, words)
  if (head) return { faults: [head] }
  const parsed = ExportFile.safeParse(value)
  if (!parsed.success) return { faults: parsed.error.issues.map((issue) => faultOf(issue, words)) }
  const faults = insideFaults(parsed.data, words)
  return faults.length > 0 ? { faults } : contentOf(parsed.data)
}

function headFault(value: unknown, words: Words): ImportFault | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { path: "", message: words.say("export.import-not-ours") }
  const { format, version } = value as { format?: unknown; version?: unknown }
  if (format !== EXPORT_FORMAT) return { path: "format", message: words.say("export.import-not-ours") }
  return version === EXPORT_VERSION ? null : { path: "version", message: words.say("export.import-version") }
}

/** Walks without recursion, since the file may be deeper than the stack. */
function outlineFault(value: unknown, words: Words): ImportFault | null {
  const open: { value: object; depth: number }[] = typeof value === "object" && value !== null ? [{ value, depth: 0 }] : []
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > IMPORT_LIMITS.depth) return { path: "", message: words.say("export.import-too-deep") }
    for (const key of Object.keys(next.value)) {
      if (key === "__proto__") return { path: key, message: words.say("export.import-choice") }
      const child = (next.value as Record<string, unknown>)[key]
      if (typeof child === "object" && child !== null) open.push({ value: child, depth: next.depth + 1 })
    }
  }
  return null
}

function faultOf(issue: z.core.$ZodIssue, words: Words): ImportFault {
  const path = issue.path.map(String).join(".")
  if (issue.code === "too_big") {
    const id = issue.origin === "array" ? "export.import-too-many" : "export.import-too-long"
    return { path, message: words.say(id, { count: words.number(Number(issue.maximum)) }) }
  }
  const choice = issue.code === "invalid_value" || issue.code === "invalid_format"
  return { path, message: words.say(choice ? "export.import-choice" : "export.import-missing") }
}

/** What the schema cannot see. */
function insideFaults(file: ExportFile, words: Words): ImportFault[] {
  const seats = new Set(file.seats.map((seat) => seat.id))
  const lists = ["seats", "notes", "themes", "agreements", "actions", "suggestions", "pledges"] as const
  const unknown = (path: string, seat: string | null | undefined): ImportFault[] =>
    seat == null || seats.has(seat) ? [] : [{ path, message: words.say("export.import-unknown-seat") }]
  return [
    ...lists.flatMap((list) =>
      twice(
        (file[list] ?? []).map(({ id }) => id),
        list,
        words,
      ),
    ),
    ...twice([...file.notes.map(({ id }) => id), ...file.hidden.map(({ noteId }) => noteId)], "hidden", words),
    ...twice(
      file.seats.map(({ guest }) => guest),
      "seats",
      words,
    ),
    ...twice([...file.notes.flatMap(({ number }) => number ?? []), ...file.hidden.map(({ number }) => number)], "notes", words),
    ...file.notes.flatMap((note, index) => [
      ...unknown(`notes.${index}.author`, note.author),
      ...unknown(`notes.${index}.scribe`, note.scribe),
      ...unknown(`notes.${index}.changedBy`, note.changedBy),
    ]),
    ...file.log.flatMap((event, index) =>
      event.seq === index + 1 ? [] : [{ path: `log.${index}.seq`, message: words.say("export.import-order") }],
    ),
    ...(file.log[0]?.type === "opened" ? [] : [{ path: "log.0", message: words.say("export.import-order") }]),
  ]
}

function twice(keys: readonly (string | number)[], path: string, words: Words): ImportFault[] {
  const seen = new Set<string | number>()
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) return [{ path: `${path}.${index}`, message: words.say("export.import-twice") }]
    seen.add(key)
  }
  return []
}

function contentOf(file: ExportFile): ImportContent {
  const { title, purpose, language, groups } = file.workshop
  return {
    title,
    purpose,
    language,
    groups,
    stages: file.stages,
    plan: {
      notes: notesOf(file),
      themes: file.themes.map(({ notThisTime, ...theme }) => ({
        ...theme,
        notThisTime: notThisTime ? { reason: notThisTime.reason } : null,
      })) as unknown as readonly Theme[],
      links: file.links,
      agreements: file.agreements.map(
        ({ id, words, rank, aside }) => ({ id, text: words, rank, aside: aside ?? null }) as unknown as Agreement,
      ),
      actions: file.actions.map(
        ({ id, agreementId, words, who, by, rank, aside }) =>
          ({ id, agreementId, text: words, who, by, rank, aside: aside ?? null }) as unknown as Action,
      ),
      suggestions: file.suggestions.map(({ id, noteId, words, state }) => ({ id, noteId, text: words, state }) as unknown as Suggestion),
      pledges: (file.pledges ?? []).map(
        ({ id, words, rank, aside }) => ({ id, text: words, rank, aside: aside ?? null }) as unknown as Pledge,
      ),
    },
    seats: file.seats.map((seat) => ({ ...seat, device: false })),
    facts: factsOf(file),
    // exactOptionalPropertyTypes: a parsed optional is absent or set, never undefined.
    events: file.log as SessionEvent[],
    notes: file.notes.length,
  }
}

type NoteOf = Board["notes"] extends ReadonlyMap<string, infer N> ? N : never

function notesOf(file: ExportFile): PlannedNote[] {
  const sheets = new Map(file.options.map((option) => [option.noteId, option]))
  return file.notes.map((note) => {
    const sheet = sheets.get(note.id)
    const { id, kind, canvas, themeId, rank, stack, words, place, aside, notThisTime, answer, lang, forWhom } = note
    const planned = {
      id,
      kind,
      canvas,
      themeId,
      rank,
      stack: stack ?? null,
      text: words,
      place: place ?? null,
      aside: aside ?? null,
      notThisTime: notThisTime ? { reason: notThisTime.reason } : null,
      answer: answer ?? "",
      lang: lang ?? null,
      forWhom: forWhom ?? "",
    } as unknown as Omit<NoteOf, "sheet">
    if (!sheet) return planned
    const { who, pays, leftOut, tree } = sheet
    return { ...planned, sheet: { who, pays, leftOut }, description: tree }
  })
}

function factsOf(file: ExportFile): Fact[] {
  const known = { settled: true, changedAt: file.exportedAt }
  const notes = file.notes.flatMap(({ id, number, author, scribe, firstWording, changes, changedBy }): Fact[] =>
    number === null || author === null
      ? []
      : [{ noteId: id, number, author, scribe: scribe ?? null, firstWording, changes, changedBy: changedBy ?? null, ...known }],
  )
  const hidden = file.hidden.map(({ noteId, number }): Fact => ({
    noteId,
    number,
    author: "",
    scribe: null,
    firstWording: "",
    changes: 0,
    changedBy: null,
    ...known,
  }))
  return [...notes, ...hidden]
}
