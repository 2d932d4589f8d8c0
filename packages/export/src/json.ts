// A workshop as the JSON export: everything that stands on the board, in a steady order, names as chosen.
import { DOING_NOTHING, type Link, linkKey, linksFrom, type Note, type NotThisTime } from "@evenboard/board"
import { pathOf } from "@evenboard/board/path"
import { withdrawnWorries } from "@evenboard/log"
import type { SessionEvent } from "@evenboard/session"
import { creditsOf, seatName } from "./credit.ts"
import type { Handout } from "./handout.ts"
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportFile } from "./json-schema.ts"
import { wordsIn } from "./locale-words.ts"
import { placeWords } from "./matrix-rows.ts"
import { byRank } from "./note-line.ts"

export const toJson = (handout: Handout): string => `${JSON.stringify(exportFile(handout), null, 2)}\n`

/** Always in the workshop's own language, so that the file is the same whoever fetches it. */
export const exportFile = (handout: Handout): ExportFile => fileOf({ ...handout, words: wordsIn(handout.session.language) })

function fileOf(handout: Handout): ExportFile {
  const { board, session, events, now, workshopId } = handout
  const ended = events.findLast((event) => event.type === "ended")
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: now,
    workshop: {
      id: workshopId,
      title: session.title,
      purpose: session.purpose,
      language: session.language,
      groups: [...session.groups],
      stage: session.stage,
      openedAt: session.openedAt,
      endedAt: ended?.at ?? null,
    },
    stages: session.stages.map(({ kind, prompt, minutes }) => ({ kind, prompt, minutes })),
    seats: seatsOf(handout),
    notes: notesOf(handout),
    themes: [...board.themes.values()].toSorted(byRank).map(({ id, canvas, title, rank, aboutUs, gone, notThisTime }) => ({
      id,
      canvas,
      title,
      rank,
      aboutUs,
      gone,
      ...saidOf(handout, id, notThisTime),
    })),
    links: inOrder(board.links.values()),
    options: optionsOf(handout),
    matrix: matrixOf(handout),
    agreements: agreementsOf(handout),
    actions: [...board.actions.values()]
      .toSorted(byRank)
      .map(({ id, agreementId, text, who, by, rank, aside }) => ({ id, agreementId, words: text, who, by, rank, ...asideOf(aside) })),
    pledges: [...board.pledges.values()]
      .toSorted(byRank)
      .map(({ id, text, rank, aside }) => ({ id, words: text, rank, ...asideOf(aside), goAlong: handout.goAlong?.get(id) ?? 0 })),
    suggestions: [...board.suggestions.values()]
      // Other words for a note that is out of sight would tell what it said.
      .filter(({ noteId }) => board.notes.has(noteId))
      .toSorted(byId)
      .map(({ id, noteId, text, state }) => ({ id, noteId, words: text, state })),
    hidden: [...session.hidden.values()].toSorted((a, b) => a.number - b.number),
    log: logOf(events),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const asideOf = (aside: { readonly reason: string } | null) => (aside ? { aside: { reason: aside.reason } } : {})
const inOrder = (links: Iterable<Link>) =>
  [...links].map(({ from, to, kind }) => ({ from, to, kind })).toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1))

function seatsOf({ seats }: Handout): ExportFile["seats"] {
  return seats.toSorted((a, b) => a.guest - b.guest || byId(a, b)).map(({ id, guest, name, table }) => ({ id, guest, name, table }))
}

/** Of an import the ledger is not there, and so nobody is said to have said it. */
function saidOf({ outcomesBy }: Handout, id: string, said: NotThisTime | null): { notThisTime?: { reason: string; by?: string } } {
  const by = outcomesBy?.get(id)
  return said ? { notThisTime: { reason: said.reason, ...(by === undefined ? {} : { by }) } } : {}
}

function notesOf(handout: Handout): ExportFile["notes"] {
  const { board, facts, seats, words } = handout
  const names = new Map(seats.map((seat) => [seat.id, seatName(seat, words)]))
  const number = (note: Note) => facts.get(note.id)?.number ?? Infinity
  const notes = [...board.notes.values()].toSorted((a, b) => number(a) - number(b) || byId(a, b))
  return notes.map((note) => {
    const fact = facts.get(note.id)
    return {
      id: note.id,
      number: fact?.number ?? null,
      kind: note.kind,
      canvas: note.canvas,
      words: note.text,
      firstWording: fact?.firstWording ?? "",
      author: fact?.author ?? null,
      authorName: (fact && names.get(fact.author)) ?? words.say("board.someone"),
      ...(fact?.scribe == null ? {} : { scribe: fact.scribe }),
      themeId: note.themeId,
      rank: note.rank,
      ...(note.stack === null ? {} : { stack: note.stack }),
      ...(note.lang === null ? {} : { lang: note.lang }),
      ...(note.forWhom === "" ? {} : { forWhom: note.forWhom }),
      ...(note.place ? { place: { likely: note.place.likely, effect: note.place.effect } } : {}),
      ...asideOf(note.aside),
      ...saidOf(handout, note.id, note.notThisTime),
      ...(note.answer === "" ? {} : { answer: note.answer }),
      outcome: pathOf(board, note.id)?.outcome.type ?? "open",
      changes: fact?.changes ?? 0,
      ...(fact?.changedBy == null ? {} : { changedBy: fact.changedBy }),
      links: inOrder(linksFrom(board, note.id)).map(({ to, kind }) => ({ to, kind })),
    }
  })
}

const optionsOf = ({ board, descriptions }: Handout): ExportFile["options"] =>
  [...board.notes.values()].toSorted(byRank).flatMap((note) => {
    if (note.sheet === null) return []
    const { description, who, pays, leftOut } = note.sheet
    return [{ noteId: note.id, description, who, pays, leftOut, tree: [...(descriptions.get(note.id) ?? [])] }]
  })

function matrixOf({ board, words }: Handout): ExportFile["matrix"] {
  const placed = [...board.notes.values()].filter((note) => note.place !== null && note.aside === null).toSorted(byId)
  return placed.flatMap((note) => {
    if (note.place === null) return []
    const about = inOrder(linksFrom(board, note.id, "about")).filter(
      (link) => link.to === DOING_NOTHING || board.notes.has(link.to as Note["id"]),
    )
    return [
      {
        noteId: note.id,
        likely: note.place.likely,
        effect: note.place.effect,
        inWords: placeWords(note.place, words),
        forWhom: note.forWhom,
        about: about.map((link) => link.to),
      },
    ]
  })
}

function agreementsOf(handout: Handout): ExportFile["agreements"] {
  const { board, session } = handout
  const credits = creditsOf(handout, false)
  return [...board.agreements.values()].toSorted(byRank).map(({ id, text, rank, aside }) => {
    const hands = session.hands.get(id)
    const stances = [...(hands?.raised.values() ?? [])]
    return {
      id,
      words: text,
      rank,
      ...asideOf(aside),
      sources: inOrder(linksFrom(board, id, "source")).map((link) => link.to),
      hands: {
        raised: {
          for: stances.filter((stance) => stance === "for").length,
          worried: stances.filter((stance) => stance === "worried").length,
        },
        counted: hands?.counted ? { for: hands.counted.for, worried: hands.counted.worried } : null,
      },
      worries: session.worries
        .filter((worry) => worry.agreementId === id)
        .map((worry) => ({
          id: worry.id,
          seat: worry.seat,
          seatName: credits.seat(worry.seat),
          ...(worry.scribe === null ? {} : { scribe: worry.scribe }),
          words: worry.words,
          at: worry.at,
        })),
    }
  })
}

/** The log as it is, but without the words of worries that were taken back. */
function logOf(events: readonly SessionEvent[]): ExportFile["log"] {
  const withdrawn = withdrawnWorries(events)
  return events.map((event) =>
    event.type === "worry-said" && withdrawn.has(event.worryId) ? { ...event, words: "" } : event,
  ) as ExportFile["log"]
}
