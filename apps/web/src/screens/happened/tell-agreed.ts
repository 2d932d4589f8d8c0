// Acts on agreements, on how we want to work together and on who does what, in words.
import type { ActionId, AgreementId, ChangeKind, PledgeId } from "@evenboard/board"
import { actionWords, bothWords, bringBack, putBack, reasonOf, textOf, type Tell } from "./row-words.ts"

export const AGREED_ACTS = {
  "agreement-added": ({ who, after }, { words }) => ({ sentence: words.say("happened.add-agreement", { who }), after: textOf(after) }),
  "agreement-changed": ({ who, target, before, after }, { words, board }) => {
    const id = target as AgreementId
    return {
      sentence: words.say("happened.change-agreement", { who }),
      ...bothWords(before, after),
      offer: putBack(textOf(before), board.agreements.get(id)?.text, (text) => ({ type: "change-agreement", id, text })),
    }
  },
  "agreement-aside": ({ who, target, before, after }, { words, board }) => {
    const id = target as AgreementId
    const agreement = board.agreements.get(id)
    return {
      sentence: words.say("happened.aside-agreement", { who, reason: reasonOf(after, words) }),
      after: agreement?.text ?? textOf(before),
      offer: bringBack(agreement, { type: "bring-back-agreement", id }),
    }
  },
  "agreement-back": ({ who, target }, { words, board }) => ({
    sentence: words.say("happened.back-agreement", { who }),
    after: board.agreements.get(target as AgreementId)?.text ?? null,
  }),
  "pledge-added": ({ who, after }, { words }) => ({ sentence: words.say("happened.add-pledge", { who }), after: textOf(after) }),
  "pledge-changed": ({ who, target, before, after }, { words, board }) => {
    const id = target as PledgeId
    return {
      sentence: words.say("happened.change-pledge", { who }),
      ...bothWords(before, after),
      offer: putBack(textOf(before), board.pledges.get(id)?.text, (text) => ({ type: "change-pledge", id, text })),
    }
  },
  "pledge-aside": ({ who, target, before, after }, { words, board }) => {
    const id = target as PledgeId
    const pledge = board.pledges.get(id)
    return {
      sentence: words.say("happened.aside-pledge", { who, reason: reasonOf(after, words) }),
      after: pledge?.text ?? textOf(before),
      offer: bringBack(pledge, { type: "bring-back-pledge", id }),
    }
  },
  "pledge-back": ({ who, target }, { words, board }) => ({
    sentence: words.say("happened.back-pledge", { who }),
    after: board.pledges.get(target as PledgeId)?.text ?? null,
  }),
  "action-added": ({ who, after }, { words }) => ({
    sentence: words.say("happened.add-action", { who }),
    after: actionWords(after, words),
  }),
  "action-changed": ({ who, before, after }, { words }) => ({
    sentence: words.say("happened.change-action", { who }),
    before: actionWords(before, words),
    after: actionWords(after, words),
  }),
  "action-aside": ({ who, target, before, after }, { words, board }) => {
    const id = target as ActionId
    const action = board.actions.get(id)
    return {
      sentence: words.say("happened.aside-action", { who, reason: reasonOf(after, words) }),
      after: action?.text ?? textOf(before),
      offer: bringBack(action, { type: "bring-back-action", id }),
    }
  },
  "action-back": ({ who, target }, { words, board }) => ({
    sentence: words.say("happened.back-action", { who }),
    after: board.actions.get(target as ActionId)?.text ?? null,
  }),
} satisfies Partial<Record<ChangeKind, Tell>>
