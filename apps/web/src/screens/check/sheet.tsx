// The sheet itself, on the screen and on paper: first the Wi-Fi, then the workshop. No private link ever stands here.
import type { Door } from "@evenboard/api"
import { useWords } from "../../words.tsx"
import { spokenAddress, spokenCode } from "../door/address.ts"
import { Qr } from "../door/qr.tsx"
import styles from "./check.module.css"
import { useCheckWords } from "./use-check-words.ts"

type SheetProps = { title: string; door: Door; wifi: { name: string; password: string; qrSvg: string } | null }

export function Sheet({ title, door: { open, joinUrl, joinCode, qrSvg }, wifi }: SheetProps) {
  const words = useWords()
  const { say } = useCheckWords()
  return (
    <div className={styles.sheet}>
      <p className={styles.workshop}>
        <bdi>{title}</bdi>
      </p>
      <p className={styles.how}>{say("check.sheet-how")}</p>
      <div className={styles.ways}>
        {wifi ? (
          <section className={styles.way}>
            <h3 className={styles.step}>{say("check.sheet-wifi")}</h3>
            <Qr svg={wifi.qrSvg} name={say("check.wifi-qr", { name: wifi.name })} />
            <p>{say("check.sheet-name", { name: wifi.name })}</p>
            {wifi.password ? <p>{say("check.sheet-password", { password: wifi.password })}</p> : null}
          </section>
        ) : null}
        <section className={styles.way}>
          <h3 className={styles.step}>{say(wifi ? "check.sheet-join-second" : "check.sheet-join")}</h3>
          <Qr svg={qrSvg} name={words.say("door.qr", { title })} />
          {joinCode === null ? null : (
            <>
              <p>{say("check.sheet-address", { address: `\u2066${spokenAddress(joinUrl)}\u2069` })}</p>
              <p className={styles.digits} dir="ltr">
                {spokenCode(joinCode)}
              </p>
            </>
          )}
        </section>
      </div>
      <p className={styles.how}>{words.say("door.step-help")}</p>
      {open ? null : (
        <p className={styles.quiet} data-no-print>
          {say("check.sheet-shut")}
        </p>
      )}
    </div>
  )
}
