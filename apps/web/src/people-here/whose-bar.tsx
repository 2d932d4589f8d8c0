// Where the people on this phone stand over what is being written. A phone with one person pays for one button; the rest comes with it.
import { lazy, useState } from "react"
import { Lazily } from "../screens/shell/lazily.tsx"
import { Button } from "../ui/button.tsx"
import { useWords } from "../words.tsx"
import { useTurn } from "./use-turn.ts"

/** What was just added for somebody, to be read back. */
export type Said = { id: string; name: string; text: string }
// Its types stand here: what names bar.tsx from the first chunk would bring its words there (bundling/words.ts).
export type BarProps = {
  /** Somebody on this phone; null is me. */
  chosen: string | null
  onChoose: (id: string | null) => void
  /** Begins with adding somebody. */
  isAdding: boolean
  /** False where the words are known not to be mine. */
  mayBeMine?: boolean
  error?: string | null
  said?: Said | null
  onRight?: () => void
}

const loadBar = () => import("./bar.tsx")
const Bar = lazy(loadBar)

export function WhoseBar(props: Omit<BarProps, "isAdding">) {
  const words = useWords()
  const { people } = useTurn()
  const [isAdding, setAdding] = useState(false)
  if (people.length === 0 && !isAdding)
    return (
      <p>
        <Button kind="quiet" onClick={() => setAdding(true)}>
          {words.say("several.add")}
        </Button>
      </p>
    )
  return (
    <Lazily isQuiet={!isAdding}>
      <Bar {...props} isAdding={isAdding} />
    </Lazily>
  )
}
