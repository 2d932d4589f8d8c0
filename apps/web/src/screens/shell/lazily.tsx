// Around a screen that is its own chunk: says that it is on its way, and when it did not come, says so and tries again.
import { Component, Suspense, useEffect, useState, type ReactNode } from "react"
import { Button } from "../../ui/button.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { useHasAllWords, useWords } from "../../words.tsx"
import styles from "./lazily.module.css"

type Chunk<T> = { default: T }
type Load<T> = () => Promise<Chunk<T>>
const here = new Map<Load<unknown>, Chunk<unknown>>()

/** Fetches a chunk, so that `Lazily` shows it at once when it is asked for. */
export async function bring<T>(load: Load<T>): Promise<Chunk<T>> {
  const chunk = await load()
  here.set(load, chunk)
  return chunk
}

type LazilyProps<T> = {
  /** The chunk; its default export is handed to `children`. Absent: what `children` show brings itself, by React's `lazy`. */
  load?: Load<T>
  children: ReactNode | ((screen: T) => ReactNode)
  /** What comes is a sheet; so is the sentence when it did not come. */
  onClose?: () => void
  /** Says nothing until it is here. */
  isQuiet?: boolean
}

export function Lazily<T = never>({ load, children, onClose, isQuiet = false }: LazilyProps<T>) {
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
      <Suspense fallback={coming}>
        {typeof children === "function"
          ? load && <Arriving load={load} coming={coming} show={hasAllWords ? children : null} />
          : hasAllWords
            ? children
            : coming}
      </Suspense>
    </Catch>
  )
}

type ArrivingProps<T> = { load: Load<T>; coming: ReactNode; /** Null: not yet. */ show: ((screen: T) => ReactNode) | null }
/**
 * Shows a chunk as soon as it is here. React holds back whatever waited behind a Suspense sentence until 300 ms after that sentence
 * appeared, and its `lazy` waits there even for a chunk that came long ago: that was most of the time in which a page opened.
 */
function Arriving<T>({ load, coming, show }: ArrivingProps<T>) {
  const [chunk, setChunk] = useState(() => here.get(load) as Chunk<T> | undefined)
  const [fault, setFault] = useState<{ error: unknown } | null>(null)
  useEffect(() => {
    if (!chunk) void bring(load).then(setChunk, (error: unknown) => setFault({ error }))
  }, [load, chunk])
  if (fault) throw fault.error
  return chunk && show ? show(chunk.default) : coming
}

/** React knows no other way to catch; whatever failed below, the words people wrote are in the outbox. */
class Catch extends Component<{ fallback: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError = () => ({ hasFailed: true })
  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
