// The real words the story is played with: comments with their authors, in the order people wrote them.
import { acceptedOf, rowsOf, type Comment as Said, type Row } from "./rows.ts"

export type Comment = Said & { isAboutUs: boolean }

/** The host of that conversation; all that he accepted of his own are questions about the voters themselves. */
export const HOST_AUTHOR = "0"

export const rows: readonly Row[] = rowsOf("london-youth-policing")

export const comments: readonly Comment[] = acceptedOf(rows).map((one) => ({ ...one, isAboutUs: one.author === HOST_AUTHOR }))

export const authors: readonly string[] = [...new Set(comments.map((comment) => comment.author))]
export const QUESTION = "What is the best way to engage more young people in local scrutiny of policing?"
