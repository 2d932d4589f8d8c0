import { createWords, LOCALES, type Locale, type Words } from "@evenboard/words"
import { messages as ar } from "@evenboard/words/catalogs/ar"
import { messages as en } from "@evenboard/words/catalogs/en"
import { messages as es } from "@evenboard/words/catalogs/es"
import { messages as pt } from "@evenboard/words/catalogs/pt"
import type { SessionEvent, SessionEventBody } from "@evenboard/session"
import { describe, expect, test } from "vitest"
import { logLines } from "./log-lines.ts"
import type { Teller } from "./teller.ts"

const CATALOGS: Record<Locale, Record<string, string>> = { en, es, pt, ar }
const NAMES: Record<string, string> = { s1: "Rosa", s2: "Sam", s3: "Guest 7" }
const tellerIn = (words: Words): Teller => ({ words, nameOf: (seat) => NAMES[seat] ?? "?", quote: (text) => text })
const english = tellerIn(createWords("en", en))

/** One of every kind, and what its sentence must hold in any language. A new kind of event is a type error here. */
const EACH: { [T in SessionEventBody["type"]]: [body: Extract<SessionEventBody, { type: T }>, holds: string[]] } = {
  opened: [{ type: "opened", title: "Better mornings", purpose: "", language: "en", groups: [], stages: [] }, ["Better mornings"]],
  "plan-edited": [{ type: "plan-edited", title: "Calmer mornings" }, ["Rosa", "Calmer mornings"]],
  "stage-moved": [{ type: "stage-moved", to: "options" }, ["Rosa"]],
  "timer-started": [{ type: "timer-started", endsAt: 0, minutes: 13 }, ["Rosa", "13"]],
  "timer-lengthened": [{ type: "timer-lengthened", endsAt: 0, minutes: 14 }, ["Rosa", "14"]],
  "timer-stopped": [{ type: "timer-stopped" }, ["Rosa"]],
  "host-changed": [{ type: "host-changed", from: "s1", to: "s2", how: "passed" }, ["Rosa", "Sam"]],
  "host-asked": [{ type: "host-asked", seat: "s2" }, ["Sam"]],
  "door-opened": [{ type: "door-opened" }, ["Rosa"]],
  "door-shut": [{ type: "door-shut" }, ["Rosa"]],
  "design-agreed": [{ type: "design-agreed" }, ["Rosa"]],
  "design-unagreed": [{ type: "design-unagreed" }, ["Rosa"]],
  "link-rotated": [{ type: "link-rotated" }, ["Rosa"]],
  "note-hidden": [
    { type: "note-hidden", noteId: "n", number: 12, kind: "need", canvas: "needs", reason: "a phone number" },
    ["Rosa", "12", "a phone number"],
  ],
  "hide-proposed": [{ type: "hide-proposed", noteId: "n", number: 12, reason: "a phone number" }, ["12", "a phone number"]],
  "hide-dropped": [{ type: "hide-dropped", noteId: "n" }, []],
  paused: [{ type: "paused" }, ["Rosa"]],
  resumed: [{ type: "resumed" }, ["Rosa"]],
  "quiet-asked": [{ type: "quiet-asked" }, ["Rosa"]],
  "help-asked": [{ type: "help-asked", what: "word", word: "SLA" }, ["SLA"]],
  "person-removed": [{ type: "person-removed", withYes: true }, ["Rosa"]],
  "person-returned": [{ type: "person-returned" }, ["Rosa"]],
  "note-restored": [{ type: "note-restored", noteId: "n" }, ["Rosa"]],
  "hand-raised": [{ type: "hand-raised", agreementId: "a", seat: "s1", stance: "for" }, []],
  "hands-counted": [{ type: "hands-counted", agreementId: "a", for: 21, worried: 4 }, ["Rosa", "21", "4"]],
  "worry-said": [
    { type: "worry-said", worryId: "w", agreementId: "a", seat: "s3", scribe: "s1", words: "Who pays?" },
    ["Guest 7", "Rosa", "Who pays?"],
  ],
  "worry-withdrawn": [{ type: "worry-withdrawn", worryId: "w" }, ["Rosa"]],
  "round-started": [
    { type: "round-started", roundId: "r", kind: "alone", stage: "needs", question: "What matters?" },
    ["Rosa", "What matters?"],
  ],
  "reveal-asked": [{ type: "reveal-asked", roundId: "r" }, ["Rosa"]],
  "reveal-put-off": [{ type: "reveal-put-off", roundId: "r" }, ["Rosa"]],
  "round-revealed": [{ type: "round-revealed", roundId: "r", askedBy: "s2", confirmedBy: "s3", notes: 119 }, ["Sam", "Guest 7", "119"]],
  "seat-opened": [{ type: "seat-opened", seat: "s3" }, ["Rosa", "Guest 7"]],
  "seat-claimed": [{ type: "seat-claimed", seat: "s3" }, ["Guest 7"]],
  "balance-told": [{ type: "balance-told", stage: "needs", from: 0, counted: 0, rows: [] }, []],
  imported: [{ type: "imported", from: "notes.csv", notes: 36 }, ["notes.csv", "36"]],
  exported: [{ type: "exported", format: "html" }, ["Rosa", "HTML"]],
  "access-contact": [{ type: "access-contact", named: true }, ["Rosa"]],
  "access-link": [{ type: "access-link" }, ["Rosa"]],
  "access-read": [{ type: "access-read" }, []],
  "kept-until": [{ type: "kept-until", until: 0 }, ["Rosa"]],
  erased: [{ type: "erased", words: true }, []],
  "name-taken-out": [{ type: "name-taken-out", places: 3 }, ["Rosa", "3"]],
  ended: [{ type: "ended" }, ["Rosa"]],
}
const PAPERS: SessionEventBody[] = [
  { type: "exported", format: "paper" },
  { type: "exported", format: "paper-people" },
]
const logOf = (...bodies: SessionEventBody[]): SessionEvent[] =>
  bodies.map((body, i) => ({ seq: i + 1, at: i * 1000, by: { seat: "s1" }, ...body }))
const latin = (text: string) => text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))

describe.each(LOCALES)("the log in %s", (locale) => {
  const teller = tellerIn(createWords(locale, CATALOGS[locale]))
  test.each(Object.entries(EACH))("tells %s in a sentence with its names and figures", (_type, [body, holds]) => {
    const [line] = logLines(logOf(body), teller)
    expect(line?.sentence.trim().length).toBeGreaterThan(3)
    expect(line?.sentence).not.toMatch(/\{|log\./)
    for (const part of holds) expect(latin(line?.sentence ?? "")).toContain(part)
  })
  test("has different sentences for different acts", () => {
    const bodies = [...Object.values(EACH).map(([body]) => body), ...PAPERS]
    const said = bodies.map((body) => logLines(logOf(body), teller)[0]?.sentence)
    expect(said.join()).not.toMatch(/\{|log\./)
    expect(new Set(said).size).toBe(said.length)
  })
})

test("hands in a row become one line that counts them, and names nobody", () => {
  const hand = (seat: string): SessionEventBody => ({ type: "hand-raised", agreementId: "a", seat, stance: "for" })
  const lines = logLines(logOf(hand("s1"), hand("s2"), hand("s3"), { type: "door-shut" }, hand("s1")), english)
  expect(lines.map((line) => line.sentence)).toEqual([
    "Hands were raised or changed 3 times on the agreements",
    "Rosa shut the door",
    "A hand was raised or changed on the agreements",
  ])
  expect(lines[0]?.seq).toBe(3)
})

test("a plan edited in several places is several sentences, and emptying says so", () => {
  const edited: SessionEventBody = { type: "plan-edited", title: "T", purpose: "", stage: { kind: "needs", prompt: "P?", minutes: 0 } }
  expect(logLines(logOf(edited), english).map((line) => line.sentence)).toEqual([
    "Rosa changed the title to: T",
    "Rosa took out what we are deciding",
    "Rosa changed the question of Needs to: P?",
    "Rosa planned no time for Needs",
  ])
})

test("a restored note is told by the number it had", () => {
  const [hidden] = EACH["note-hidden"]
  expect(logLines(logOf(hidden, { type: "note-restored", noteId: "n" }), english)[1]?.sentence).toBe("Rosa brought note 12 back into sight")
})

test("how somebody came to host is told: first, alone, with a yes, or by the organiser", () => {
  const changed = (how: "first" | "taken-over" | "organiser", confirmedBy?: string): SessionEventBody => ({
    type: "host-changed",
    from: null,
    to: "s2",
    how,
    ...(confirmedBy ? { confirmedBy } : {}),
  })
  expect(
    logLines(logOf(changed("first"), changed("taken-over"), changed("taken-over", "s3"), changed("organiser")), english).map(
      (l) => l.sentence,
    ),
  ).toEqual([
    "Sam joined first, and hosts",
    "Sam took over hosting, alone in the room",
    "Sam took over hosting. Guest 7 said yes",
    "The organiser gave hosting to Sam",
  ])
})

test("what two people agreed on, and who asked for help, is told without a name", () => {
  const nobody = (...bodies: SessionEventBody[]): SessionEvent[] => logOf(...bodies).map((event) => ({ ...event, by: "server" }))
  const hidden: SessionEventBody = { type: "note-hidden", noteId: "n", number: 12, kind: "need", canvas: "needs", reason: "a number" }
  const lines = logLines(
    nobody(hidden, { type: "help-asked", what: "time", word: "" }, { type: "help-asked", what: "word", word: "" }),
    english,
  )
  expect(lines.map((line) => line.sentence)).toEqual([
    "Two people took note 12 out of sight, because: a number",
    "Someone asked for more time",
    "Someone asked what a word means",
  ])
})

test("a worry taken back keeps its act and loses its words, and stays the worry of whoever said it", () => {
  const [worry] = EACH["worry-said"]
  const other: SessionEventBody = { ...worry, worryId: "w2", words: "Who opens up?" }
  expect(logLines(logOf(worry, other, { type: "worry-withdrawn", worryId: "w" }), english).map((line) => line.sentence)).toEqual([
    "Guest 7 · typed by Rosa said a worry, and took it back later",
    "Guest 7 · typed by Rosa said a worry: Who opens up?",
    "Rosa took a worry back",
  ])
})

test("people's words are fitted into the sentence as the page or the file does it", () => {
  const quoting = { ...english, quote: (text: string) => `<${text}>` }
  const [asked, hidden] = [EACH["round-started"][0], EACH["note-hidden"][0]]
  expect(logLines(logOf({ type: "plan-edited", title: "T" }, asked, hidden), quoting).map((line) => line.sentence)).toEqual([
    "Rosa changed the title to: <T>",
    "Rosa asked everybody to write alone about: <What matters?>",
    "Rosa took note 12 out of sight, because: <a phone number>",
  ])
})
