// What happened between two boards, for the ledger: one entry for each act on each thing. Knows no Yjs and not who did it.
// `before` and `after` hold as JSON what changed; `target` is the id of the note (also for its sheet and for suggestions of words, so
// that what hangs on a note is found, and forgotten, with it), theme, agreement or action, or the key of a link.
import type { Action, Agreement, Board, Note, Pledge, Suggestion, Theme } from "./types.ts"
import { hunksBetween } from "./words.ts"

export const CHANGE_KINDS = [
  "note-added",
  "words-changed",
  "kind-changed",
  "moved",
  "stacked",
  "unstacked",
  "placed",
  "set-aside",
  "brought-back",
  "note-gone",
  "theme-added",
  "theme-named",
  "theme-moved",
  "taken-apart",
  "stood-again",
  "linked",
  "unlinked",
  "sheet-filled",
  "for-whom-said",
  "agreement-added",
  "agreement-changed",
  "agreement-aside",
  "agreement-back",
  "action-added",
  "action-changed",
  "action-aside",
  "action-back",
  "pledge-added",
  "pledge-changed",
  "pledge-aside",
  "pledge-back",
  "outcome-said",
  "outcome-taken-back",
  "outcome-answered",
  "theme-outcome-said",
  "theme-outcome-taken-back",
  "words-suggested",
  "suggestion-closed",
  "suggestion-reopened",
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** `chars`: UTF-16 units of words that this act put in. */
export type Change = { kind: ChangeKind; target: string; chars: number; before: string | null; after: string | null }

/** `words`: what each side says, where the act is about words. */
type Told = { kind: ChangeKind; target: string; before: unknown; after: unknown; words?: [string, string] }

/** Costs a look at every entry of a map that changed, and work only where two entries are not the same value. */
export function readChanges(before: Board, after: Board): Change[] {
  const told = [
    ...compared(before.themes, after.themes, themeChanges),
    ...compared(before.notes, after.notes, noteChanges),
    ...compared(before.links, after.links, (was, is, target) => [{ kind: is ? "linked" : "unlinked", target, before: was, after: is }]),
    ...compared(before.agreements, after.agreements, sentenceChanges("agreement")),
    ...compared(before.actions, after.actions, actionChanges),
    ...compared(before.pledges, after.pledges, sentenceChanges("pledge")),
    ...compared(before.suggestions, after.suggestions, suggestionChanges),
  ]
  return told.map(({ kind, target, before, after, words }) => ({
    kind,
    target,
    chars: words ? charsPut(...words) : 0,
    before: json(before),
    after: json(after),
  }))
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
const charsPut = (old: string, now: string): number => hunksBetween(old, now).reduce((sum, { put }) => sum + put.length, 0)

function compared<K extends string, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
  tell: (was: V | undefined, is: V | undefined, key: string) => Told[],
): Told[] {
  if (before === after) return []
  const told: Told[] = []
  for (const [key, is] of after) {
    const was = before.get(key)
    if (was !== is) told.push(...tell(was, is, key))
  }
  for (const [key, was] of before) if (!after.has(key)) told.push(...tell(was, undefined, key))
  return told
}

function noteChanges(was: Note | undefined, is: Note | undefined, target: string): Told[] {
  if (is === undefined) return [{ kind: "note-gone", target, before: was, after: null }]
  if (was === undefined) return [{ kind: "note-added", target, before: null, after: is, words: ["", is.text] }]
  const told: Told[] = []
  const tell = (kind: ChangeKind, before: unknown, after: unknown, words?: [string, string]): void => {
    if (!equal(before, after)) told.push({ kind, target, before, after, ...(words ? { words } : {}) })
  }
  tell("words-changed", was.text, is.text, [was.text, is.text])
  tell("kind-changed", was.kind, is.kind)
  // A rank that only follows the stack is told with the stack.
  const stays = was.themeId === is.themeId && was.canvas === is.canvas
  if (!stays || was.stack === is.stack) tell("moved", standing(was), standing(is))
  if (was.stack !== is.stack) tell(is.stack === null ? "unstacked" : "stacked", lying(was), lying(is))
  tell("placed", was.place, is.place)
  tell("for-whom-said", was.forWhom, is.forWhom, [was.forWhom, is.forWhom])
  for (const field of ["description", "who", "pays", "leftOut"] as const) {
    // A note that becomes an option, or is none any more, has not had its sheet filled.
    if (was.sheet === null || is.sheet === null) continue
    const [old, now] = [was.sheet[field], is.sheet[field]]
    tell("sheet-filled", { field, text: old }, { field, text: now }, [old, now])
  }
  tell(is.aside === null ? "brought-back" : "set-aside", was.aside, is.aside)
  tell(is.notThisTime === null ? "outcome-taken-back" : "outcome-said", was.notThisTime, is.notThisTime)
  tell("outcome-answered", was.answer, is.answer, [was.answer, is.answer])
  return told
}

const standing = ({ themeId, canvas, rank }: Note): unknown => ({ themeId, canvas, rank })
/** The rank too, or nobody could tell later where it stood before. Older rows hold the label alone. */
const lying = ({ stack, rank }: Note): unknown => ({ stack, rank })
/** For plain values whose keys stand in the same order. */
const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

function themeChanges(was: Theme | undefined, is: Theme | undefined, target: string): Told[] {
  if (is === undefined) return [{ kind: "taken-apart", target, before: was, after: null }]
  if (was === undefined) return [{ kind: "theme-added", target, before: null, after: is, words: ["", is.title] }]
  const told: Told[] = []
  if (was.gone !== is.gone)
    told.push({ kind: is.gone ? "taken-apart" : "stood-again", target, before: { title: was.title }, after: { title: is.title } })
  if (was.title !== is.title) told.push({ kind: "theme-named", target, before: was.title, after: is.title, words: [was.title, is.title] })
  const [from, to] = [was, is].map(({ canvas, rank }) => ({ canvas, rank }))
  if (!equal(from, to)) told.push({ kind: "theme-moved", target, before: from, after: to })
  if (!equal(was.notThisTime, is.notThisTime)) {
    const kind = is.notThisTime === null ? "theme-outcome-taken-back" : "theme-outcome-said"
    told.push({ kind, target, before: was.notThisTime, after: is.notThisTime })
  }
  return told
}

type Sentence = Agreement | Pledge
const sentenceChanges =
  (what: "agreement" | "pledge") =>
  (was: Sentence | undefined, is: Sentence | undefined, target: string): Told[] => {
    if (is === undefined) return [{ kind: `${what}-aside`, target, before: was, after: null }]
    if (was === undefined) return [{ kind: `${what}-added`, target, before: null, after: is, words: ["", is.text] }]
    const told: Told[] = []
    const [old, now] = [was, is].map(({ text, rank }) => ({ text, rank }))
    if (!equal(old, now)) told.push({ kind: `${what}-changed`, target, before: old, after: now, words: [was.text, is.text] })
    if (!equal(was.aside, is.aside))
      told.push({ kind: is.aside === null ? `${what}-back` : `${what}-aside`, target, before: was.aside, after: is.aside })
    return told
  }

function actionChanges(was: Action | undefined, is: Action | undefined, target: string): Told[] {
  if (is === undefined) return [{ kind: "action-aside", target, before: was, after: null }]
  if (was === undefined) return [{ kind: "action-added", target, before: null, after: is, words: ["", is.text] }]
  const told: Told[] = []
  const [old, now] = [was, is].map(({ text, who, by, agreementId, rank }) => ({ text, who, by, agreementId, rank }))
  if (!equal(old, now)) told.push({ kind: "action-changed", target, before: old, after: now, words: [was.text, is.text] })
  if (!equal(was.aside, is.aside))
    told.push({ kind: is.aside === null ? "action-back" : "action-aside", target, before: was.aside, after: is.aside })
  return told
}

function suggestionChanges(was: Suggestion | undefined, is: Suggestion | undefined): Told[] {
  const target = is?.noteId ?? was?.noteId ?? ""
  const [before, after] = [brief(was), brief(is)]
  if (is === undefined) return was?.state === "open" ? [{ kind: "suggestion-closed", target, before, after }] : []
  const told: Told[] = []
  if (was === undefined || was.text !== is.text)
    told.push({ kind: "words-suggested", target, before, after, words: [was?.text ?? "", is.text] })
  const [from, to] = [was?.state ?? "open", is.state]
  if (from !== to) told.push({ kind: to === "open" ? "suggestion-reopened" : "suggestion-closed", target, before, after })
  return told
}

const brief = (suggestion: Suggestion | undefined): unknown =>
  suggestion === undefined ? null : { suggestionId: suggestion.id, text: suggestion.text, state: suggestion.state }
