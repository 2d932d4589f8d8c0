// The way to everything that is not the next thing to do.
import { useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { Lazily } from "./lazily.tsx"

const loadSheet = () => import("./menu-sheet.tsx")

export function Menu() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        {words.say("shell.more")}
      </Button>
      {isOpen ? (
        <Lazily load={loadSheet} onClose={() => setOpen(false)}>
          {(MenuSheet) => <MenuSheet onClose={() => setOpen(false)} />}
        </Lazily>
      ) : null}
    </>
  )
}
