// The way to the page where I say what I need so that I can take part; nothing where nobody asks. That page is the server's own, and so a
// plain link.
import type { AccessAsked } from "@evenboard/api"
import { useWords } from "../../words.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import styles from "./me.module.css"

export function AccessLine({ workshopId }: { workshopId: string }) {
  const words = useWords()
  const { answer } = useAnswer<AccessAsked>({ path: `/api/workshops/${workshopId}/access` })
  if (!answer?.ok || answer.value.contact === null) return null
  return (
    <p className={styles.files}>
      <a href={`/w/${workshopId}/access`}>{words.say("me.access")}</a>
    </p>
  )
}
