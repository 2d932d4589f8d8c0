// What the sync guard may let into a board doc, as plain data: the server hands it over, so that sync knows no board.
import { FRAGMENT_ROOT, ROOT_MAPS, TEXT_ROOTS } from "./doc.ts"
import type { RootMap } from "./doc.ts"

const OF_A_NOTE = new RegExp(`^(?:${[...TEXT_ROOTS, FRAGMENT_ROOT].join("|")}):[0-9A-Za-z]{1,64}$`, "u")
const MAPS: ReadonlySet<string> = new Set(ROOT_MAPS)

export const isAllowedRoot = (name: string): boolean => MAPS.has(name) || OF_A_NOTE.test(name)

/**
 * Notes and sentences under ids of their own: set aside, never taken away. Themes and links are not among them: two phones may put the
 * same one at once.
 */
const LASTING_ROOTS = ["notes", "agreements", "actions", "suggestions", "pledges"] as const satisfies readonly RootMap[]

export const guardSchema = {
  isAllowedRoot,
  lastingRoots: LASTING_ROOTS,
  idRoots: ["themes"],
  /** Whoever joins is told of every note in one frame, which a slow phone must be able to take. */
  thingsLimit: 20_000,
  /** UTF-16 units of one text. Two honest edits of 600 may add up; 20,000 is no honest note. */
  textLimit: 20_000,
} as const
