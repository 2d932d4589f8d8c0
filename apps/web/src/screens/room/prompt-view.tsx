// What the room is asked now, as large as it fits, with the time left as a shrinking shape. While everybody writes alone: how many have
// written, never who.
import type { Session } from "@evenboard/session"
import { FitText } from "./fitted.tsx"
import { TimeLeft } from "./pictures.tsx"
import styles from "./room.module.css"
import { Both, useSpeech } from "./speech.tsx"
import { questionIn } from "./spoken.ts"
import type { Live } from "./use-live.ts"

const SIZES = [3.4, 3, 2.6, 2.2, 1.9, 1.6, 1.35, 1.15, 1]

/** The question of the round that runs, else the stage's, else what the workshop is about. */
const questionOf = ({ round, stages, stage, purpose, title }: Session): string =>
  round?.question || stages.find(({ kind }) => kind === stage)?.prompt || purpose || title

export function PromptView({ live: { session, written, minutes, isQuietAsked } }: { live: Live }) {
  const { first, second, own } = useSpeech()
  const question = questionOf(session)
  const said = questionIn(first, own, question)
  const saidToo = second && questionIn(second, own, question)
  return (
    <div className={styles.prompt}>
      <FitText key={[question, said, saidToo, session.round?.id, minutes === null].join("\n")} sizes={SIZES} className={styles.question}>
        <p dir="auto" {...(said === null ? {} : { lang: first.tag, dir: first.dir })}>
          {said ?? question}
        </p>
        {second && saidToo !== null ? (
          <p lang={second.tag} dir={second.dir} className={styles.second}>
            {saidToo}
          </p>
        ) : null}
      </FitText>
      {isQuietAsked ? (
        <p className={styles.alone}>
          <Both isLine say={(words) => words.say("unheard.question")} />
        </p>
      ) : null}
      {session.round ? (
        <div className={styles.alone}>
          <p>
            <Both isLine say={(words) => words.say("room.alone")} />
          </p>
          <p className={styles.written}>
            <Both isLine say={(words) => words.say("room.written", { count: written })} />
          </p>
        </div>
      ) : null}
      {minutes === null ? null : (
        <div className={styles.time}>
          <TimeLeft left={minutes} of={session.timer?.minutes ?? 0} />
          <p>
            <Minutes minutes={minutes} />
          </p>
        </div>
      )}
    </div>
  )
}

export function Minutes({ minutes }: { minutes: number }) {
  return <Both say={(words) => (minutes < 0 ? words.say("shell.time-up") : words.say("shell.minutes-left", { count: minutes }))} />
}
