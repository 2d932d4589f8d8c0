// What the action files share: answers, and the checks on words and ids that stand before every change.
import type { Command, CommandType, Outcome, Refusal } from "./command.ts"
import type * as Y from "yjs"
import { cleaned } from "./words.ts"

/** Does one kind of command inside the transaction that `run` opened. Checks come first: a refusal has written nothing. */
export type Act<T extends CommandType> = (doc: Y.Doc, command: Extract<Command, { type: T }>) => Outcome

export const no = (reason: Refusal): Outcome => ({ ok: false, reason })
export const done = (inverse: Command | null): Outcome => ({ ok: true, inverse })
export const nothingChanged = done(null)

/** Words as they will be kept, or why not. `min` 0 lets them be empty. */
export function checked(words: string, max: number, min: 0 | 1 = 1): { ok: true; text: string } | { ok: false; reason: Refusal } {
  const text = cleaned(words)
  if (text.length < min) return { ok: false, reason: "empty" }
  return text.length > max ? { ok: false, reason: "too-long" } : { ok: true, text }
}
