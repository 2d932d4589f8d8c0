// What counts as words a person reads, in JSX and HTML alike.

/** Attributes whose value is read out or shown. */
export const TELLING: ReadonlySet<string> = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "alt",
  "title",
  "placeholder",
])

/** True when letters are left once entities and escapes are gone. */
export const saysSomething = (text: string): boolean => /\p{L}/u.test(text.replace(/&[a-z0-9#]+;|\\[a-z]/gi, ""))
