// How a person is named beside what they said, as they chose. The choice and the making of initials; whether a group may be named is the
// server's, who alone knows how many stand behind it.
import * as z from "zod/mini"

/** `none`: "Guest 7". `group`: only once three people or more of it choose so; "Guest 7" until then. */
export const CREDITS = ["name", "initials", "group", "none"] as const
export const Credit = z.enum(CREDITS)
export type Credit = z.infer<typeof Credit>

const MOST_INITIALS = 3

/** "Rosa García" → "R. G."; the first letter of each word in any script, with its marks, three at most. Empty for a name of no letters. */
export function initialsOf(name: string): string {
  const parts = name.normalize("NFC").split(/[\s\-‐]+/u)
  const letters = parts.flatMap(
    (part) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(part)].find(isLetter) ?? [],
  )
  return letters
    .slice(0, MOST_INITIALS)
    .map(({ segment }) => `${segment.toLocaleUpperCase()}.`)
    .join(" ")
}

const isLetter = ({ segment }: Intl.SegmentData): boolean => /\p{L}/u.test(segment)
