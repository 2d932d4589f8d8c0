// A link for the projector's computer, made when somebody asks for it.
import { useState } from "react"
import type { ScreenLink } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "./ask.ts"
import { CopyLine } from "./copy-line.tsx"
import { Hint, Told } from "./paper.tsx"

type ScreenLinkMakerProps = {
  workshopId: string
  /** The organiser's key; without it the browser's cookie speaks. */ organiserKey?: string
}

export function ScreenLinkMaker({ workshopId, organiserKey }: ScreenLinkMakerProps) {
  const words = useWords()
  const [url, setUrl] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const make = async () => {
    const path = `/api/workshops/${encodeURIComponent(workshopId)}/screen`
    const answer = await ask<ScreenLink>(path, { method: "POST", ...(organiserKey === undefined ? {} : { key: organiserKey }) })
    setUrl(answer.ok ? answer.value.screenUrl : null)
    setWrong(answer.ok ? null : (answer.title ?? words.say("screen.failed")))
  }
  if (url !== null)
    return (
      <div>
        <CopyLine label={words.say("screen.link")} value={url} />
        <Hint>{words.say("screen.link-what")}</Hint>
      </div>
    )
  return (
    <>
      <Button onClick={() => void make()}>{words.say("screen.make")}</Button>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </>
  )
}
