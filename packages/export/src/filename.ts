// What a file is called: after what is in it, once in ASCII for old programs, once in the letters of any language.

export type Filenames = {
  /** ASCII only: letters, digits, hyphens, one dot. */
  readonly filename: string
  /** The same with letters of any language, for RFC 5987's `filename*`. */
  readonly filenameAnyScript: string
}

/** "better-mornings-2026-05-01.html"; a title without Latin letters or digits gives "evenboard-2026-05-01.html". */
export function filenamesOf(title: string, ending: string): Filenames {
  const plain = slug(title.normalize("NFKD").replace(/\p{M}/gu, ""), /[^a-z0-9]+/g)
  const whole = slug(title.normalize("NFC"), /[^\p{L}\p{N}\p{M}]+/gu)
  return { filename: `${plain || "evenboard"}${ending}`, filenameAnyScript: `${whole || "evenboard"}${ending}` }
}

const slug = (title: string, others: RegExp): string =>
  Array.from(title.toLowerCase().replace(others, "-"))
    .slice(0, 60)
    .join("")
    .replace(/^-+|-+$/g, "")
