// Rehearsals: a copy of a workshop's plan, without a word of what people wrote, with pretend people in it. Makes them, and throws them
// away; the real workshop is only read. Who plays is in memory: after a restart a rehearsal stands still until it is thrown away.
import { LIMITS, type OpenedWorkshop } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import type { WorkshopRow } from "@evenboard/storage"
import type { Deps } from "../deps.ts"
import { newId } from "../keys.ts"
import { makeWorkshop } from "../making.ts"
import { localeOf } from "../taking-part.ts"
import { castOf } from "./cast.ts"
import { Play, type PlayDeps } from "./play.ts"

/** The longest a rehearsal is kept; the retention job removes it then. */
export const KEEP_REHEARSAL_MS = 24 * 3_600_000

type RehearsalDeps = Pick<Deps, "store" | "live" | "log" | "now" | "random" | "secret" | "words"> & Pick<PlayDeps, "later" | "chance">

export type Rehearsals = {
  /** In the place of an earlier one. `origin` is what its links begin with. */
  make(workshop: WorkshopRow, origin: string): Promise<OpenedWorkshop>
  /** Those of this workshop, or the rehearsal that it is itself. Nothing of them is left. */
  throwAway(workshop: Pick<WorkshopRow, "id" | "rehearsalOf">): Promise<void>
  /** In how many people still come and go. */
  readonly playing: number
  /** Everybody who plays leaves; for the server's stop. */
  stop(): void
}

export function createRehearsals(deps: RehearsalDeps): Rehearsals {
  const { store, live, log, now, random, words } = deps
  const plays = new Map<string, Play>()

  const remove = async (id: string): Promise<void> => {
    plays.get(id)?.stop()
    plays.delete(id)
    await live.drop(id, () => store.deleteWorkshop(id))
  }
  const throwAway: Rehearsals["throwAway"] = async ({ id, rehearsalOf }) => {
    if (rehearsalOf !== null) return remove(id)
    for (const rehearsal of await store.rehearsalsOf(id)) await remove(rehearsal.id)
  }

  return {
    throwAway,

    get playing() {
      return [...plays.values()].filter((play) => !play.isOver).length
    },

    async make(workshop, origin) {
      await throwAway(workshop)
      for (const [id, play] of plays) if (play.isOver) plays.delete(id)
      const { session } = await live.now(workshop.id)
      const language = localeOf(workshop.language)
      const spoken = words(language)
      const id = newId(random)
      const at = now()
      const title = cut(spoken.say("rehearsal.title", { title: session.title }), LIMITS.title)
      const plan = { language, groups: [...session.groups], stages: [...session.stages] }
      const events: SessionEvent[] = [
        { seq: 1, at, by: "organiser", type: "opened", title, purpose: spoken.say("rehearsal.purpose"), ...plan },
      ]
      const wanted = { id, language, keepUntil: at + KEEP_REHEARSAL_MS, rehearsalOf: workshop.id }
      const opened = await makeWorkshop(deps, wanted, { events }, origin)
      const onFault = (error: unknown) => log.error({ err: error, workshop: id }, "a rehearsal stopped")
      plays.set(id, new Play({ ...deps, onFault }, id, castOf(spoken), language))
      return opened
    },

    stop() {
      for (const play of plays.values()) play.stop()
      plays.clear()
    },
  }
}

/** Never through the middle of a letter. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim()
