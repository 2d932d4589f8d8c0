// The real words of a full hall: the 119 accepted comments about affordable housing, with their 40 authors.
import { acceptedOf, rowsOf, type Comment as Said } from "./rows.ts"

export type Comment = Said & { isAboutUs: boolean }

/** The host of that conversation. Seventeen of his are about the voters themselves: "I live in a town". */
export const HOST_AUTHOR = "0"

export const comments: readonly Comment[] = acceptedOf(rowsOf("scoop-affordable-housing")).map((one) => ({
  ...one,
  isAboutUs: one.author === HOST_AUTHOR && /^(?:I|My household) /.test(one.words),
}))
export const authors: readonly string[] = [...new Set(comments.map((comment) => comment.author))]
export const QUESTION = "How can everybody in New Zealand have a home they can afford?"
