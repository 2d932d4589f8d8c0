// Plain constants, apart from the schemas: a phone that needs a limit must not load a validator for it.
export const LOCALES = ["en", "es", "pt", "ar"] as const
/** The stages whose page takes notes, and so a round. */
export const ROUND_STAGES = ["needs", "options", "matrix"] as const

/** Lengths in UTF-16 units after trimming, as browsers count them; `groups`, `drafts` and `seats` are how many. */
export const LIMITS = {
  title: 140,
  purpose: 600,
  prompt: 300,
  note: 600,
  name: 60,
  group: 60,
  table: 40,
  reason: 300,
  groups: 12,
  worry: 600,
  /** What somebody says privately. */
  concern: 1000,
  /** A word somebody asks about. */
  word: 60,
  /** Notes written alone that one seat may have at a time: a scribe enters a table's paper cards. */
  drafts: 60,
  /** Places in one workshop: everybody who joins is told of all of them. */
  seats: 2000,
} as const
