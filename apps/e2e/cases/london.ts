// The real words the story is played with: comments with their authors, in the order people wrote them.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"

export type Comment = { id: number; author: string; words: string; isAboutUs: boolean }
type Row = { timestamp: string; "comment-id": string; "author-id": string; moderated: string; "comment-body": string }

/** The host of that conversation; all that he accepted of his own are questions about the voters themselves. */
export const HOST_AUTHOR = "0"

export const rows: readonly Row[] = parse(readFileSync(join(import.meta.dirname, "london-youth-policing/comments.csv")), { columns: true })

/** One line as a person would type it: the words are kept, runs of spaces and line ends are not. */
export const comments: readonly Comment[] = rows
  .filter((row) => row.moderated === "1")
  .map((row) => ({
    id: Number(row["comment-id"]),
    author: row["author-id"],
    words: row["comment-body"].trim(),
    isAboutUs: row["author-id"] === HOST_AUTHOR,
  }))
  .toSorted((a, b) => a.id - b.id)

export const authors: readonly string[] = [...new Set(comments.map((comment) => comment.author))]
export const QUESTION = "What is the best way to engage more young people in local scrutiny of policing?"
