// Around a screen that is its own chunk: says that it is on its way, and when it did not come, says so and tries again.
import { Component, Suspense, type ReactNode } from "react"
import { Button } from "../../ui/button.tsx"
import { useHasAllWords, useWords } from "../../words.tsx"
import styles from "./lazily.module.css"

export function Lazily({ children }: { children: ReactNode }) {
  const words = useWords()
  const hasAllWords = useHasAllWords()
  const coming = <p className={styles.place}>{words.say("shell.loading")}</p>
  return (
    <Catch
      fallback={
        <div className={styles.place} role="alert">
          <p>{words.say("shell.load-failed")}</p>
          <Button kind="main" onClick={() => location.reload()}>
            {words.say("shell.try-again")}
          </Button>
        </div>
      }
    >
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
