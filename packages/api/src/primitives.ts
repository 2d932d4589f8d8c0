// The small schemas every body is made of. Lengths are counted in UTF-16 units after trimming, as browsers count them.
import * as z from "zod/mini"
import { LOCALES } from "./limits.ts"

export { LIMITS, LOCALES, ROUND_STAGES } from "./limits.ts"

export const Locale = z.enum(LOCALES)
export type Locale = z.infer<typeof Locale>

/** Words a person typed: trimmed, not empty, at most `max`. */
export const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
/** Like `words`, but may be empty. */
export const maybeWords = (max: number) => z.string().check(z.trim(), z.maxLength(max))
/** An opaque id of ours. */
export const Id = z.string().check(z.regex(/^[0-9A-Za-z]{8,32}$/))
/** Made by the sender, so that a repeat does nothing. */
export const IntentId = z.string().check(z.regex(/^[0-9A-Za-z_-]{8,64}$/))
