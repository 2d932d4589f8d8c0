// Around a screen that is its own chunk: says that it is on its way, and when it did not come, says so and tries again.
import { Component, Suspense, type ReactNode } from "react"
import { Button } from "../../ui/button.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { useHasAllWords, useWords } from "../../words.tsx"
import styles from "./lazily.module.css"

/** `onClose`: what comes is a sheet; so is the sentence when it did not come. `isQuiet`: says nothing until it is here. */
export function Lazily({ children, onClose, isQuiet = false }: { children: ReactNode; onClose?: () => void; isQuiet?: boolean }) {
  const words = useWords()
  const hasAllWords = useHasAllWords()
  const coming = isQuiet ? null : <p className={styles.place}>{words.say("shell.loading")}</p>
  const failed = (
    <div className={styles.place} role="alert">
      <p>{words.say("shell.load-failed")}</p>
      <Button kind="main" onClick={() => location.reload()}>
        {words.say("shell.try-again")}
      </Button>
    </div>
  )
  const failedSheet = onClose && (
    <Sheet title={words.say("common.app")} onClose={onClose}>
      {failed}
    </Sheet>
  )
  return (
    <Catch fallback={isQuiet ? null : (failedSheet ?? failed)}>
      <Suspense fallback={coming}>{hasAllWords ? children : coming}</Suspense>
    </Catch>
  )
}

/** React knows no other way to catch; whatever failed below, the words people wrote are in the outbox. */
class Catch extends Component<{ fallback: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError = () => ({ hasFailed: true })
  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
