// What the sync guard may let into a board doc, as plain data: the server hands it over, so that sync knows no board.
import { FRAGMENT_ROOT, ROOT_MAPS, TEXT_ROOTS } from "./doc.ts"

const OF_A_NOTE = new RegExp(`^(?:${[...TEXT_ROOTS, FRAGMENT_ROOT].join("|")}):[0-9A-Za-z]{1,64}$`, "u")
const MAPS: ReadonlySet<string> = new Set(ROOT_MAPS)

export const isAllowedRoot = (name: string): boolean => MAPS.has(name) || OF_A_NOTE.test(name)

export const guardSchema = {
  isAllowedRoot,
  /** UTF-16 units of one text. Two honest edits of 600 may add up; 20,000 is no honest note. */
  textLimit: 20_000,
} as const
