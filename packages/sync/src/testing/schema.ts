// A board of notes and one text, with nothing that lasts: what the guard is tried with where the board is not the matter.
import type { GuardSchema } from "../guard/guard.ts"

export const PLAIN_SCHEMA: GuardSchema = {
  isAllowedRoot: (name) => name === "notes" || name === "text",
  lastingRoots: [],
  idRoots: [],
  thingsLimit: 9,
  textLimit: 20_000,
}
