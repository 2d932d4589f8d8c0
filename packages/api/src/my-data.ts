// What a person may ask about everything of theirs: to have it deleted. The bodies and answers of /me/erase.
import * as z from "zod/mini"

/** `words` false: my name, and whatever else I said of myself. True: what I wrote, too. */
export const Erase = z.object({ words: z.boolean() })
export type Erase = z.infer<typeof Erase>

/** To keep. Says nothing of whom, and nothing here leads from `receipt` to a person. */
export type Erased = { receipt: string; at: number; level: "name" | "words" }
