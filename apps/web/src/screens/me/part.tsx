// One part of Me behind its heading: drawn once it is opened, and then kept, so that closing it loses nothing that stands in it.
import { useState, type ReactNode } from "react"
import { Fold } from "../../ui/fold.tsx"
import { Hint, Stack } from "../paper/paper.tsx"

type PartProps = { title: string; count?: string; hint?: string; children: ReactNode }
export function Part({ title, count, hint, children }: PartProps) {
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const turn = (open: boolean) => {
    setOpen(open)
    setWasOpened(true)
  }
  return (
    <Fold title={title} {...(count ? { count } : {})} isOpen={isOpen} onToggle={turn}>
      {wasOpened ? (
        <Stack>
          {hint ? <Hint>{hint}</Hint> : null}
          {children}
        </Stack>
      ) : null}
    </Fold>
  )
}
