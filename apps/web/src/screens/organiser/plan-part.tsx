// Title, question and plan, to be changed while the workshop runs. Only what was changed is sent, so the log tells only that.
import { useState, type FormEvent } from "react"
import { LIMITS, type Stage } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { Field, TextArea } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { Row, Section, Stack, Told } from "../paper/paper.tsx"
import styles from "./organiser.module.css"
import { planChanges, type Plan } from "./plan-changes.ts"
import type { Organiser } from "./use-organiser.ts"

export function PlanPart({ organiser: { view, call } }: { organiser: Organiser }) {
  const words = useWords()
  const [from, setFrom] = useState<Plan>(view)
  const [plan, setPlan] = useState<Plan>(view)
  const [outcome, setOutcome] = useState<{ isWrong: boolean; say: string } | null>(null)
  const change = (part: Partial<Plan>) => {
    setPlan({ ...plan, ...part })
    setOutcome(null)
  }
  const changeStage = (kind: Stage["kind"], part: Partial<Stage>) =>
    change({ stages: plan.stages.map((stage) => (stage.kind === kind ? { ...stage, ...part } : stage)) })
  const save = async () => {
    const changes = planChanges(from, plan)
    for (const body of changes) {
      const answer = await call("", { method: "PATCH", body })
      if (!answer.ok) return setOutcome({ isWrong: true, say: answer.title ?? words.say("organiser.no-server") })
    }
    setFrom(plan)
    setOutcome({ isWrong: false, say: words.say(changes.length > 0 ? "organiser.saved" : "organiser.nothing-new") })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Section title={words.say("organiser.plan")}>
      <form onSubmit={submit}>
        <Stack>
          <Field
            label={words.say("organiser.title-label")}
            value={plan.title}
            onChange={(title) => change({ title })}
            maxLength={LIMITS.title}
            required
          />
          <TextArea
            label={words.say("organiser.purpose-label")}
            value={plan.purpose}
            onChange={(purpose) => change({ purpose })}
            limit={LIMITS.purpose}
          />
          {plan.stages.map(({ kind, prompt, minutes }) => {
            const stage = words.say(`common.stage-${kind}`)
            return (
              <fieldset key={kind} className={styles.stage} data-stage={kind}>
                <legend className={styles.name}>
                  {stage}
                  {kind === view.stage ? <span className={styles.now}> · {words.say("organiser.step-now")}</span> : null}
                </legend>
                <TextArea
                  label={words.say("organiser.prompt-label", { stage })}
                  value={prompt}
                  onChange={(prompt) => changeStage(kind, { prompt })}
                  limit={LIMITS.prompt}
                />
                <Field
                  label={words.say("organiser.minutes-label", { stage })}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={600}
                  step={1}
                  required
                  value={String(minutes)}
                  onChange={(typed) => changeStage(kind, { minutes: Math.trunc(Number(typed)) || 0 })}
                />
              </fieldset>
            )
          })}
          <Row>
            <Button kind="main" type="submit">
              {words.say("common.save")}
            </Button>
          </Row>
          {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
        </Stack>
      </form>
    </Section>
  )
}
