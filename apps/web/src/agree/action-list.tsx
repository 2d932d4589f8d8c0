// Who does what by when: the lines under one sentence, or those that belong to none, and the sheet that writes one.
import { useState } from "react"
import { type Action, type ActionId, type AgreementId, newId, TEXT_LIMITS } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { Field, TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRun } from "../use-run.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./agree.module.css"
import { AsideSheet } from "./agreement-sheets.tsx"
import { dayOf } from "./sentences.ts"

type Open = { at: "add" } | { at: "change" | "aside"; action: Action } | null

export function ActionList({ actions, agreementId }: { actions: readonly Action[]; agreementId: AgreementId | null }) {
  const words = useWords()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      {actions.length > 0 ? (
        <ul className={styles.actions}>
          {actions.map((action) => (
            <li key={action.id} className={styles.action}>
              <p className={styles.what}>
                <bdi>{action.text}</bdi>
              </p>
              <p>
                <Who action={action} />
              </p>
              <WhileOpen>
                <div className={styles.bar}>
                  <Button kind="quiet" onClick={() => setOpen({ at: "change", action })}>
                    {words.say("agree.action-change")}
                  </Button>
                  <Button kind="quiet" onClick={() => setOpen({ at: "aside", action })}>
                    {words.say("agree.set-aside")}
                  </Button>
                </div>
              </WhileOpen>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{words.say("agree.actions-empty")}</p>
      )}
      <WhileOpen>
        <Button onClick={() => setOpen({ at: "add" })}>{words.say("agree.action-add")}</Button>
        {open?.at === "add" ? <ActionSheet action={null} agreementId={agreementId} onClose={close} /> : null}
        {open?.at === "change" ? <ActionSheet action={open.action} agreementId={agreementId} onClose={close} /> : null}
        {open?.at === "aside" ? (
          <AsideSheet subject={{ type: "set-aside-action", id: open.action.id }} text={open.action.text} onClose={close} />
        ) : null}
      </WhileOpen>
    </>
  )
}

function Who({ action }: { action: Action }) {
  const words = useWords()
  const day = dayOf(action.by)
  const by = day === null ? words.say("agree.action-no-day") : words.say("agree.action-until", { day: words.day(day, "UTC") })
  return words.say("agree.action-line", { who: action.who || words.say("agree.action-nobody"), day: by })
}

function ActionSheet({ action, agreementId, onClose }: { action: Action | null; agreementId: AgreementId | null; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const [from] = useState(action)
  const [text, setText] = useState(action?.text ?? "")
  const [who, setWho] = useState(action?.who ?? "")
  const [by, setBy] = useState(action?.by ?? "")
  const save = () => {
    const outcome = from
      ? run({ type: "change-action", id: from.id, text, from: from.text, who, by }, { say: words.say("agree.action-changed") })
      : run({ type: "add-action", id: newId<ActionId>(), agreementId, text, who, by }, { say: words.say("agree.action-added") })
    if (outcome.ok) onClose()
  }
  return (
    <Sheet title={words.say("agree.action-title")} onClose={onClose} stage="agree">
      <TextArea
        label={words.say("agree.action-what")}
        value={text}
        onChange={setText}
        limit={TEXT_LIMITS.note}
        onSubmit={save}
        startsHere
        rows={2}
      />
      <Field
        label={words.say("agree.action-who")}
        hint={words.say("agree.action-who-hint")}
        value={who}
        onChange={setWho}
        maxLength={TEXT_LIMITS.short}
        autoComplete="off"
      />
      <Field label={words.say("agree.action-by")} hint={words.say("agree.action-by-hint")} value={by} onChange={setBy} type="date" />
      <Button kind="main" isWide onClick={save} disabled={text.trim() === ""}>
        {words.say(action ? "agree.action-save" : "agree.action-button")}
      </Button>
    </Sheet>
  )
}
