// Where the people on this phone stand over what is being written. A phone with one person pays for one button; the rest comes with it.
import { lazy, useState } from "react"
import { Lazily } from "../screens/shell/lazily.tsx"
import { Button } from "../ui/button.tsx"
import { useWords } from "../words.tsx"
import type { BarProps } from "./bar.tsx"
import { useTurn } from "./use-turn.ts"

export const loadBar = () => import("./bar.tsx")
const Bar = lazy(loadBar)

export function WhoseBar(props: Omit<BarProps, "isAdding">) {
  const words = useWords()
  const { people } = useTurn()
  const [isAdding, setAdding] = useState(false)
  if (people.length === 0 && !isAdding)
    return (
      <Button kind="quiet" onClick={() => setAdding(true)}>
        {words.say("several.add")}
      </Button>
    )
  return (
    <Lazily isQuiet={!isAdding}>
      <Bar {...props} isAdding={isAdding} />
    </Lazily>
  )
}
