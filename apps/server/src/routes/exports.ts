// Everything to take away, in each format, made from what is durable; and the published schema of the JSON.
import { descriptionTree, readBoard, type ChangeKind, type DescriptionTree, type NoteId } from "@evenboard/board"
import { exportAs, exportSchema, FORMATS, type Format, type Handout, type SeatCredit, withoutWordsOf } from "@evenboard/export"
import type { SeatRow } from "@evenboard/storage"
import { docOf } from "@evenboard/sync"
import { isLocale, type Words } from "@evenboard/words"
import { Hono } from "hono"
import { attachment } from "../attachment.ts"
import type { Party } from "../auth.ts"
import { partyCalls } from "../calls.ts"
import type { Ctx, Env } from "../context.ts"
import type { Deps, Result } from "../deps.ts"
import { groupsToName, publicSeat } from "../live/people.ts"
import { localeOf } from "../taking-part.ts"

const isFormat = (name: string): name is Format => FORMATS.some((format) => format === name)

export function exportRoutes(deps: Deps): Hono<Env> {
  const schema = JSON.stringify(exportSchema())
  return new Hono<Env>()
    .get("/api/export.schema.json", (c) => c.body(schema, 200, { "Content-Type": "application/schema+json" }))
    .get(
      "/api/workshops/:id/export/:format",
      partyCalls(deps).asks(async (c, party) => {
        const format = c.req.param("format") ?? ""
        if (!isFormat(format)) return { ok: false, reason: "unknown-format" }
        const file = exportAs(format, await handoutOf(c, deps, party, format))
        const told = await tellTaken(c, deps, party, format)
        if (!told.ok) return told
        return c.body(file.body, 200, {
          "Content-Type": file.type,
          "Content-Disposition": attachment(file),
        })
      }),
    )
}

/**
 * Everyone may read in the log who took it away. Called once it is made, so that a file does not tell of itself. Who only asks whether it
 * is there takes nothing.
 */
export async function tellTaken(c: Ctx, { live }: Deps, { workshop, seat }: Party, format: string): Promise<Result<null>> {
  if (c.req.method !== "GET") return { ok: true, value: null }
  return live.record(workshop.id, seat ? { seat: seat.id } : "organiser", { type: "exported", format })
}

/** `own`: a seat that reads its own words, which are then all there. In the reader's language: `?lang=`, else the seat's, else the workshop's. */
export async function handoutOf(
  c: Ctx,
  deps: Deps,
  { workshop, seat }: Party,
  format: Format,
  own: readonly string[] = [],
): Promise<Handout> {
  const { session, seats, facts, counted } = await deps.live.now(workshop.id)
  const doc = docOf(await deps.store.loadDoc(workshop.id))
  const board = readBoard(doc)
  const descriptions = new Map<NoteId, DescriptionTree>()
  for (const note of board.notes.values()) if (note.sheet !== null) descriptions.set(note.id, descriptionTree(doc, note.id))
  doc.destroy()
  const lang = c.req.query("lang")
  const words = deps.words(isLocale(lang) ? lang : localeOf(seat?.language ?? workshop.language))
  const groups = groupsToName(seats.values())
  const kept = new Set([...seats.values()].filter(({ id, quotable }) => !quotable && !own.includes(id)).map(({ id }) => id))
  const handout = {
    workshopId: workshop.id,
    board,
    session,
    events: await deps.store.events(workshop.id),
    seats: [...seats.values()].map((one) => credited(one, groups, format === "json" ? deps.words(localeOf(workshop.language)) : words)),
    facts,
    goAlong: new Map(counted.map(({ id, count }) => [id, count])),
    outcomesBy: await outcomesBy(deps, workshop.id),
    descriptions,
    now: deps.now(),
    keepUntil: workshop.keepUntil,
    words,
  }
  return withoutWordsOf(handout, kept)
}

const OUTCOMES = ["outcome-said", "theme-outcome-said"] as const satisfies readonly ChangeKind[]

/** Who said each outcome last; the doc holds the reason only. */
async function outcomesBy({ store }: Deps, workshopId: string): Promise<Map<string, string>> {
  const newestFirst = await store.ledger(workshopId, { kinds: OUTCOMES, limit: 20_000 })
  return new Map(newestFirst.toReversed().map(({ target, seat }) => [target, seat]))
}

/** A seat as its person chose to be credited, in the language of the file; the JSON's is the workshop's own. */
function credited(row: SeatRow, groups: ReadonlySet<string>, words: Words): SeatCredit {
  const { someoneAt, ...seat } = publicSeat(row, groups)
  return { ...seat, name: someoneAt === undefined ? seat.name : words.say("board.someone-at", { table: someoneAt }) }
}
