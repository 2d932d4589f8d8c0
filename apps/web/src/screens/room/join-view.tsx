// How to come in, for a hall: the code to scan, the six digits, and three pictures of what to do. When the door is shut it says so.
import type { ReactNode } from "react"
import { spokenAddress, spokenCode } from "../door/address.ts"
import { Qr } from "../door/qr.tsx"
import { FitText } from "./fitted.tsx"
import { Picture } from "./pictures.tsx"
import styles from "./room.module.css"
import { Both, useSpeech, type Speech } from "./speech.tsx"
import type { Live } from "./use-live.ts"

const SIZES = [2, 1.75, 1.5, 1.3, 1.15, 1]
const STEPS = [
  { picture: "scan", id: "room.step-1" },
  { picture: "tap", id: "room.step-2" },
  { picture: "join", id: "room.step-3" },
] as const

const spokenBy = ({ first, second }: Speech): string => `${first.locale} ${second?.locale}`

export function JoinView({ live: { session, door } }: { live: Live }) {
  if (session.ended) return <Said>{<Both say={(words) => words.say("room.ended")} />}</Said>
  if (!session.doorOpen)
    return (
      <Said>
        <Both say={(words) => words.say("room.shut")} />
        <br />
        <Both say={(words) => words.say("room.shut-what")} />
      </Said>
    )
  if (!door?.open) return <Said>{<Both say={(words) => words.say("room.no-code")} />}</Said>
  return (
    <div className={styles.join}>
      <div className={styles.wayIn}>
        <WayIn joinUrl={door.joinUrl} joinCode={door.joinCode} qrSvg={door.qrSvg} title={session.title} />
      </div>
      <Steps />
    </div>
  )
}

function WayIn({ joinUrl, joinCode, qrSvg, title }: { joinUrl: string; joinCode: string | null; qrSvg: string; title: string }) {
  const { first } = useSpeech()
  return (
    <>
      <div className={styles.qr}>
        <Qr svg={qrSvg} name={first.say("door.qr", { title })} />
      </div>
      {joinCode === null ? null : (
        <>
          <p className={styles.codeHow}>
            <Both say={(words) => words.say("room.code", { address: `\u2066${spokenAddress(joinUrl)}\u2069` })} />
          </p>
          <p className={styles.code} dir="ltr">
            {spokenCode(joinCode)}
          </p>
        </>
      )}
    </>
  )
}

function Steps() {
  const speech = useSpeech()
  return (
    <FitText key={spokenBy(speech)} sizes={SIZES} className={styles.steps}>
      <ol className={styles.stepList}>
        {STEPS.map(({ picture, id }) => (
          <li key={id}>
            <Picture of={picture} />
            <p>
              <Both say={(words) => words.say(id)} />
            </p>
          </li>
        ))}
      </ol>
    </FitText>
  )
}

/** One sentence, as large as it fits. */
export function Said({ children }: { children: ReactNode }) {
  const speech = useSpeech()
  return (
    <FitText key={spokenBy(speech)} sizes={SIZES} className={styles.question}>
      <p>{children}</p>
    </FitText>
  )
}
