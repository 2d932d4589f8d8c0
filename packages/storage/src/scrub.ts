// Clears what SQLite leaves behind in a database file. `secure_delete` zeroes what is deleted, but when a page is rebalanced, the cells
// that move to a neighbour stay where they were too, in the page's unused middle, and no later deletion finds them there (seen: one word
// in thirty). So the unused middle of every tree page is zeroed here. Those bytes mean nothing to SQLite, so a crash half-way, a torn
// write or another reader does no harm. Owns the file format's few facts; call it only while this process has the file closed.
// https://www.sqlite.org/fileformat2.html#b_tree_pages
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs"

/** Interior and leaf pages of indexes and tables. Any other page begins with a page number below 2²⁵, so with 0 or 1. */
const TREE_PAGES = new Set([2, 5, 10, 13])
const isInterior = (kind: number): boolean => kind === 2 || kind === 5
const FILE_HEADER = 100

/** Goes over `count` pages from page `from` (0 is the first); answers the page to go on with, or null at the end. */
export function scrubPages(path: string, from: number, count: number): number | null {
  const file = openSync(path, "r+")
  try {
    const size = pageSize(file)
    const pages = Math.floor(fstatSync(file).size / size)
    const page = Buffer.alloc(size)
    const zeros = Buffer.alloc(size)
    let hasWritten = false
    const end = Math.min(from + count, pages)
    for (let at = from; at < end; at += 1) {
      readSync(file, page, 0, size, at * size)
      const unused = unusedMiddle(page, at === 0 ? FILE_HEADER : 0)
      if (!unused || page.compare(zeros, 0, unused[1] - unused[0], ...unused) === 0) continue
      const [start, stop] = unused
      writeSync(file, zeros, 0, stop - start, at * size + start)
      hasWritten = true
    }
    if (hasWritten) fsyncSync(file)
    return end < pages ? end : null
  } finally {
    closeSync(file)
  }
}

function pageSize(file: number): number {
  const header = Buffer.alloc(FILE_HEADER)
  readSync(file, header, 0, FILE_HEADER, 0)
  const size = header.readUInt16BE(16)
  return size === 1 ? 65_536 : size
}

/** From the end of the list of cells to the first cell. Null for a page that is no tree's, or that says something impossible. */
function unusedMiddle(page: Buffer, at: number): [number, number] | null {
  const kind = page.readUInt8(at)
  if (!TREE_PAGES.has(kind)) return null
  const start = at + (isInterior(kind) ? 12 : 8) + 2 * page.readUInt16BE(at + 3)
  const stop = page.readUInt16BE(at + 5) || 65_536
  return start <= stop && stop <= page.length ? [start, stop] : null
}
