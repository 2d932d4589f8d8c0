// Arrive: what we are deciding, who takes part, in numbers, and what we will do; after each what people do meanwhile.
import { lazy } from "react"
import { Link } from "wouter"
import type { StageKind } from "@evenboard/api"
import { useCountHere, usePeople, usePrompt, useSession, useWorkshopId, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Lazily } from "../shell/lazily.tsx"
import styles from "./arrive.module.css"

const BeginTogether = lazy(() => import("./begin-together.tsx"))

export default function Arrive() {
  const words = useWords()
  const id = useWorkshopId()
  const title = useSession((session) => session.title)
  const purpose = useSession((session) => session.purpose)
  const groups = useSession((session) => session.groups)
  const stages = useSession((session) => session.stages)
  const withoutPhone = useSession((session) => session.withoutPhone)
  const { seats } = usePeople()
  const here = useCountHere()
  const joined = [...seats.values()].filter(({ id, device }) => device || withoutPhone.has(id)).length
  return (
    <div className={`${styles.arrive} ${styles.columns}`}>
      <div className={styles.column}>
        <section>
          <h2 className={styles.heading}>{words.say("shell.deciding")}</h2>
          <p className={styles.purpose}>
            <bdi>{purpose || title}</bdi>
          </p>
        </section>
        <section>
          <h2 className={styles.heading}>{words.say("shell.who-joins")}</h2>
          <p>
            {words.say("shell.joined", { count: joined })} <Link href={`/w/${id}/people`}>{words.say("shell.here", { count: here })}</Link>
          </p>
          {groups.length > 0 ? (
            <>
              <p>{words.say("shell.groups")}:</p>
              <ul className={styles.groups}>
                {groups.map((group) => (
                  <li key={group} dir="auto">
                    {group}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p>{words.say("shell.equal")}</p>
        </section>
        <Lazily isQuiet>
          <BeginTogether part="first" />
        </Lazily>
      </div>
      <div className={styles.column}>
        <section>
          <h2 className={styles.heading}>{words.say("shell.to-do")}</h2>
          <ol className={styles.steps}>
            {stages
              .filter(({ kind }) => kind !== "arrive")
              .map(({ kind }) => (
                <Step key={kind} kind={kind} />
              ))}
          </ol>
          <WhileOpen>
            <p>{words.say("shell.to-do-now")}</p>
          </WhileOpen>
        </section>
        <Lazily isQuiet>
          <BeginTogether part="together" />
        </Lazily>
      </div>
    </div>
  )
}

function Step({ kind }: { kind: StageKind }) {
  const words = useWords()
  const prompt = usePrompt(kind)
  return (
    <li>
      <span className={styles.step}>{words.say(`common.stage-${kind}`)}</span>
      {prompt ? (
        <span>
          <bdi>{prompt}</bdi>
        </span>
      ) : null}
    </li>
  )
}
