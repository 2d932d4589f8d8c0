// The formats a workshop can be taken away in, in the order they are offered.
export const FORMATS = ["html", "md", "csv", "json"] as const
export type Format = (typeof FORMATS)[number]
