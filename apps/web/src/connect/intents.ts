// Intents: what the server must decide. One POST each; `written-for` is kept on the device until the server has answered, and only
// said once the note it speaks of is durable. Knows no React; failures are values with a sentence or the word "offline".
import type { Intent, Problem, Reason } from "@evenboard/api"
import type { Kept } from "./kept.ts"

/** An intent without its id, which is made here. */
export type IntentBody = Intent extends infer I ? (I extends { id: string } ? Omit<I, "id"> : never) : never
/**
 * `title` is the server's own sentence in this person's language; null where nobody answered. `isKept`: whether what should come later
 * is kept on this device until then; absent where nothing comes later.
 */
export type IntentResult = { ok: true } | { ok: false; reason: Reason | "offline"; title: string | null; isKept?: boolean }

type IntentsDeps = {
  workshopId: string
  seat: string
  kept: Kept
  fetch: typeof fetch
  newId: () => string
  settled: () => Promise<void>
}

export function openIntents({ workshopId, seat, kept, fetch, newId, settled }: IntentsDeps) {
  const saying = new Map<string, Promise<IntentResult>>()

  const post = async (body: string): Promise<IntentResult> => {
    const answer = await fetch(`/api/workshops/${workshopId}/intents`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      credentials: "same-origin",
      body,
    }).catch(() => null)
    if (answer?.ok) return { ok: true }
    const problem = (await answer?.json().catch(() => null)) as Partial<Problem> | null | undefined
    if (!problem?.reason) return { ok: false, reason: "offline", title: null }
    return { ok: false, reason: problem.reason, title: problem.title ?? null }
  }
  const mayComeLater = (result: IntentResult) =>
    !result.ok && ["offline", "cannot-store", "too-many-tries", "paused", "bug"].includes(result.reason)

  /** Once at a time for each: a second asker gets the first one's answer. */
  const sayKept = (key: string, body: string): Promise<IntentResult> => {
    const before = saying.get(key)
    if (before) return before
    const now = (async () => {
      await settled()
      const result = await post(body)
      if (!mayComeLater(result)) await kept.remove([key]).catch(() => {})
      return result
    })().finally(() => saying.delete(key))
    saying.set(key, now)
    return now
  }

  return {
    async say(body: IntentBody): Promise<IntentResult> {
      const whole: Intent = { ...body, id: newId() }
      const json = JSON.stringify(whole)
      if (body.type !== "written-for") return post(json)
      const row = { key: whole.id, seat, body: json, at: Date.now() }
      const isKept = await kept.putIntent(row).then(
        () => true,
        () => false,
      )
      const result = await sayKept(whole.id, json)
      return result.ok || !mayComeLater(result) ? result : { ...result, isKept }
    },
    /** At each sync: what an earlier page, or a lost network, left unsaid. */
    async replay(): Promise<void> {
      for (const intent of await kept.intents(seat).catch(() => [])) await sayKept(intent.key, intent.body)
    },
  }
}
