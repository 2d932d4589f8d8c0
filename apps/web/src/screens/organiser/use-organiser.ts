// What the organiser's key can ask of the server, as one state: the view as it stands, and calls that answer the new view.
// The key goes only into the Authorization header.
import { useCallback, useState } from "react"
import type { OrganiserView } from "@evenboard/api"
import { ask, type Answer, type Asked } from "../paper/ask.ts"
import { useAnswer } from "../paper/use-answer.ts"

export type Organiser = {
  view: OrganiserView
  key: string
  /** `path` under …/organiser, "" for itself. Keeps the answered view; a failure leaves what was. */
  call(path: string, asked: Pick<Asked, "method" | "body">): Promise<Answer<OrganiserView>>
}
type Loading = { state: "loading" } | { state: "failed"; title: string | null; again: () => void } | { state: "here"; organiser: Organiser }

export function useOrganiser(workshopId: string, key: string): Loading {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/organiser`
  const { answer, again } = useAnswer<OrganiserView>({ path, key })
  const [newer, setNewer] = useState<OrganiserView | null>(null)
  const call = useCallback<Organiser["call"]>(
    async (under, asked) => {
      const answer = await ask<OrganiserView>(`${path}${under}`, { ...asked, key })
      if (answer.ok) setNewer(answer.value)
      return answer
    },
    [path, key],
  )
  if (answer === null) return { state: "loading" }
  return answer.ok
    ? { state: "here", organiser: { view: newer ?? answer.value, key, call } }
    : { state: "failed", title: answer.title, again }
}
