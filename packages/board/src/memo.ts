// Remembers what selectors made of a Board. One view's boards form a line: a selector sees what it answered for the board before,
// so that it can give the same arrays again where nothing in them changed. Nothing here outlives the boards.
import type { Board } from "./types.ts"

type Line = Map<unknown, unknown>
const lines = new WeakMap<Board, Line>()

/** `after` came out of `before`. */
export function follow(before: Board, after: Board): void {
  const line = lines.get(before)
  if (line) lines.set(after, line) // else nobody has selected anything yet: on a server nobody ever does
}

function lineOf(board: Board): Line {
  const line = lines.get(board) ?? new Map<unknown, unknown>()
  lines.set(board, line)
  return line
}

/** Computes once a board; `last` is what came out for an earlier board of the same line. */
export function perBoard<T>(compute: (board: Board, last: T | undefined) => T): (board: Board) => T {
  const made = new WeakMap<Board, T>()
  return (board) => {
    const known = made.get(board)
    if (known !== undefined) return known
    const line = lineOf(board)
    const value = compute(board, line.get(compute) as T | undefined)
    made.set(board, value)
    line.set(compute, value)
    return value
  }
}

/** Lists by key; a list with the same members as before is the same array as before. */
export type Lists<K, V> = ReadonlyMap<K, readonly V[]>

export function keepLists<K, V>(lists: ReadonlyMap<K, V[]>, last: Lists<K, V> | undefined): Lists<K, V> {
  if (last === undefined) return lists
  return new Map([...lists].map(([key, list]) => [key, keepList(list, last.get(key))]))
}

export function keepList<V>(list: readonly V[], last: readonly V[] | undefined): readonly V[] {
  return last !== undefined && last.length === list.length && list.every((one, n) => one === last[n]) ? last : list
}
