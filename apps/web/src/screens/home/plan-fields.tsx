// The plan: a built-in recipe by name or one from a file, and folded under it every step with its question and minutes, to be changed
// before opening.
import { LIMITS } from "@evenboard/api"
import { isRecipeName, RECIPE_NAMES, type RecipeName } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { Check, Choices, Field, TextArea } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import styles from "./home.module.css"
import { stepsOf, type Draft, type Step } from "./opening.ts"
import { RecipeFromFile } from "./recipe-from-file.tsx"

type PlanFieldsProps = { draft: Draft; change: (part: Partial<Draft>) => void; talk: Words; error: string | null }

export function PlanFields({ draft, change, talk, error }: PlanFieldsProps) {
  const words = useWords()
  const steps = draft.steps ?? stepsOf(draft.recipe, (id) => talk.say(id))
  const used = steps.filter(({ isUsed }) => isUsed)
  const changeStep = (kind: Step["kind"], part: Partial<Step>) =>
    change({ steps: steps.map((step) => (step.kind === kind ? { ...step, ...part } : step)), isPlanChosen: true })
  const { recipe } = draft
  const taken = typeof recipe === "string" ? null : recipe
  return (
    <div>
      <Choices<RecipeName | "file">
        label={words.say("home.plan-label")}
        value={typeof recipe === "string" ? recipe : "file"}
        onChange={(chosen) => (isRecipeName(chosen) ? change({ recipe: chosen, steps: null, isPlanChosen: true }) : undefined)}
        options={[
          ...RECIPE_NAMES.map((name) => ({
            value: name,
            label: words.say(`recipes.${name}-name`),
            hint: words.say(`recipes.${name}-about`),
          })),
          ...(taken ? [{ value: "file" as const, label: taken.name, hint: words.say("recipe.from-file", { file: taken.file }) }] : []),
        ]}
      />
      <RecipeFromFile onTake={({ language, ...recipe }) => change({ recipe, language, steps: null, isPlanChosen: true })} taken={taken} />
      <details className={styles.fold} open={error === null ? undefined : true}>
        <summary className={styles.summary}>
          {words.say("home.plan-change")}{" "}
          <span className={styles.sum}>
            (
            {words.say("home.plan-sum", {
              steps: used.length,
              minutes: used.reduce((sum, { minutes }) => sum + minutes, 0),
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
