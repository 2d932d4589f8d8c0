// A selector that may build something new out of the board, and still give React the same value while nothing it shows has changed.
import type { Board } from "@evenboard/board"

/** Asked twice about one board it answers with the same value; about another board too, as long as `same` says so. */
export function derive<T>(make: (board: Board) => T, same: (a: T, b: T) => boolean): (board: Board) => T {
  let asked: Board | null = null
  let answer: { value: T } | null = null
  return (board) => {
    if (answer && asked === board) return answer.value
    const value = make(board)
    if (!answer || !same(answer.value, value)) answer = { value }
    asked = board
    return answer.value
  }
}

export const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, i) => Object.is(one, b[i]))

/** By rank, ties by id: the one order of the board. */
export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1
