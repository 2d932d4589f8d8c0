// How a case on the disk becomes comments: the rows of its file, and of them the accepted ones in the order people wrote them.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"

export type Row = { timestamp: string; "comment-id": string; "author-id": string; moderated: string; "comment-body": string }
export type Comment = { id: number; author: string; words: string }

export const rowsOf = (folder: string): readonly Row[] =>
  parse(readFileSync(join(import.meta.dirname, folder, "comments.csv")), { columns: true })

export const acceptedOf = (rows: readonly Row[]): Comment[] =>
  rows
    .filter((row) => row.moderated === "1")
    .map((row) => ({ id: Number(row["comment-id"]), author: row["author-id"], words: row["comment-body"].trim() }))
    .toSorted((a, b) => a.id - b.id)
