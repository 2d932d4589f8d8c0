// A small but complete workshop for tests: every kind of note, link, place, hand and worry once, people who show their names and people
// who do not, two notes typed for somebody, one taken out of sight, one set aside, one changed by others.
// Words: "2022 London youth policing", data gathered using the Polis software (compdemocracy.org/polis), sub-licensed under CC BY 4.0
// with Attribution to The Computational Democracy Project, https://compdemocracy.org/case-studies/2022-london-youth-policing.
// The options' sheets, worries about sentences, names and groups are ours.
import * as Y from "yjs"
import {
  descriptionTree,
  fillBoard,
  type NoteId,
  type NoteKind,
  type Plan,
  type PlannedNote,
  readBoard,
  type StackId,
} from "@evenboard/board"
import { emptySession, reduce, type SessionEvent, type SessionEventBody } from "@evenboard/session"
import type { Locale } from "@evenboard/words"
import type { Fact, Handout, SeatCredit } from "../handout.ts"
import type { ImportContent } from "../import.ts"
import { wordsIn } from "../locale-words.ts"

/** 27 July 2022, 18:00 in London. */
const START = Date.parse("2022-07-27T17:00:00Z")
const at = (minutes: number) => START + minutes * 60_000

const YOUNG = "Young Londoners"
const POLICE = "Police and council staff"
const VOLUNTARY = "Voluntary groups"
const FAMILY = "Family and carers"

const seat = (guest: number, name: string | null, table: string | null = null, device = true): SeatCredit => ({
  id: `seat${String(guest).padStart(12, "0")}`,
  guest,
  name,
  table,
  device,
})
const SEATS = [
  seat(1, "Rosa", "1"),
  seat(2, null, "1"),
  seat(3, "Sam Okafor", "2"),
  seat(4, null, "2"),
  seat(5, "Aïcha", "1"),
  seat(6, null, "2"),
  seat(7, "ليلى", "2"),
  seat(8, null, "1"),
  seat(9, "D. Whyte", "2"),
  seat(10, null, "1"),
  seat(11, "Marlon", "2", false),
  seat(12, null, "online"),
  seat(13, "Jo", "1"),
]
const seatId = (guest: number) => SEATS[guest - 1]?.id ?? ""

type Told = [
  kind: NoteKind,
  theme: string | null,
  author: number,
  text: string,
  more?: Partial<PlannedNote> & { scribe?: number; first?: string; changedBy?: number },
]
const NOTES: Told[] = [
  ["need", "us", 1, "I am between 15 and 19 years old."],
  ["need", "us", 1, "I had at least one encounter (good or bad) with the police."],
  ["need", "us", 1, "English is my first language."],
  [
    "need",
    "heard",
    4,
    "Give the young Londoners a chance to speak their mind to the police, tell them how they are feeling - incentives too",
  ],
  ["need", "heard", 2, "First - ensure that young people feel safe/comfortable to scrutinise policing"],
  [
    "need",
    "heard",
    6,
    "To have open dialogues with police about why they have negative feelings towards them. Share their personal experiences.",
  ],
  ["need", "heard", 11, "pan3l discussions where they can communicate without power dynamics", { scribe: 3 }],
  ["need", "power", 10, "give them the autonomy and power to influence decisions made regarding policing"],
  ["need", "power", 8, "To provide incentives and to allow for true change to be made. Not just conversation"],
  ["need", "power", 5, "Involve them more in training.   Involve them more in spaces were policy’s are made."],
  ["need", "truth", 9, "Good detail\nClear and thorough\n\nThe full truth", { stack: "note000000000011" as StackId }],
  ["need", "truth", 7, "Global transparency is a must", { stack: "note000000000011" as StackId }],
  [
    "need",
    "truth",
    10,
    "do regular, independent investigations on police conduct and present data to young people so they can hold conversations about the findings.",
  ],
  ["offer", "heard", 5, "We can lend our youth club on Tuesdays.", { lang: "en" }],
  ["need", null, 6, "Why are so many policemen also domestic abusers? Why are we allowing them to police us?"],
  ["option", null, 1, "Officers write briefs, young people question them", { canvas: "options" }],
  ["option", null, 7, "Community officers in schools", { canvas: "options" }],
  ["option", null, 9, "Pay young people for their time", { canvas: "options" }],
  [
    "option",
    null,
    3,
    "encourage young people into cadets",
    { canvas: "options", aside: { reason: "Many in the room do not want to join the police to be heard." } },
  ],
  [
    "need",
    null,
    2,
    "Have officers write briefs as to why they took the actions they did. Young people can look and then question them upon suitability of action",
    { canvas: "options", first: "Have officers write briefs", changedBy: 13 },
  ],
  ["offer", null, 13, "Two officers of our team would write the first ones.", { canvas: "options" }],
  [
    "risk",
    null,
    8,
    "Officers write what sounds good, and nobody checks.",
    { canvas: "matrix", place: { likely: 4, effect: -2 }, forWhom: "young people" },
  ],
  [
    "risk",
    null,
    12,
    "Nothing changes and people stop coming.",
    { canvas: "matrix", place: { likely: 5, effect: -1 }, forWhom: "everybody" },
  ],
  [
    "opportunity",
    null,
    7,
    "Have community police officers in schools create a rapport with the young people to build up trust and provide accountability, in all areas.",
    { canvas: "matrix", place: { likely: 3, effect: 2 } },
  ],
  [
    "opportunity",
    null,
    11,
    "educate young people on the history of policing so that they can identify negative/detrimental patterns in police behaviour.",
    { canvas: "matrix", scribe: 3 },
  ],
  ["need", "truth", 4, "Diversity in policing", { aside: { reason: "" } }],
]
/** Note 27 was taken out of sight: the doc does not hold it, and no file may hold a word of it. */
export const HIDDEN_WORDS = "the sergeant of our street by name"
const HIDDEN = { noteId: "note000000000027", number: 27, kind: "need", canvas: "needs", reason: "It named a person who is not here." }

const noteId = (number: number) => `note${String(number).padStart(12, "0")}` as NoteId
const pledgeId = (number: number) => `pledge${String(number).padStart(10, "0")}`
const themeId = (name: string) => `theme${name.padEnd(11, "0")}`
const rank = (index: number) => `a${"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]}`

const plan = {
  notes: NOTES.map(([kind, theme, , text, more], index): PlannedNote => {
    const { scribe: _s, first: _f, changedBy: _c, ...rest } = more ?? {}
    const base = {
      id: noteId(index + 1),
      kind,
      canvas: "needs",
      themeId: theme === null ? null : themeId(theme),
      rank: rank(index),
      stack: null,
      text,
      place: null,
      aside: null,
      lang: null,
      forWhom: "",
      notThisTime: null,
      answer: "",
    }
    return { ...base, ...rest, ...sheetOf(index + 1) } as PlannedNote
  }),
  themes: [
    { id: themeId("heard"), canvas: "needs", title: "Being heard, and safe", rank: "a1", gone: false, aboutUs: false, notThisTime: null },
    { id: themeId("power"), canvas: "needs", title: "Power to decide", rank: "a2", gone: false, aboutUs: false, notThisTime: null },
    { id: themeId("truth"), canvas: "needs", title: "The full truth", rank: "a3", gone: false, aboutUs: false, notThisTime: null },
    { id: themeId("us"), canvas: "needs", title: "Who we are", rank: "a4", gone: false, aboutUs: true },
    { id: themeId("apart"), canvas: "needs", title: "Taken apart", rank: "a5", gone: true, aboutUs: false, notThisTime: null },
  ],
  links: [
    { from: noteId(16), to: noteId(11), kind: "answers" },
    { from: noteId(16), to: noteId(13), kind: "answers" },
    { from: noteId(17), to: noteId(6), kind: "answers" },
    { from: noteId(18), to: noteId(9), kind: "answers" },
    { from: noteId(20), to: noteId(16), kind: "piece" },
    { from: noteId(21), to: noteId(16), kind: "piece" },
    { from: noteId(14), to: noteId(17), kind: "piece" },
    { from: noteId(22), to: noteId(16), kind: "about" },
    { from: noteId(23), to: "nothing", kind: "about" },
    { from: noteId(24), to: noteId(17), kind: "about" },
    { from: "agreement0000001", to: noteId(16), kind: "source" },
    { from: "agreement0000001", to: noteId(11), kind: "source" },
    { from: "agreement0000002", to: noteId(18), kind: "source" },
  ],
  pledges: [
    { id: pledgeId(1), text: "Everyone's words count the same.", rank: "a0", aside: null },
    { id: pledgeId(2), text: "Nobody is named outside this room.", rank: "a1", aside: null },
    { id: pledgeId(3), text: "No phones on the table.", rank: "a2", aside: { reason: "We write on them" } },
  ],
  agreements: [
    {
      id: "agreement0000001",
      text: "We agree to try written briefs for three months, and to question them together.",
      rank: "a1",
      aside: null,
    },
    { id: "agreement0000002", text: "We agree that young people are paid for the evenings they give.", rank: "a2", aside: null },
    { id: "agreement0000003", text: "We agree to meet every week.", rank: "a3", aside: { reason: "Once a month is what people can do." } },
  ],
  actions: [
    {
      id: "action0000000001",
      agreementId: "agreement0000001",
      text: "Write the first two briefs",
      who: "Jo and one colleague",
      by: "2022-09-01",
      rank: "a1",
      aside: null,
    },
    {
      id: "action0000000002",
      agreementId: "agreement0000002",
      text: "Ask the council for vouchers",
      who: "",
      by: "",
      rank: "a2",
      aside: null,
    },
    {
      id: "action0000000003",
      agreementId: null,
      text: "Book the big hall",
      who: "Sam",
      by: "2022-08-10",
      rank: "a3",
      aside: { reason: "The youth club is free." },
    },
  ],
  suggestions: [
    { id: "suggestion000001", noteId: noteId(12), text: "Openness everywhere is a must", state: "open" },
    { id: "suggestion000002", noteId: HIDDEN.noteId, text: HIDDEN_WORDS, state: "declined" },
  ],
} as unknown as Plan

function sheetOf(number: number): Partial<PlannedNote> {
  if (number === 16)
    return {
      sheet: {
        who: "Two officers, and a group of six young people",
        pays: "The borough, out of the training money",
        leftOut: "People who do not read English easily",
      },
      description: [
        { name: "heading", attrs: { level: 2 }, nodes: [{ runs: [{ text: "What changes" }] }] },
        {
          name: "paragraph",
          nodes: [{ runs: [{ text: "After each stop, an officer writes " }, { text: "half a page", marks: { bold: {} } }, { text: "." }] }],
        },
        {
          name: "bulletList",
          nodes: ["Young people read it first.", "They ask in person."].map((text) => ({
            name: "listItem",
            nodes: [{ name: "paragraph", nodes: [{ runs: [{ text }] }] }],
          })),
        },
      ],
    }
  return number === 17 ? { sheet: { who: "", pays: "", leftOut: "Young people who are not at school" } } : {}
}

const FACTS: Fact[] = NOTES.map(([, , author, text, more], index) => ({
  noteId: noteId(index + 1),
  number: index + 1,
  author: seatId(author),
  scribe: more?.scribe === undefined ? null : seatId(more.scribe),
  firstWording: more?.first ?? text,
  settled: true,
  changes: more?.first === undefined ? 0 : 1,
  changedBy: more?.changedBy === undefined ? null : seatId(more.changedBy),
  changedAt: at(60),
}))
/** The server may still know of the hidden note; a file may not. */
const HIDDEN_FACT: Fact = {
  noteId: HIDDEN.noteId,
  number: 27,
  author: seatId(2),
  scribe: null,
  firstWording: HIDDEN_WORDS,
  settled: true,
  changes: 0,
  changedBy: null,
  changedAt: at(20),
}

const STAGES = [
  { kind: "arrive", prompt: "Welcome. Who is here?", minutes: 10 },
  { kind: "needs", prompt: "What is the best way to engage more young people in local scrutiny of policing?", minutes: 30 },
  { kind: "options", prompt: "What could we do?", minutes: 30 },
  { kind: "matrix", prompt: "What could go wrong, what could go well?", minutes: 20 },
  { kind: "agree", prompt: "What do we agree?", minutes: 25 },
  { kind: "after", prompt: "", minutes: 0 },
] as const

const by = (guest: number) => ({ seat: seatId(guest) })
const LOG: [minutes: number, by: SessionEvent["by"], body: SessionEventBody][] = [
  [
    0,
    "organiser",
    {
      type: "opened",
      title: "Youth voice in policing",
      purpose: "How young people in our borough look at what the police do, and have a say in it.",
      language: "en",
      groups: [YOUNG, POLICE, VOLUNTARY, FAMILY],
      stages: STAGES.map((stage) => ({ ...stage })),
    },
  ],
  [1, "server", { type: "host-changed", from: null, to: seatId(1), how: "first" }],
  [12, by(1), { type: "stage-moved", to: "needs" }],
  [12, by(1), { type: "timer-started", endsAt: at(42), minutes: 30 }],
  [20, by(1), { type: "note-hidden", ...HIDDEN }],
  [42, by(1), { type: "timer-lengthened", endsAt: at(47), minutes: 5 }],
  [48, by(1), { type: "plan-edited", stage: { kind: "options", prompt: "What could we try, from Monday?" } }],
  [49, by(1), { type: "stage-moved", to: "options" }],
  [
    49,
    "server",
    {
      type: "balance-told",
      stage: "needs",
      from: at(12),
      counted: at(49),
      rows: [
        { group: POLICE, notes: "under-half", changes: null, groupings: "few", placings: "few" },
        { group: YOUNG, notes: "half-or-more", changes: null, groupings: "some", placings: "few" },
      ],
    },
  ],
  [75, by(1), { type: "host-changed", from: seatId(1), to: seatId(3), how: "passed" }],
  [76, by(3), { type: "stage-moved", to: "matrix" }],
  [95, by(3), { type: "stage-moved", to: "agree" }],
  [100, by(2), { type: "hand-raised", agreementId: "agreement0000001", seat: seatId(2), stance: "for" }],
  [100, by(4), { type: "hand-raised", agreementId: "agreement0000001", seat: seatId(4), stance: "for" }],
  [101, by(6), { type: "hand-raised", agreementId: "agreement0000001", seat: seatId(6), stance: "worried" }],
  [103, by(3), { type: "hands-counted", agreementId: "agreement0000001", for: 9, worried: 2 }],
  [
    104,
    by(3),
    {
      type: "worry-said",
      worryId: "worry00000000001",
      agreementId: "agreement0000001",
      seat: seatId(11),
      scribe: seatId(3),
      words: "Who reads them when we are not in the room?\nWho answers?",
    },
  ],
  [
    105,
    by(10),
    {
      type: "worry-said",
      worryId: "worry00000000002",
      agreementId: "agreement0000002",
      seat: seatId(10),
      scribe: null,
      words: "a worry somebody took back",
    },
  ],
  [106, by(10), { type: "worry-withdrawn", worryId: "worry00000000002" }],
  [118, by(3), { type: "stage-moved", to: "after" }],
  [119, by(3), { type: "door-shut" }],
  [121, "organiser", { type: "ended" }],
]
export const TAKEN_BACK_WORRY = "a worry somebody took back"
const EVENTS: SessionEvent[] = LOG.map(([minutes, by, body], index) => ({ seq: index + 1, at: at(minutes), by, ...body }))

/** The whole workshop, 20 minutes after it ended. `change` replaces parts of it. */
export function workshop(locale: Locale = "en", change: Partial<Handout> = {}): Handout {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  return handoutOf(doc, {
    events: EVENTS,
    seats: SEATS,
    facts: [...FACTS, HIDDEN_FACT],
    locale,
    workshopId: "w00000000000000y",
    now: at(141),
    change,
  })
}

/** What a server makes of a file: a doc, its log, its seats. */
export function imported(content: ImportContent, locale: Locale = "en"): Handout {
  const doc = new Y.Doc()
  fillBoard(doc, content.plan)
  const note: SessionEvent = {
    seq: content.events.length + 1,
    at: at(500),
    by: "server",
    type: "imported",
    from: "file.json",
    notes: content.notes,
  }
  return handoutOf(doc, {
    events: [...content.events, note],
    seats: content.seats,
    facts: content.facts,
    locale,
    workshopId: "another",
    now: at(501),
  })
}

type Parts = {
  events: readonly SessionEvent[]
  seats: readonly SeatCredit[]
  facts: readonly Fact[]
  locale: Locale
  workshopId: string
  now: number
}
function handoutOf(
  doc: Y.Doc,
  { events, seats, facts, locale, workshopId, now, change = {} }: Parts & { change?: Partial<Handout> },
): Handout {
  const board = readBoard(doc)
  const options = [...board.notes.keys()].map((id) => [id, descriptionTree(doc, id)] as const).filter(([, tree]) => tree.length > 0)
  return {
    workshopId,
    board,
    session: events.reduce(reduce, emptySession),
    events,
    seats,
    facts: new Map(facts.map((fact) => [fact.noteId, fact])),
    descriptions: new Map(options),
    goAlong: new Map([[pledgeId(1), 4]]),
    now,
    keepUntil: now + 90 * 86_400_000,
    timeZone: "Europe/London",
    words: wordsIn(locale),
    ...change,
  }
}

/** A small workshop around some words: each stands on the board, in every place where people's words can stand. */
export function everywhere(text: string, change: Partial<Handout> = {}): Handout {
  const words = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('"WORDS"', () => JSON.stringify(text))) as T
  const seats = [1, 2, 3].map((guest) => ({ ...seat(guest, "WORDS", "WORDS") }))
  const doc = new Y.Doc()
  const kinds: [NoteKind, string][] = [
    ["need", "needs"],
    ["option", "options"],
    ["offer", "options"],
    ["risk", "matrix"],
    ["need", "needs"],
  ]
  const notes = kinds.map(([kind, canvas], index) => ({
    id: noteId(index + 1),
    kind,
    canvas,
    themeId: canvas === "needs" ? themeId("t") : null,
    rank: rank(index),
    text: "WORDS",
    place: null,
    lang: null,
    forWhom: "WORDS",
    aside: index === 4 ? { reason: "WORDS" } : null,
    ...(kind === "option"
      ? {
          sheet: { who: "WORDS", pays: "WORDS", leftOut: "WORDS" },
          description: [{ name: "paragraph", nodes: [{ runs: [{ text: "WORDS", marks: { link: { href: "WORDS" } } }] }] }],
        }
      : {}),
  }))
  const filled = {
    notes,
    themes: [{ id: themeId("t"), canvas: "needs", title: "WORDS", rank: "a1", gone: false, aboutUs: false, notThisTime: null }],
    links: [],
    agreements: [{ id: "agreement0000001", text: "WORDS", rank: "a1", aside: null }],
    pledges: [{ id: "pledge0000000001", text: "WORDS", rank: "a1", aside: null }],
    actions: [{ id: "action0000000001", agreementId: null, text: "WORDS", who: "WORDS", by: "", rank: "a1", aside: null }],
    suggestions: [],
  }
  fillBoard(doc, words(filled) as unknown as Plan)
  const events: SessionEvent[] = words([
    {
      seq: 1,
      at: at(0),
      by: "organiser",
      type: "opened",
      title: "WORDS",
      purpose: "WORDS",
      language: "en",
      groups: ["WORDS"],
      stages: [{ kind: "needs", prompt: "WORDS", minutes: 5 }],
    },
    {
      seq: 2,
      at: at(1),
      by: { seat: seatId(1) },
      type: "worry-said",
      worryId: "worry1",
      agreementId: "agreement0000001",
      seat: seatId(1),
      scribe: null,
      words: "WORDS",
    },
    {
      seq: 3,
      at: at(2),
      by: { seat: seatId(1) },
      type: "plan-edited",
      title: "WORDS",
      purpose: "WORDS",
      stage: { kind: "needs", prompt: "WORDS" },
    },
    { seq: 4, at: at(3), by: { seat: seatId(1) }, type: "note-hidden", ...HIDDEN, reason: "WORDS" },
  ] as SessionEvent[])
  const facts = notes.map((note, index): Fact => ({
    noteId: note.id,
    number: index + 1,
    author: seatId(1),
    scribe: seatId(2),
    firstWording: `${text}!`,
    settled: true,
    changes: 1,
    changedBy: seatId(3),
    changedAt: at(2),
  }))
  return handoutOf(doc, { events, seats: words(seats), facts, locale: "en", workshopId: "w1", now: at(5), change })
}
