// One sentence: its words, where it comes from, its hands, its worries and its actions.
import { memo, useCallback, useState } from "react"
import { type Agreement, type Board, sourcesOf } from "@evenboard/board"
import { MiniNote } from "../board/mini-note.tsx"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { ActionList } from "./action-list.tsx"
import styles from "./agree.module.css"
import { AgreementSheet, AsideSheet, SourcesSheet } from "./agreement-sheets.tsx"
import { HandsView } from "./hands.tsx"
import { actionsSelector } from "./sentences.ts"
import { Worries } from "./worries.tsx"

type Open = "words" | "sources" | "aside" | null

export const AgreementView = memo(function AgreementView({ agreement, number }: { agreement: Agreement; number: number }) {
  const words = useWords()
  const { id } = agreement
  const sources = useBoard(useCallback((board: Board) => sourcesOf(board, id), [id]))
  const [selectActions] = useState(() => actionsSelector(id))
  const actions = useBoard(selectActions).filter((action) => !action.aside)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <article className={styles.paper} aria-labelledby={`agreement-${id}`} data-agreement={id}>
      <p className={styles.quiet}>{words.say("agree.number", { number })}</p>
      <h2 className={styles.sentence} id={`agreement-${id}`}>
        <bdi>{agreement.text}</bdi>
      </h2>
      <WhileOpen>
        <div className={styles.bar}>
          <Button kind="quiet" onClick={() => setOpen("words")}>
            {words.say("agree.change")}
          </Button>
          <Button kind="quiet" onClick={() => setOpen("aside")}>
            {words.say("agree.set-aside")}
          </Button>
        </div>
      </WhileOpen>
      <div className={styles.parts}>
        <HandsView agreementId={id} />
        <Worries agreementId={id} />
        <section className={styles.part}>
          <h3>{words.say("agree.actions")}</h3>
          <ActionList actions={actions} agreementId={id} />
        </section>
        <section className={styles.part}>
          <h3>{words.say("agree.sources")}</h3>
          {sources.length > 0 ? (
            <ul className={styles.sources}>
              {sources.map((note) => (
                <li key={note.id}>
                  <MiniNote note={note} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.quiet}>{words.say("agree.sources-empty")}</p>
          )}
          <WhileOpen>
            <Button onClick={() => setOpen("sources")}>{words.say("agree.sources-choose")}</Button>
          </WhileOpen>
        </section>
      </div>
      <WhileOpen>
        {open === "words" ? <AgreementSheet agreement={agreement} onClose={close} /> : null}
        {open === "sources" ? <SourcesSheet agreement={agreement} onClose={close} /> : null}
        {open === "aside" ? <AsideSheet subject={{ type: "set-aside-agreement", id }} text={agreement.text} onClose={close} /> : null}
      </WhileOpen>
    </article>
  )
})
