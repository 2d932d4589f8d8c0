// What the description says of one call. For programs, in English.
import type * as z from "zod/mini"

export type Operation = {
  method: "get" | "post" | "put" | "patch" | "delete"
  path: string
  summary: string
  key?: "seat" | "organiser" | "either" | "contact"
  body?: z.core.$ZodType
  answer: [status: number, what: string]
}
