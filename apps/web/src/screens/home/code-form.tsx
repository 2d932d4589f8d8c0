// "I have a code": a plain form. Its page shows what the workshop is, and what is kept, before anybody joins.
import { useId } from "react"
import { useWords } from "../../words.tsx"
import { Button } from "../../ui/button.tsx"
import styles from "./home.module.css"

export function CodeForm() {
  const words = useWords()
  const id = useId()
  return (
    <section className={styles.door} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.heading}>
        {words.say("home.have-code")}
      </h2>
      <form className={styles.code} method="post" action="/join">
        <input type="hidden" name="look" value="1" />
        <input type="hidden" name="language" value={words.locale} />
        <label htmlFor={id} className={styles.label}>
          {words.say("home.code-label")}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {words.say("home.code-hint")}
        </p>
        <input
          id={id}
          className={styles.digits}
          name="code"
          dir="ltr"
          required
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9٠-٩۰-۹]{3}[\s\-]?[0-9٠-٩۰-۹]{3}"
          maxLength={7}
          title={words.say("home.code-label")}
          aria-describedby={`${id}-hint`}
        />
        <Button kind="main" type="submit" isWide>
          {words.say("home.join")}
        </Button>
      </form>
      <p className={styles.hint}>{words.say("home.or-scan")}</p>
    </section>
  )
}
