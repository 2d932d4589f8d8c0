// From what a file holds to what a new workshop begins with: the board as one update, people without a device, and the log going on after
// the old one. Pure; checking the file is export's work.
import { fillBoard } from "@evenboard/board"
import type { OpenWorkshop, Stage } from "@evenboard/api"
import type { ImportContent } from "@evenboard/export"
import { fold, emptySession, type SessionEvent, type SessionEventBody } from "@evenboard/session"
import type { FirstContent } from "@evenboard/storage"
import type { Locale } from "@evenboard/words"
import * as Y from "yjs"

export function firstContent(
  content: ImportContent,
  { workshopId, language, at }: { workshopId: string; language: Locale; at: number },
): FirstContent {
  const doc = new Y.Doc()
  fillBoard(doc, content.plan)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const seats = content.seats.map(({ id, guest, name, table }) => ({
    id,
    workshopId,
    guest,
    name: name ?? "",
    credit: name === null ? ("none" as const) : ("name" as const),
    quotable: true,
    group: null,
    table,
    language,
    device: false,
    createdAt: at,
    returnHash: null,
  }))
  return { update, seats, facts: content.facts.map((fact) => ({ ...fact })) }
}

type Opened = { title: string; purpose: string; language: Locale; groups: string[]; stages: Stage[] }

/**
 * The old log as it was, then `imported`, then what was asked to be otherwise. A CSV has no log: then ours begins. A recipe that was asked
 * for opens the workshop anew with its plan, such as the second of two evenings; without one the file's own plan goes on.
 */
export function importedLog(
  content: ImportContent,
  opened: Opened,
  { at, wanted }: { at: number; wanted: Pick<OpenWorkshop, "title" | "purpose" | "recipe"> },
): SessionEvent[] {
  const events: SessionEvent[] = [...content.events]
  const add = (body: SessionEventBody) => void events.push({ seq: events.length + 1, at, by: "organiser", ...body })
  if (events.length === 0) add({ type: "opened", ...opened })
  add({ type: "imported", from: content.title ?? "CSV", notes: content.notes })
  const { title, purpose, language, groups } = fold(emptySession, events)
  if (content.events.length > 0 && wanted.recipe !== undefined) {
    const plan = { language, groups: [...new Set([...groups, ...opened.groups])], stages: opened.stages }
    add({ type: "opened", title: wanted.title, purpose: wanted.purpose ?? purpose, ...plan })
    return events
  }
  const edits = {
    ...(wanted.title === title ? {} : { title: wanted.title }),
    ...(wanted.purpose === undefined || wanted.purpose === purpose ? {} : { purpose: wanted.purpose }),
  }
  if (Object.keys(edits).length > 0) add({ type: "plan-edited", ...edits })
  return events
}
