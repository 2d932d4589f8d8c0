// The plan: a built-in recipe by name, and folded under it every step with its question and minutes, to be changed before opening.
import { LIMITS } from "@evenboard/api"
import { minutesOf, RECIPE_NAMES, type RecipeName } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { Check, Choices, Field, TextArea } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import styles from "./home.module.css"
import { stepsOf, type Draft, type Step } from "./opening.ts"

type PlanFieldsProps = { draft: Draft; change: (part: Partial<Draft>) => void; talk: Words; error: string | null }

export function PlanFields({ draft, change, talk, error }: PlanFieldsProps) {
  const words = useWords()
  const steps = draft.steps ?? stepsOf(draft.recipe, (id) => talk.say(id))
  const used = steps.filter(({ isUsed }) => isUsed)
  const changeStep = (kind: Step["kind"], part: Partial<Step>) =>
    change({ steps: steps.map((step) => (step.kind === kind ? { ...step, ...part } : step)) })
  return (
    <div>
      <Choices<RecipeName>
        label={words.say("home.plan-label")}
        value={draft.recipe}
        onChange={(recipe) => change({ recipe, steps: null })}
        options={RECIPE_NAMES.map((name) => ({
          value: name,
          label: words.say(`recipes.${name}-name`),
          hint: words.say(`recipes.${name}-about`),
        }))}
      />
      <details className={styles.fold} open={error === null ? undefined : true}>
        <summary className={styles.summary}>
          {words.say("home.plan-change")}{" "}
          <span className={styles.sum}>
            (
            {words.say("home.plan-sum", {
              steps: used.length,
              minutes: draft.steps ? used.reduce((sum, { minutes }) => sum + minutes, 0) : minutesOf(draft.recipe),
            })}
            )
          </span>
        </summary>
        <div className={styles.steps}>
          {steps.map((step) => (
            <StepFields key={step.kind} step={step} change={(part) => changeStep(step.kind, part)} />
          ))}
          {error ? (
            <p role="alert" className={styles.wrong}>
              {error}
            </p>
          ) : null}
        </div>
      </details>
    </div>
  )
}

function StepFields({ step: { kind, prompt, minutes, isUsed }, change }: { step: Step; change: (part: Partial<Step>) => void }) {
  const words = useWords()
  return (
    <fieldset className={styles.step} data-stage={kind}>
      <legend className={styles.stepName}>{words.say(`common.stage-${kind}`)}</legend>
      <Check label={words.say("home.plan-use")} isOn={isUsed} onChange={(isUsed) => change({ isUsed })} />
      {isUsed ? (
        <>
          <TextArea label={words.say("home.prompt-label")} value={prompt} onChange={(prompt) => change({ prompt })} limit={LIMITS.prompt} />
          <div className={styles.minutes}>
            <Field
              label={words.say("home.minutes-label")}
              hint={words.say("home.minutes-hint")}
              type="number"
              inputMode="numeric"
              min={0}
              max={600}
              step={1}
              value={String(minutes)}
              onChange={(typed) => change({ minutes: minutesTyped(typed) })}
            />
          </div>
        </>
      ) : null}
    </fieldset>
  )
}

const MOST_MINUTES = 600
const minutesTyped = (typed: string): number => Math.min(MOST_MINUTES, Math.max(0, Math.trunc(Number(typed)) || 0))
