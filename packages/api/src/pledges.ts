// "How we want to work together": the sentences stand in the board; who goes along with one, the server counts and tells nobody.
// PUT /api/workshops/{id}/pledges/{pledgeId}/goes-along (GoAlong), with a seat's key → PrivateView.
import * as z from "zod/mini"

/** `words` as they stood on the screen: others by now are refused. `for` is the seat of somebody without a device. */
export const GoAlong = z.object({ words: z.string().check(z.maxLength(20_000)), goes: z.boolean(), for: z.optional(z.string()) })
export type GoAlong = z.infer<typeof GoAlong>

/** I, or somebody without a phone for whom I opened a place, go along with it; `words` null: they have changed since. */
export type OwnGoAlong = { pledgeId: string; seat: string; words: string | null }
