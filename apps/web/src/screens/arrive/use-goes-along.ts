// Who goes along with a sentence, as this phone may know it: the number for the words that stand here, and what I said myself. A tap shows
// at once; the number follows when the server tells it, so that it does not point at who just tapped.
import { useCallback, useState } from "react"
import type { Pledge } from "@evenboard/board"
import type { SessionNow } from "../../connect/session-store.ts"
import { usePrivateCall, usePrivateNow } from "../../safe/private-desk.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useUi } from "../../ui-store.ts"
import { useValue } from "../../use-value.ts"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"

/** `again`: they went along with other words. */
export type Stance = "yes" | "no" | "again"

/** How many go along with just these words. */
export function useCount({ id, text }: Pledge): number {
  const read = useCallback(({ counted }: SessionNow) => counted.find((one) => one.id === id && one.words === text)?.count ?? 0, [id, text])
  return useValue(useWorkshop().session, read)
}

/** What `seat` said of it, and how to say otherwise; `said` is announced once the server has it. */
export function useStance({ id, text }: Pledge, seat: string, isMe: boolean) {
  const view = usePrivateNow()
  const call = usePrivateCall()
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  const [asked, setAsked] = useState<{ goes: boolean } | null>(null)
  const known = view?.goesAlong.find((one) => one.pledgeId === id && one.seat === seat)
  const told: Stance = known === undefined ? "no" : known.words === text ? "yes" : "again"
  const stance: Stance = asked === null ? told : asked.goes ? "yes" : "no"
  const say = async (goes: boolean, said: string): Promise<void> => {
    setAsked({ goes })
    const body = { words: text, goes, ...(isMe ? {} : { for: seat }) }
    const answer = await call(`pledges/${id}/goes-along`, { method: "PUT", body })
    setAsked(null)
    const line = answer.ok ? said : (answer.title ?? words.say("save.no-answer"))
    if (!answer.ok) showResult({ say: line, undo: null })
    announce(line)
  }
  return { stance, say }
}
