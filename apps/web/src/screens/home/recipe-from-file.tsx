// A recipe that somebody saved, taken as the plan. Folded, since few have one. A file that is none changes nothing and says why.
import { useId, useState, type ChangeEvent } from "react"
import type { Locale } from "@evenboard/words"
import { useWords } from "../../words.tsx"
import styles from "./home.module.css"
import type { TakenRecipe } from "./opening.ts"

type RecipeFromFileProps = { taken: TakenRecipe | null; onTake: (recipe: TakenRecipe & { language: Locale }) => void }

export function RecipeFromFile({ taken, onTake }: RecipeFromFileProps) {
  const words = useWords()
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const { currentTarget } = event
    const file = currentTarget.files?.[0]
    if (!file) return
    // The checks are loaded only now: nobody else on this page needs them.
    const { readRecipe } = await import("./read-recipe.ts")
    const found = await readRecipe(file)
    if (found.ok) onTake({ file: file.name, name: found.recipe.name, stages: found.recipe.stages, language: found.recipe.language })
    setProblem(found.ok ? null : words.say(`recipe.${found.reason}`))
    // So that choosing the same file again, mended, is a change too.
    currentTarget.value = ""
  }
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>{words.say("recipe.open-label")}</summary>
      <div className={styles.steps}>
        <p id={`${id}-hint`} className={styles.hint}>
          {words.say("recipe.open-hint")}
        </p>
        <label htmlFor={id} className={styles.label}>
          {words.say("recipe.open-file")}
        </label>
        <input
          id={id}
          className={styles.file}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void read(event)}
        />
        {problem ? (
          <p role="alert" className={styles.wrong}>
            {problem}
          </p>
        ) : null}
        <div role="status">{taken && !problem ? <p>{words.say("recipe.taken", { name: taken.name })}</p> : null}</div>
      </div>
    </details>
  )
}
