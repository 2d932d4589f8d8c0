// The sentences that page and text share: where it stands, who came, what was gathered.
import type { Heard } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { isolate } from "./credit.ts"
import type { Handout } from "./handout.ts"
import type { ActionRow, Report } from "./report.ts"

export type Say = {
  readonly status: string
  readonly held: string
  readonly made: string
  readonly kept: string
  readonly people: string
  readonly gathered: string
  /** null where there is nothing to say. */
  readonly themes: string | null
  readonly unanswered: string | null
  readonly worried: string | null
}

export function sayings({ words, now, keepUntil, timeZone }: Handout, report: Report): Say {
  const themes = report.needs.filter((block) => !block.ungrouped)
  const unanswered = report.unanswered.reduce((sum, { notes }) => sum + notes.length, 0)
  const worries = report.agreements.reduce((sum, agreement) => sum + agreement.worries.length, 0)
  const named = themes.map(({ title, notes }) => words.say("export.theme-count", { title: isolate(title, words), count: notes.length }))
  return {
    status: words.say(`export.status-${report.status}`, { day: words.day(report.agreedAt ?? now, timeZone) }),
    held: words.say("export.held", { day: words.day(report.openedAt, timeZone) }),
    made: words.say("export.made", { day: words.day(now, timeZone), time: words.time(now, timeZone) }),
    kept: words.say("export.kept", { day: words.day(keepUntil, timeZone) }),
    people: words.say("export.people-joined", { count: report.people }),
    gathered: words.say("export.gathered", {
      people: words.say("common.people", { count: report.people }),
      notes: words.say("common.notes", { count: report.noteCount }),
    }),
    themes: named.length > 0 ? words.say("export.themes", { themes: words.list(named) }) : null,
    unanswered: unanswered > 0 ? words.say("export.unanswered-count", { count: unanswered }) : null,
    worried: report.status === "worries" || worries > 0 ? words.say("export.worried", { count: worries }) : null,
  }
}

export const whoAndWhen = ({ who, by }: Pick<ActionRow, "who" | "by">, words: Words): string =>
  words.say("agree.action-line", {
    who: isolate(who, words) || words.say("agree.action-nobody"),
    day: by || words.say("agree.action-no-day"),
  })

/** How many of a group took part, in words. */
export const heardWords = (heard: Heard | null, words: Words): string =>
  words.say(heard === null ? "balance.unsaid" : `balance.heard-${heard}`)
