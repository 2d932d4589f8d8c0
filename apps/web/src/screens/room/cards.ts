// What stands on a page of the room screen, as cards: notes of a theme, parts of an option, worries and hopes with their places,
// sentences with their hands. Never whose they are: no name, no credit. Pure.
import {
  agreementsInOrder,
  facesInTheme,
  needsAnsweredBy,
  notesAbout,
  piecesOf,
  shownKind,
  type Board,
  type Canvas,
  type Note,
  type NoteId,
  type ShownKind,
  type ThemeId,
} from "@evenboard/board"
import { pledgesInOrder } from "@evenboard/board/arrive"
import type { Counted, Session } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { raisedCount } from "../../agree/sentences.ts"
import { placeInWords } from "../../matrix/place-words.ts"
import { matrixNotes, type Stop } from "./pages.ts"

export type Say = (words: Words) => string
export type Card = {
  readonly id: string
  readonly words: string
  readonly lang: string | null
  readonly kind: ShownKind | null
  readonly number: number | null
  /** A line over the words, and one under them. */
  readonly lead: Say | null
  readonly under: Say | null
}

export type CardFacts = { board: Board; session: Session; counted: readonly Counted[]; numberOf: (id: string) => number | null }

/** What a stop lays out as cards; none for a stop that is a picture of its own. */
export function cardsOf(stop: Stop | undefined, facts: CardFacts): readonly Card[] {
  switch (stop?.kind) {
    case "theme":
      return facesOf(facts.board, stop.themeId, "needs").map(({ note, said }) => {
        const card = noteCard(note, facts)
        return said > 1 ? { ...card, under: (words: Words) => words.say("room.said-by", { count: said }) } : card
      })
    case "option":
      return optionCards(stop.id, facts)
    case "legend":
      return legendCards(facts)
    case "agreed":
      return agreementCards(facts)
    case "together":
      return pledgeCards(facts)
    default:
      return []
  }
}

/** The notes of a theme as people see them; `said` is how many people said the same, one of whom speaks for all. */
function facesOf(board: Board, themeId: ThemeId | null, canvas: Canvas): readonly { note: Note; said: number }[] {
  return facesInTheme(board, themeId, canvas).map(({ face, members }) => ({ note: face, said: members.length }))
}

function noteCard(note: Note, { board, numberOf }: CardFacts, lead: Say | null = null): Card {
  const { id, text, lang } = note
  return { id, words: text, lang, kind: shownKind(board, note), number: numberOf(id), lead, under: null }
}

const field = (id: string, words: string, lead: Say): Card[] =>
  words.trim() === "" ? [] : [{ id, words, lang: null, kind: null, number: null, lead, under: null }]

/** Who does it is left out: people's names may stand there. */
function optionCards(id: NoteId, facts: CardFacts): Card[] {
  const { board } = facts
  const sheet = board.notes.get(id)?.sheet
  return [
    ...field("changes", sheet?.description ?? "", (words) => words.say("options.changes")),
    ...needsAnsweredBy(board, id).map((note, i) => noteCard(note, facts, i === 0 ? (words) => words.say("options.answers") : null)),
    ...piecesOf(board, id).map((note, i) => noteCard(note, facts, i === 0 ? (words) => words.say("options.pieces") : null)),
    ...field("pays", sheet?.pays ?? "", (words) => words.say("options.pays")),
    ...field("leftOut", sheet?.leftOut ?? "", (words) => words.say("options.leftOut")),
    ...notesAbout(board, id).map((note) => noteCard(note, facts)),
  ]
}

/** In the order of their numbers, as somebody looks them up. */
function legendCards(facts: CardFacts): Card[] {
  return matrixNotes(facts.board)
    .map((note) => ({
      ...noteCard(note, facts),
      under: (words: Words) => `${words.say(`common.kind-${note.kind}`)} · ${placeInWords(words, note.place)}`,
    }))
    .sort((a, b) => (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY))
}

/** With how many go along with just these words: never who. */
function pledgeCards({ board, counted }: CardFacts): Card[] {
  return pledgesInOrder(board).map(({ id, text }) => {
    const count = counted.find((one) => one.id === id && one.words === text)?.count ?? 0
    const under = (words: Words): string => words.say("room.go-along", { count })
    return { id, words: text, lang: null, kind: null, number: null, lead: null, under: count > 0 ? under : null }
  })
}

function agreementCards({ board, session }: CardFacts): Card[] {
  return agreementsInOrder(board).map(({ id, text }, i) => {
    const hands = session.hands.get(id)
    const raised = raisedCount(hands)
    const under = (words: Words): string =>
      [
        raised.for + raised.worried > 0 ? words.say("agree.raised", raised) : "",
        hands?.counted ? words.say("agree.counted", hands.counted) : "",
      ]
        .filter(Boolean)
        .join(" ")
    return { id, words: text, lang: null, kind: null, number: i + 1, lead: null, under: hands ? under : null }
  })
}
