// command → the one function that does it, inside one transaction. Owns nothing but this table; what a phone needs first of all
// stands in run-first.ts.
import type * as Y from "yjs"
import {
  addAction,
  addAgreement,
  bringBackAction,
  bringBackAgreement,
  changeAction,
  changeAgreement,
  setAsideAction,
  setAsideAgreement,
} from "./agreement.ts"
import type { Command, CommandType, Outcome } from "./command.ts"
import { addLink, removeLink } from "./link.ts"
import { moveCanvas, moveNote } from "./move.ts"
import type { Act } from "./outcome.ts"
import { answerOutcome, sayOutcome, takeBackOutcome } from "./not-this-time.ts"
import { addPledge, bringBackPledge, changePledge, setAsidePledge } from "./pledge.ts"
import { FIRST_ACTS, runBy } from "./run-first.ts"
import { fillSheet } from "./sheet.ts"
import { leaveStack, stackNotes, takeStackApart, undoMove } from "./stack.ts"
import { keepWords, reopenSuggestion, suggestWords, takeWords } from "./suggestion.ts"
import { joinThemes, makeOption, moveTheme, nameTheme, putTogether, standAgain, takeApart } from "./theme.ts"

const ACTS: { readonly [T in CommandType]: Act<T> } = {
  ...FIRST_ACTS,
  move: moveNote,
  "move-canvas": moveCanvas,
  "undo-move": undoMove,
  stack: stackNotes,
  "leave-stack": leaveStack,
  "take-stack-apart": takeStackApart,
  "put-together": putTogether,
  "take-apart": takeApart,
  "stand-again": standAgain,
  "join-themes": joinThemes,
  "name-theme": nameTheme,
  "move-theme": moveTheme,
  "make-option": makeOption,
  link: addLink,
  unlink: removeLink,
  "fill-sheet": fillSheet,
  "say-outcome": sayOutcome,
  "take-back-outcome": takeBackOutcome,
  "answer-outcome": answerOutcome,
  "suggest-words": suggestWords,
  "take-words": takeWords,
  "keep-words": keepWords,
  "reopen-suggestion": reopenSuggestion,
  "add-agreement": addAgreement,
  "change-agreement": changeAgreement,
  "set-aside-agreement": setAsideAgreement,
  "bring-back-agreement": bringBackAgreement,
  "add-action": addAction,
  "change-action": changeAction,
  "set-aside-action": setAsideAction,
  "bring-back-action": bringBackAction,
  "add-pledge": addPledge,
  "change-pledge": changePledge,
  "set-aside-pledge": setAsidePledge,
  "bring-back-pledge": bringBackPledge,
}

/** All command types, for tables that must name each of them. */
export const COMMAND_TYPES = Object.keys(ACTS) as CommandType[]

/** Runs one command as one Yjs transaction whose origin is the command's type. A refusal changes nothing. Never throws on bad input from people. */
export const run = (doc: Y.Doc, command: Command): Outcome => runBy(ACTS, doc, command)
