// Finding something in what happened: by the number of a note, by the step the room was at, or by what kind of thing was done.
// Not by group: that would tell whose group is whose (docs/decisions/0022-back-in-time.md).
import { useState, type FormEvent } from "react"
import type { StageKind } from "@evenboard/api"
import { usePeople, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { Choices, Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { Row } from "../paper/paper.tsx"
import styles from "./happened.module.css"
import { FILTERS, type Filter } from "./history-lines.ts"

export type Finding = {
  filter: Filter
  /** Only what was done to this note. */ noteId: string | null
  /** Only what was done then. */ stage: StageKind | null
}

export function Finder({ finding, onFind }: { finding: Finding; onFind: (finding: Finding) => void }) {
  const words = useWords()
  const { facts } = usePeople()
  const hidden = useSession((session) => session.hidden)
  const stages = useSession((session) => session.stages.map(({ kind }) => kind))
  const [typed, setTyped] = useState("")
  const [unknown, setUnknown] = useState<number | null>(null)
  const number = Number(typed.trim())
  const find = (event: FormEvent) => {
    event.preventDefault()
    const found =
      [...facts.values()].find((fact) => fact.number === number)?.id ?? [...hidden.values()].find((stub) => stub.number === number)?.noteId
    setUnknown(found ? null : number)
    if (found) onFind({ ...finding, noteId: found })
  }
  const showAll = () => {
    setTyped("")
    setUnknown(null)
    onFind({ ...finding, noteId: null })
  }
  const shown = finding.noteId === null ? undefined : (facts.get(finding.noteId)?.number ?? hidden.get(finding.noteId)?.number)
  return (
    <details className={styles.finder}>
      <summary className={styles.summary}>
        {words.say("happened.find")}
        {shown === undefined ? null : <span> · {words.say("happened.find-only", { number: shown })}</span>}
        {finding.stage === null ? null : <span> · {words.say(`common.stage-${finding.stage}`)}</span>}
        {finding.filter === "all" ? null : <span> · {words.say(`happened.kind-${finding.filter}`)}</span>}
      </summary>
      <div className={styles.finding}>
        <form className={styles.byNumber} onSubmit={find}>
          <Field
            label={words.say("happened.find-number")}
            inputMode="numeric"
            required
            value={typed}
            onChange={setTyped}
            error={unknown === null ? null : words.say("happened.find-no-number", { number: Number.isFinite(unknown) ? unknown : typed })}
          />
          <Row>
            <Button type="submit">{words.say("happened.find-go")}</Button>
            {finding.noteId === null ? null : <Button onClick={showAll}>{words.say("happened.find-all")}</Button>}
          </Row>
        </form>
        <Choices
          label={words.say("history.in-step")}
          value={finding.stage ?? "all"}
          onChange={(stage) => onFind({ ...finding, stage: stage === "all" ? null : stage })}
          options={[
            { value: "all", label: words.say("history.all-steps") },
            ...stages.map((value) => ({ value, label: words.say(`common.stage-${value}`) })),
          ]}
        />
        <Choices
          label={words.say("happened.kind")}
          isRow
          value={finding.filter}
          onChange={(filter) => onFind({ ...finding, filter })}
          options={FILTERS.map((filter) => ({ value: filter, label: words.say(`happened.kind-${filter}`) }))}
        />
      </div>
    </details>
  )
}
