// The agreements of a board in order, the actions under each, and what one phone's hand says. Pure.
import type { Action, Agreement, AgreementId, Board } from "@evenboard/board"
import type { Hands } from "@evenboard/session"
import { byRank, derive, sameList } from "../board/derive.ts"

type Sentences = { readonly standing: readonly Agreement[]; readonly aside: readonly Agreement[] }

export function sentencesOf(board: Board): Sentences {
  const all = [...board.agreements.values()].sort(byRank)
  return { standing: all.filter((agreement) => !agreement.aside), aside: all.filter((agreement) => agreement.aside) }
}
export const sentencesSelector = () => derive(sentencesOf, (a, b) => sameList(a.standing, b.standing) && sameList(a.aside, b.aside))

/** Actions under one agreement; null: those that belong to none, or to one that no longer stands. */
export function actionsOf(board: Board, agreementId: AgreementId | null): readonly Action[] {
  const belongs = (action: Action) => {
    if (agreementId !== null) return action.agreementId === agreementId
    const agreement = action.agreementId === null ? undefined : board.agreements.get(action.agreementId)
    return agreement === undefined || agreement.aside !== null
  }
  return [...board.actions.values()].filter(belongs).sort(byRank)
}
export const actionsSelector = (agreementId: AgreementId | null) => derive((board) => actionsOf(board, agreementId), sameList)

export type Stance = "for" | "worried"
export type Count = { readonly for: number; readonly worried: number }
/** Hands up on phones now. What was counted in the room is never added to it. */
export function raisedCount(hands: Hands | undefined): Count {
  const stances = [...(hands?.raised.values() ?? [])]
  return { for: stances.filter((stance) => stance === "for").length, worried: stances.filter((stance) => stance === "worried").length }
}
/** One tap raises a hand or changes it; the same tap again takes it down. */
export const tapped = (mine: Stance | null, stance: Stance): Stance | null => (mine === stance ? null : stance)

/** A count as somebody typed it: a whole number up to 10,000, or null. Any digits of the world's scripts that phones type. */
export function countIn(typed: string): number | null {
  const latin = typed
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  return /^\d{1,5}$/.test(latin) && Number(latin) <= 10_000 ? Number(latin) : null
}

/** Midday of an ISO date, so that no time zone turns it into the day before; null when it is no day. */
export function dayOf(by: string): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(by) ? Date.parse(`${by}T12:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}
