// What the server tells only me: asked for when a frame says that there is news, and by screens that show it. One a workshop.
import { useCallback, useEffect } from "react"
import type { PrivateView } from "@evenboard/api"
import type { Workshop } from "../connect/open-workshop.ts"
import { valueOf, type OwnValue } from "../connect/value.ts"
import { ask, type Answer, type Asked } from "../screens/paper/ask.ts"
import { useValue } from "../use-value.ts"
import { useWorkshop } from "../workshop-context.ts"

/** Null until it was asked for once. */
type Desk = { view: OwnValue<PrivateView | null>; call(path: string, asked?: Asked): Promise<Answer<PrivateView>> }

const desks = new WeakMap<Workshop, Desk>()

function deskOf(workshop: Workshop): Desk {
  const known = desks.get(workshop)
  if (known) return known
  const view = valueOf<PrivateView | null>(null)
  let [asked, shown] = [0, 0]
  const call: Desk["call"] = async (path, how) => {
    const turn = ++asked
    const answer = await ask<PrivateView>(`/api/workshops/${workshop.id}/${path}`, how)
    // One that was asked earlier and comes later would show what is over.
    if (!answer.ok || turn < shown) return answer
    shown = turn
    view.set(answer.value)
    return answer
  }
  const desk: Desk = { view, call }
  desks.set(workshop, desk)
  workshop.news.subscribe(() => void call("private"))
  if (workshop.news.get() > 0) void call("private")
  return desk
}

/** What is known of it now; asks nothing. */
export const usePrivateNow = (): PrivateView | null => useValue(deskOf(useWorkshop()).view)

/** Asks anew whenever something that shows it appears. */
export function usePrivate(): PrivateView | null {
  const desk = deskOf(useWorkshop())
  useEffect(() => void desk.call("private"), [desk])
  return useValue(desk.view)
}

/** A call that answers the new view. */
export function usePrivateCall(): Desk["call"] {
  const workshop = useWorkshop()
  return useCallback((path, asked) => deskOf(workshop).call(path, asked), [workshop])
}
