// Everything that is not the next thing to do: pages beside the stages, the stages themselves on phones, and how the page looks.
import { useState } from "react"
import { Link } from "wouter"
import { useSession, useWorkshopId } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { chosenLook, LOOKS, setLook, type Look } from "../../ui/look.ts"
import { useUi } from "../../ui-store.ts"
import { leaveQuickly } from "../../safe/leave-quickly.ts"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"
import styles from "./menu.module.css"

/** Under three headings: sixteen rows in one list are read by nobody. */
const GROUPS = [
  { group: "me", pages: ["me", "mine"] },
  { group: "notes", pages: ["deck", "paper-notes", "outcomes", "happened", "hand-out"] },
  { group: "room", pages: ["host", "people", "balance", "log", "door", "together", "screen"] },
] as const
/** Where a page is not called as it is here. */
const PATHS: Partial<Record<string, string>> = { together: "arrive#together", screen: "room" }

export default function MenuSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const workshop = useWorkshop()
  const id = useWorkshopId()
  const stages = useSession((session) => session.stages)
  const now = useSession((session) => session.stage)
  const open = useUi((ui) => ui.open)
  const [look, choose] = useState<Look>(chosenLook)
  return (
    <Sheet title={words.say("shell.more")} onClose={onClose} stage={now}>
      <ul className={styles.rows}>
        <li>
          <Link href={`/w/${id}/help`} className={styles.row ?? ""} onClick={onClose}>
            {words.say("shell.go-help")}
          </Link>
        </li>
        <li>
          <Button kind="row" onClick={() => void leaveQuickly(workshop)}>
            {words.say("safe.leave")}
          </Button>
        </li>
      </ul>
      <nav aria-label={words.say("shell.stages")}>
        <h3 className={styles.heading}>{words.say("shell.stages")}</h3>
        <ol className={styles.rows}>
          {stages.map(({ kind }) => (
            <li key={kind}>
              <Link href={`/w/${id}/${kind}`} className={styles.row ?? ""} onClick={onClose}>
                <span>{words.say(`common.stage-${kind}`)}</span>
                {kind === now ? <span className={styles.now}>{words.say("shell.room-is-here")}</span> : null}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <nav aria-label={words.say("shell.more")} className={styles.groups}>
        {GROUPS.map(({ group, pages }) => (
          <section key={group}>
            <h3 className={styles.heading}>{words.say(`shell.group-${group}`)}</h3>
            <ul className={styles.rows}>
              {pages.map((page) => (
                <li key={page}>
                  <Link href={`/w/${id}/${PATHS[page] ?? page}`} className={styles.row ?? ""} onClick={onClose}>
                    {words.say(`shell.go-${page}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <Choices<Look>
        label={words.say("shell.look")}
        value={look}
        options={LOOKS.map((one) => ({ value: one, label: words.say(`shell.look-${one}`) }))}
        onChange={(next) => {
          setLook(next)
          choose(next)
        }}
      />
      <Button
        kind="row"
        onClick={() => {
          onClose()
          open({ type: "keys" })
        }}
      >
        {words.say("board.keys-title")}
      </Button>
    </Sheet>
  )
}
