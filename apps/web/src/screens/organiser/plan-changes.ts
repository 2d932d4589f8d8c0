// What of the plan was really changed in the form: one body for `PATCH …/organiser` a thing, and none for what stayed. Pure.
// So the log tells only what changed, and two people editing different steps do not undo each other.
import type { OrganiserPatch, Stage } from "@evenboard/api"

export type Plan = { title: string; purpose: string; stages: readonly Stage[] }

/** `before` is what the form began with, not what stands by now. */
export function planChanges(before: Plan, after: Plan): OrganiserPatch[] {
  const head = { ...differs("title", before.title, after.title), ...differs("purpose", before.purpose, after.purpose) }
  const changes: OrganiserPatch[] = Object.keys(head).length > 0 ? [head] : []
  for (const stage of after.stages) {
    const old = before.stages.find(({ kind }) => kind === stage.kind)
    if (!old) continue
    const parts = { ...differs("prompt", old.prompt, stage.prompt), ...(old.minutes === stage.minutes ? {} : { minutes: stage.minutes }) }
    if (Object.keys(parts).length > 0) changes.push({ stage: { kind: stage.kind, ...parts } })
  }
  return changes
}

const differs = <K extends string>(key: K, before: string, after: string): { [P in K]?: string } =>
  before.trim() === after.trim() ? {} : ({ [key]: after.trim() } as { [P in K]?: string })
