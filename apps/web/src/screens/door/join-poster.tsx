// The way in, to be shown and printed: QR, the six digits, the link, three short lines. Never a private link.
import { useWords } from "../../words.tsx"
import { CopyLine } from "../paper/copy-line.tsx"
import { spokenAddress, spokenCode } from "./address.ts"
import styles from "./join-poster.module.css"
import { Qr } from "./qr.tsx"

type JoinPosterProps = {
  title: string
  joinUrl: string
  joinCode: string | null
  qrSvg: string
  /** On a screen the link comes with a Copy button. */ canCopy?: boolean
}

export function JoinPoster({ title, joinUrl, joinCode, qrSvg, canCopy = false }: JoinPosterProps) {
  const words = useWords()
  return (
    <div className={styles.poster}>
      <div className={styles.picture}>
        <Qr svg={qrSvg} name={words.say("door.qr", { title })} />
      </div>
      <div className={styles.said}>
        <ol className={styles.steps}>
          <li>{words.say("door.step-scan")}</li>
          {joinCode === null ? null : <li>{words.say("door.step-code", { address: `\u2066${spokenAddress(joinUrl)}\u2069` })}</li>}
          <li>{words.say("door.step-help")}</li>
        </ol>
        <dl className={styles.ways}>
          {joinCode === null ? null : (
            <div>
              <dt className={styles.name}>{words.say("door.code")}</dt>
              <dd className={styles.code} dir="ltr">
                {spokenCode(joinCode)}
              </dd>
            </div>
          )}
          <div className={canCopy ? styles.onPaper : undefined}>
            <dt className={styles.name}>{words.say("door.link")}</dt>
            <dd>
              <a className={styles.link} dir="ltr" href={joinUrl}>
                {joinUrl}
              </a>
            </dd>
          </div>
        </dl>
        {canCopy ? (
          <div data-no-print>
            <CopyLine label={words.say("door.link")} value={joinUrl} />
          </div>
        ) : null}
      </div>
    </div>
  )
}
