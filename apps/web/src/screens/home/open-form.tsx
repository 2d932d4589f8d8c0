// Opening a workshop: its title, what is decided, language, groups, plan, and perhaps a file to begin with. Nothing that is not needed
// stands open; nothing typed is lost when the server says no.
import { useRef, useState, type FormEvent } from "react"
import { LIMITS, type OpenedWorkshop } from "@evenboard/api"
import { DEFAULT_RECIPE } from "@evenboard/session"
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES } from "@evenboard/words"
import { Button } from "../../ui/button.tsx"
import { Check, Choices, Field, TextArea } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Stack, Told } from "../paper/paper.tsx"
import { FirstFile } from "./first-file.tsx"
import styles from "./home.module.css"
import type { OpenedHere } from "./opened-here.ts"
import { bodyOf, type Draft, type Missing } from "./opening.ts"
import { PlanFields } from "./plan-fields.tsx"
import { useWordsOf } from "./use-words-of.ts"

const GROUPS = ["service", "family", "staff", "voluntary", "residents"] as const
type Preset = (typeof GROUPS)[number]

export function OpenForm({ opened }: { opened: (here: OpenedHere) => void }) {
  const words = useWords()
  const [draft, setDraft] = useState<Draft>({
    title: "",
    purpose: "",
    language: words.locale,
    groups: [],
    moreGroups: "",
    recipe: DEFAULT_RECIPE,
    steps: null,
    isPlanChosen: false,
    first: null,
  })
  // Groups and questions stand in the language of the workshop, which need not be that of this page.
  const talk = useWordsOf(draft.language)
  const [ticked, setTicked] = useState<ReadonlySet<Preset>>(new Set())
  const [missing, setMissing] = useState<Missing | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setMissing(null)
    setWrong(null)
  }
  const tick = (group: Preset, isOn: boolean) => setTicked(new Set([...ticked, group].filter((one) => one !== group || isOn)))
  const open = async () => {
    const made = bodyOf({ ...draft, groups: GROUPS.filter((group) => ticked.has(group)).map((group) => talk.say(`home.group-${group}`)) })
    setMissing(made.ok ? null : made.missing)
    if (!made.ok) return made.missing === "title" ? title.current?.focus() : undefined
    setOpening(true)
    const answer = await ask<OpenedWorkshop>("/api/workshops", { method: "POST", body: made.body })
    setOpening(false)
    if (answer.ok) opened({ ...answer.value, title: made.body.title })
    else setWrong(answer.title ?? words.say("home.no-server"))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isOpening) void open()
  }
  return (
    <section className={styles.door} aria-labelledby="open-heading">
      <div>
        <h2 id="open-heading" className={styles.heading}>
          {words.say("home.open")}
        </h2>
        <p className={styles.hint}>{words.say("home.open-what")}</p>
      </div>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Field
            ref={title}
            label={words.say("home.title-label")}
            hint={words.say("home.title-hint")}
            value={draft.title}
            onChange={(title) => change({ title })}
            maxLength={LIMITS.title}
            required
            error={missing === "title" ? words.say("home.title-missing") : null}
          />
          <TextArea
            label={words.say("home.purpose-label")}
            hint={words.say("home.purpose-hint")}
            value={draft.purpose}
            onChange={(purpose) => change({ purpose })}
            limit={LIMITS.purpose}
          />
          <div>
            <Choices
              label={words.say("home.language-label")}
              isRow
              value={draft.language}
              onChange={(language) => change({ language, ...(typeof draft.recipe === "string" ? { steps: null } : {}) })}
              options={LOCALES.map((locale) => ({ value: locale, label: <span lang={LOCALE_TAGS[locale]}>{LOCALE_NAMES[locale]}</span> }))}
            />
            <p className={styles.hint}>{words.say("home.language-hint")}</p>
          </div>
          <fieldset>
            <legend className={styles.label}>{words.say("home.groups-label")}</legend>
            <p className={styles.hint}>{words.say("home.groups-hint")}</p>
            <div className={styles.groups} lang={talk.tag} dir={talk.dir}>
              {GROUPS.map((group) => (
                <Check
                  key={group}
                  label={talk.say(`home.group-${group}`)}
                  isOn={ticked.has(group)}
                  onChange={(isOn) => tick(group, isOn)}
                />
              ))}
            </div>
          </fieldset>
          <TextArea
            label={words.say("home.groups-more")}
            hint={words.say("home.groups-more-hint")}
            value={draft.moreGroups}
            onChange={(moreGroups) => change({ moreGroups })}
            limit={LIMITS.group * LIMITS.groups}
            rows={2}
            error={missing === "groups" ? words.say("home.groups-many") : null}
          />
          <PlanFields draft={draft} change={change} talk={talk} error={missing === "steps" ? words.say("home.plan-none") : null} />
          <FirstFile first={draft.first} onChange={(first) => change({ first })} />
          {wrong ? <Told isWrong>{wrong}</Told> : null}
          <Button kind="main" type="submit" isWide aria-disabled={isOpening}>
            {words.say(isOpening ? "home.opening" : "home.open-button")}
          </Button>
        </Stack>
      </form>
    </section>
  )
}
