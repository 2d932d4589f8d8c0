// The code to try with one phone, and what came of it: the newest phone first, in words.
import { useEffect, useRef } from "react"
import type { CheckedPhone, RoomCheck } from "@evenboard/api"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Qr } from "../door/qr.tsx"
import { Hint, Section } from "../paper/paper.tsx"
import styles from "./check.module.css"
import { useCheckWords } from "./use-check-words.ts"

/** Older ones say nothing new, and would push the page down. */
const SHOWN = 3

export function Phones({ check: { url, qrSvg, phones } }: { check: RoomCheck }) {
  const words = useCheckWords()
  const { say } = words
  useSayResults(phones)
  const shown = phones
    .map((phone, at) => ({ phone, number: at + 1 }))
    .toReversed()
    .slice(0, SHOWN)
  return (
    <div className={styles.part} data-no-print>
      <Section title={say("check.phones")} hint={say("check.scan")}>
        <div className={styles.beside}>
          <div className={styles.code}>
            <Qr svg={qrSvg} name={say("check.qr")} />
          </div>
          <div className={styles.said}>
            <p role="status" className={styles.count}>
              {say("check.count", { count: phones.length })}
            </p>
            {phones.length === 0 ? <Hint>{say("check.none-do")}</Hint> : null}
            <ol className={styles.phones} reversed>
              {shown.map(({ phone, number }) => (
                <li key={number} className={styles.phone} data-pace={phone.pace ?? undefined}>
                  <PhoneSaid phone={phone} number={number} />
                </li>
              ))}
            </ol>
            <p className={styles.quiet}>{say("check.nothing-kept")}</p>
          </div>
        </div>
        <p className={styles.quiet}>
          {say("check.link")}{" "}
          <a className={styles.link} dir="ltr" href={url}>
            {url}
          </a>
        </p>
      </Section>
    </div>
  )
}

function PhoneSaid({ phone: { way, seconds, pace }, number }: { phone: CheckedPhone; number: number }) {
  const words = useCheckWords()
  const { say } = words
  return (
    <>
      <p className={styles.verdict}>
        {say("check.phone", { number: words.number(number) })}: {say(pace === null ? "check.measuring" : `check.pace-${pace}`)}
      </p>
      <p>
        {way === null ? "" : say("check.way", { ms: words.number(way) })} {seconds === null ? "" : say("check.first-page", { seconds })}
      </p>
      {pace === "slow" || pace === "too-slow" ? <p>{say(`check.do-${pace}`)}</p> : null}
    </>
  )
}

/** Each phone's result once, aloud, as it is there. */
function useSayResults(phones: readonly CheckedPhone[]): void {
  const { say } = useCheckWords()
  const announce = useAnnounce()
  const told = useRef(0)
  const results = phones.filter(({ pace }) => pace !== null)
  const newest = results.at(-1)?.pace
  useEffect(() => {
    if (results.length > told.current && newest) announce(say(`check.pace-${newest}`))
    told.current = results.length
  }, [results.length, newest, announce, say])
}
