// The needs page: the List everywhere, and on wide screens a choice of Board or List over the same board.
import { useState, type ReactNode } from "react"
import { Lazily } from "../screens/shell/lazily.tsx"
import { Ready } from "../screens/shell/ready.tsx"
import { Page } from "../screens/shell/page.tsx"
import { screens } from "../screens/shell/screens.ts"
import { Button } from "../ui/button.tsx"
import { useIsWide } from "../ui/use-is-wide.ts"
import { useMayWrite } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { NoteList } from "./note-list.tsx"
import styles from "./needs-page.module.css"

export function NeedsPage({ notice }: { notice: ReactNode }) {
  const words = useWords()
  const isWide = useIsWide()
  const [view, setView] = useState<"list" | "board">("board")
  const open = useUi((ui) => ui.open)
  const tools = isWide ? (
    <div className={styles.views} role="group" aria-label={words.say("shell.view")}>
      {(["list", "board"] as const).map((one) => (
        <button key={one} type="button" className={styles.view} aria-pressed={view === one} onClick={() => setView(one)}>
          {words.say(`shell.view-${one}`)}
        </button>
      ))}
    </div>
  ) : undefined
  const bar = useMayWrite() ? (
    <Button kind="main" isWide={!isWide} onClick={() => open({ type: "composer" })}>
      {words.say("board.add")}
    </Button>
  ) : undefined
  return (
    <Page stage="needs" notice={notice} bar={bar} tools={tools}>
      {isWide && view === "board" ? (
        <Lazily load={screens.board}>
          {(NeedsBoard) => (
            <>
              <NeedsBoard />
              <Ready />
            </>
          )}
        </Lazily>
      ) : (
        <>
          <NoteList canvas="needs" />
          <Ready />
        </>
      )}
    </Page>
  )
}
