// A code for the Wi-Fi, and the sheet that has it beside the code to join. Name and password live in this component only: they are in no
// form, no storage and no call.
import { useState } from "react"
import type { Door } from "@evenboard/api"
import { generate } from "lean-qr"
import { toSvgSource } from "lean-qr/extras/svg"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { Row, Section, Stack } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import styles from "./check.module.css"
import { Sheet } from "./sheet.tsx"
import { useCheckWords } from "./use-check-words.ts"
import type { WayIn } from "./use-room-check.ts"
import { isNameTooLong, isPasswordTooLong, wifiCode } from "./wifi.ts"

/** As the other codes are drawn: dark on white with its quiet zone, since cameras want it so. */
const drawn = (text: string): string => toSvgSource(generate(text), { on: "#000", off: "#fff", pad: 4, xmlDeclaration: false })

export function WifiPart({ title, workshopId, organiserKey = "" }: WayIn & { title: string }) {
  const { say } = useCheckWords()
  const [name, setName] = useState("")
  const [password, setPassword] = useState("")
  const { answer } = useAnswer<Door>({ path: `/api/workshops/${encodeURIComponent(workshopId)}/door`, key: organiserKey })
  const tooLong = { name: isNameTooLong(name), password: isPasswordTooLong(password) }
  const code = tooLong.name || tooLong.password ? null : wifiCode({ name, password })
  const typed = { autoComplete: "off", autoCapitalize: "none", autoCorrect: "off", spellCheck: false } as const
  return (
    <>
      <div className={styles.part} data-no-print>
        <Section title={say("check.wifi")} hint={say("check.wifi-what")}>
          <Stack>
            <Field
              label={say("check.wifi-name")}
              value={name}
              onChange={setName}
              error={tooLong.name ? say("check.wifi-too-long") : null}
              {...typed}
            />
            <Field
              label={say("check.wifi-password")}
              hint={say("check.wifi-no-password")}
              value={password}
              onChange={setPassword}
              error={tooLong.password ? say("check.wifi-too-long") : null}
              {...typed}
              dir="ltr"
            />
          </Stack>
          <p role="status" className={styles.quiet}>
            {code === null ? "" : say("check.wifi-ready")}
          </p>
        </Section>
      </div>
      {answer?.ok ? (
        <section className={styles.sheetPart}>
          <h2 className={styles.heading} data-no-print>
            {say("check.sheet")}
          </h2>
          <Sheet title={title} door={answer.value} wifi={code === null ? null : { name: name.trim(), password, qrSvg: drawn(code) }} />
          <div data-no-print>
            <Row>
              <Button onClick={() => window.print()}>{say("check.sheet-print")}</Button>
            </Row>
          </div>
        </section>
      ) : null}
    </>
  )
}
