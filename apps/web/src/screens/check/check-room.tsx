// Check the room: one page, tried with one phone before people come. Do phones get here and how fast, who else can, a code for the
// Wi-Fi beside the one to join, and a rehearsal. What is typed about the Wi-Fi stays in this page.
import type { ReactNode } from "react"
import { Paper, Told } from "../paper/paper.tsx"
import { Phones } from "./phones.tsx"
import { ReachPart } from "./reach-part.tsx"
import { RehearsalPart } from "./rehearsal-part.tsx"
import { useCheckWords } from "./use-check-words.ts"
import { useRoomCheck } from "./use-room-check.ts"
import { WifiPart } from "./wifi-part.tsx"

type CheckRoomProps = { workshopId: string; title: string; organiserKey?: string; back: ReactNode }

export default function CheckRoom({ title, back, ...way }: CheckRoomProps) {
  const { say } = useCheckWords()
  const { check, isLost, minutesWrong, again } = useRoomCheck(way)
  return (
    <Paper title={say("check.title")} intro={say("check.intro")} isHeadPrinted={false}>
      {isLost ? (
        <div data-no-print>
          <Told isWrong>{say("check.failed")}</Told>
        </div>
      ) : null}
      {check ? (
        <>
          <Phones check={check} />
          <ReachPart check={check} minutesWrong={minutesWrong} />
        </>
      ) : isLost ? null : (
        <p role="status" data-no-print>
          {say("check.loading")}
        </p>
      )}
      <WifiPart title={title} {...way} />
      {check ? <RehearsalPart check={check} way={way} again={again} /> : null}
      <p data-no-print>{back}</p>
    </Paper>
  )
}
