// Leaving this phone: it forgets the seat and what it kept. Notes stay on the board, and the three words lead back.
import { useState } from "react"
import { forgetHere } from "../../device/forget.ts"
import { Button } from "../../ui/button.tsx"
import { useSaveState, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Row, Told } from "../paper/paper.tsx"
import { Part } from "./part.tsx"

export function Leaving() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const isSaved = useSaveState() === "saved"
  const [wrong, setWrong] = useState<string | null>(null)
  const leave = async () => {
    const answer = await ask<{ ok: true }>(`/api/workshops/${workshopId}/me/leave`, { method: "POST" })
    if (!answer.ok) return setWrong(answer.title ?? words.say("me.failed"))
    await forgetHere(workshopId)
    location.assign("/")
  }
  return (
    <Part title={words.say("me.leave-title")} hint={words.say("me.leave-what")}>
      <p>{words.say("me.leave-words")}</p>
      {isSaved ? null : <Told isWrong>{words.say("me.leave-unsaved")}</Told>}
      <Row>
        <Button onClick={() => void leave()}>{words.say("me.leave-sure")}</Button>
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Part>
  )
}
