// Me: what I am called, my group, where I am, my language, and how my notes name me; what is wanted seldom stands folded under it: my notes
// and those of the people on this phone, how to come back, who helps, and how to leave. All of it can be changed at any time; every view
// and every export follows.
import { useState, type FormEvent } from "react"
import { LIMITS, type Erased } from "@evenboard/api"
import { LOCALE_NAMES, LOCALES, type Locale } from "@evenboard/words"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Choices, Field } from "../../ui/form.tsx"
import { usePeople, useSession, useSetMe, useWorkshopId } from "../../use-session.ts"
import { useSetLocale, useWords } from "../../words.tsx"
import { usePlaceName } from "../../people-here/place-name.ts"
import { ONLINE, tablesOf } from "../people/room.ts"
import { Hint, Paper, Row, Stack, Told } from "../paper/paper.tsx"
import { AccessLine } from "./access-line.tsx"
import { CreditPart } from "./credit-part.tsx"
import { Leaving } from "./leaving.tsx"
import { changeMe, changesOf, type Draft } from "./me-calls.ts"
import styles from "./me.module.css"
import { Deleting, MyData, Receipt } from "./my-data.tsx"
import { MyNotes, PeopleHere } from "./my-notes.tsx"
import { Quiet } from "./quiet.tsx"
import { ReturnWords } from "./return-words.tsx"
import { Sharing } from "./sharing.tsx"
import { Supporters } from "./supporters.tsx"

export default function MeScreen() {
  const words = useWords()
  const workshopId = useWorkshopId()
  // Nothing of who I was may go on standing here.
  const [erased, setErased] = useState<Erased | null>(null)
  if (erased)
    return (
      <Paper title={words.say(`mydata.deleted-${erased.level}`)} intro={words.say("mydata.receipt-what")}>
        <Receipt erased={erased} />
      </Paper>
    )
  return (
    <Paper title={words.say("me.title")} intro={words.say("me.intro")}>
      <Details />
      <Language />
      <CreditPart />
      <AccessLine workshopId={workshopId} />
      <div className={styles.parts}>
        <MyNotes />
        <PeopleHere />
        <ReturnWords />
        <Supporters />
        <Quiet />
        <Sharing />
        <MyData />
        <Leaving />
        <Deleting done={setErased} />
      </div>
    </Paper>
  )
}

type Outcome = { isWrong: boolean; say: string } | null

function Details() {
  const words = useWords()
  const announce = useAnnounce()
  const workshopId = useWorkshopId()
  const setMe = useSetMe()
  const { me } = usePeople()
  const [draft, setDraft] = useState<Draft>({ name: me.ownName, group: me.group ?? "", table: me.table ?? "" })
  const [outcome, setOutcome] = useState<Outcome>(null)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setOutcome(null)
  }
  const save = async () => {
    const answer = await changeMe(workshopId, changesOf(me, draft))
    if (!answer.ok) return setOutcome({ isWrong: true, say: answer.title ?? words.say("me.failed") })
    setMe(answer.value)
    setOutcome({ isWrong: false, say: words.say("me.saved") })
    announce(words.say("me.saved"))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Field
          label={words.say("me.name-label")}
          hint={words.say("me.name-hint")}
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={LIMITS.name}
          autoComplete="nickname"
        />
        <Group value={draft.group} onChange={(group) => change({ group })} />
        <Where value={draft.table} onChange={(table) => change({ table })} />
        <Row>
          <Button kind="main" type="submit">
            {words.say("common.save")}
          </Button>
        </Row>
        {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
      </Stack>
    </form>
  )
}

type ValueProps = { value: string; onChange: (value: string) => void }

function Group({ value, onChange }: ValueProps) {
  const words = useWords()
  const groups = useSession((session) => session.groups)
  const [isOther, setOther] = useState(value !== "" && !groups.includes(value))
  const choose = (choice: string) => {
    setOther(choice === "other")
    onChange(choice.startsWith("group:") ? choice.slice("group:".length) : "")
  }
  const options = [
    ...groups.map((group) => ({ value: `group:${group}`, label: group })),
    { value: "other", label: words.say("me.group-other") },
    { value: "none", label: words.say("me.group-none") },
  ]
  return (
    <>
      <Choices
        label={words.say("me.group-label")}
        value={isOther ? "other" : value === "" ? "none" : `group:${value}`}
        onChange={choose}
        options={options}
      />
      {isOther ? <Field label={words.say("me.group-words")} value={value} onChange={onChange} maxLength={LIMITS.group} /> : null}
      <Hint>{words.say("me.group-hint")}</Hint>
    </>
  )
}

function Where({ value, onChange }: ValueProps) {
  const words = useWords()
  const placeName = usePlaceName()
  const { seats, me } = usePeople()
  const tables = tablesOf(
    [...seats.values()].filter((seat) => seat.id !== me.id),
    words.tag,
  )
  const [isOther, setOther] = useState(value !== "" && value !== ONLINE && !tables.includes(value))
  const choose = (choice: string) => {
    setOther(choice === "other")
    onChange(choice.startsWith("at:") ? choice.slice("at:".length) : "")
  }
  return (
    <>
      <Choices
        label={words.say("me.where-label")}
        value={isOther ? "other" : value === "" ? "none" : `at:${value}`}
        onChange={choose}
        options={[
          ...tables.map((table) => ({ value: `at:${table}`, label: placeName(table) })),
          { value: "other", label: words.say(tables.length > 0 ? "several.other-table" : "me.where-table") },
          { value: `at:${ONLINE}`, label: words.say("me.where-online") },
          { value: "none", label: words.say("me.where-none") },
        ]}
      />
      {isOther ? <Field label={words.say("me.table-label")} value={value} onChange={onChange} maxLength={LIMITS.table} /> : null}
    </>
  )
}

function Language() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const setMe = useSetMe()
  const setLocale = useSetLocale()
  const [wrong, setWrong] = useState<string | null>(null)
  // Shown as chosen at once: the words of it are still on their way.
  const [chosen, setChosen] = useState<Locale>(words.locale)
  const choose = async (language: Locale) => {
    setChosen(language)
    // Kept while its words are on their way: the page turns when both are here, and a reload then speaks it.
    const [answer] = await Promise.all([changeMe(workshopId, { language }), setLocale(language)])
    if (answer.ok) setMe(answer.value)
    setWrong(answer.ok ? null : (answer.title ?? words.say("me.failed")))
  }
  return (
    <Stack>
      <Choices
        label={words.say("me.language-label")}
        isRow
        value={chosen}
        onChange={(language) => void choose(language)}
        options={LOCALES.map((locale) => ({ value: locale, label: <span lang={locale}>{LOCALE_NAMES[locale]}</span> }))}
      />
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}
