// The foot of the picture: what is paused, old or new, which page of how many, the time left and how many are here.
import type { Words } from "@evenboard/words"
import { useLine } from "../../use-session.ts"
import { partOf, type Stop } from "./pages.ts"
import { TimeLeft } from "./pictures.tsx"
import styles from "./room.module.css"
import { useSpeech } from "./speech.tsx"
import type { Live } from "./use-live.ts"
import type { Turning } from "./use-turning.ts"

/** One line a language, always there, so that a mark moves nothing. */
export function Foot(given: { turning: Turning; live: Live; isFrozen: boolean }) {
  const { first, second } = useSpeech()
  const props = { ...given, isOffline: useLine().at !== "open" }
  return (
    <div className={styles.foot}>
      <FootLine words={first} {...props} />
      {second ? <FootLine words={second} {...props} /> : null}
    </div>
  )
}

type FootProps = { words: Words; turning: Turning; live: Live; isFrozen: boolean; isOffline: boolean }

function FootLine({
  words,
  turning: { stop, at, news, parts },
  live: { session, minutes, here, isQuietAsked },
  isFrozen,
  isOffline,
}: FootProps) {
  const more = news > 0 ? words.say("room.new-more", { count: news }) : null
  const asked = isQuietAsked && stop?.kind !== "prompt" ? words.say("unheard.question") : null
  const mark = isFrozen ? words.say("room.paused") : isOffline ? words.say("room.offline") : (asked ?? more)
  const stage = words.say(`common.stage-${session.stage}`)
  return (
    <div className={styles.footLine} lang={words.tag} dir={words.dir}>
      <p className={styles.mark} role="status">
        {mark ? (
          <strong className={styles.chipMark}>{mark}</strong>
        ) : hasMovedOn(stop, session.stage) ? (
          words.say("room.moved", { stage })
        ) : null}
      </p>
      {parts > 1 ? <p>{words.say("room.part", { part: Math.min(at.part, parts - 1) + 1, count: parts })}</p> : null}
      {minutes === null || stop?.kind === "prompt" ? null : (
        <p className={styles.footTime}>
          <TimeLeft left={minutes} of={session.timer?.minutes ?? 0} />
          {minutes < 0 ? words.say("room.time-up") : words.say("shell.minutes-left", { count: minutes })}
        </p>
      )}
      <p>{words.say("shell.here", { count: here })}</p>
    </div>
  )
}

const PART_OF = {
  themes: "needs",
  theme: "needs",
  options: "options",
  option: "options",
  plane: "matrix",
  legend: "matrix",
  agreed: "agree",
} as const

/** The picture is of another step than the room is at. */
function hasMovedOn(stop: Stop | undefined, stage: Live["session"]["stage"]): boolean {
  return stop !== undefined && stop.kind in PART_OF && PART_OF[stop.kind as keyof typeof PART_OF] !== partOf(stage)
}
