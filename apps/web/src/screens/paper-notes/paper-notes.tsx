// Typing in what people wrote by hand, card after card, with the keyboard alone: whose card, what it is, its words, Enter. The form keeps
// what is half typed; the board and the server do the rest (use-typed.ts).
import { useRef, useState, type KeyboardEvent, type SubmitEvent } from "react"
import { type NoteKind, TEXT_LIMITS } from "@evenboard/board"
import { effectInWords, likelyInWords } from "../../matrix/place-words.ts"
import { useKept } from "../../people-here/use-kept.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Check, Choices, Field, TextArea } from "../../ui/form.tsx"
import { KindMark } from "../../ui/kind-mark.tsx"
import { useLine, useMayWrite, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Boxed, Hint, Paper, Told } from "../paper/paper.tsx"
import { canvasOf, firstKind, kindOfKey, kindsFor, placeOf } from "./card-kinds.ts"
import { TypedList } from "./typed-list.tsx"
import { useChoices, useSomeone } from "./use-choices.ts"
import { useTyped } from "./use-typed.ts"
import { whoseCard } from "./whose-card.ts"
import { WhoseField } from "./whose-field.tsx"
import styles from "./paper-notes.module.css"

type Half = { typed: string; kind: NoteKind | null; text: string; likely: string; effect: string; keeps: boolean }
const EMPTY: Half = { typed: "", kind: null, text: "", likely: "", effect: "", keeps: false }

export default function PaperNotesScreen() {
  const words = useWords()
  const announce = useAnnounce()
  const mayWrite = useMayWrite()
  const hasEnded = useSession((session) => session.ended)
  const { typed, refused, add, takeBack } = useTyped()
  const { kept: half, change, set } = useKept<Half>("paper-card", EMPTY)
  const start = useRef<HTMLInputElement>(null)
  const back = () => {
    const card = takeBack()
    if (!card) return
    const isFree = half.text.trim() === ""
    if (isFree) set({ ...half, typed: card.typed, kind: card.note.kind, text: card.note.text })
    announce(words.say(isFree ? "paper.taken-back" : "paper.taken-back-only"))
    start.current?.focus()
  }
  return (
    <Paper title={words.say("paper.title")} intro={words.say("paper.intro")} isWide>
      <div className={styles.page}>
        {mayWrite ? (
          <CardForm half={half} change={change} set={set} add={add} start={start} />
        ) : (
          // What is half typed is there again after a pause.
          <Hint>{words.say(hasEnded ? "host.ended" : "board.refused-paused")}</Hint>
        )}
        <TypedList typed={typed} refused={refused} onTakeBack={back} />
      </div>
    </Paper>
  )
}

type CardFormProps = Pick<ReturnType<typeof useKept<Half>>, "change" | "set"> & {
  half: Half
  add: ReturnType<typeof useTyped>["add"]
  start: React.RefObject<HTMLInputElement | null>
}

function CardForm({ half, change, set, add, start }: CardFormProps) {
  const words = useWords()
  const announce = useAnnounce()
  const isWaiting = useLine().at !== "open"
  const choices = useChoices()
  const stages = useSession((session) => session.stages)
  const room = useSession((session) => session.stage)
  const alone = useSession((session) => session.round?.stage ?? null)
  const text = useRef<HTMLTextAreaElement>(null)
  const [missing, setMissing] = useState<"words" | "digits" | null>(null)
  const kinds = kindsFor(stages)
  const kind = half.kind ?? firstKind(kinds, room)
  const isOnMatrix = canvasOf(kind) === "matrix"
  const whose = whoseCard(half.typed, choices, useSomeone())

  const save = () => {
    const place = isOnMatrix ? placeOf(half.likely, half.effect) : null
    if (whose.type === "own-phone" || whose.type === "twins") return start.current?.focus()
    if (half.text.trim() === "") {
      // From another field Enter only goes on to the words.
      setMissing(document.activeElement === text.current ? "words" : null)
      return text.current?.focus()
    }
    if (place === "wrong") return setMissing("digits")
    if (!add({ typed: half.typed, whose, kind, text: half.text, place })) return
    setMissing(null)
    set({ ...EMPTY, kind, keeps: half.keeps, typed: half.keeps ? half.typed : "" })
    if (isWaiting) announce(words.say("board.added-for", { name: whose.name }))
    ;(half.keeps ? text : start).current?.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save()
  }
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = kindOfKey(event.key, kinds, kind, (one) => words.say(`common.kind-${one}`))
    if (!chosen) return
    event.preventDefault()
    change({ kind: chosen })
    const radios = event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")
    radios[kinds.indexOf(chosen)]?.focus()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {alone === canvasOf(kind) ? <Told>{words.say("paper.alone")}</Told> : null}
      <WhoseField
        ref={start}
        value={half.typed}
        onChange={(next) => change({ typed: next })}
        choices={choices}
        whose={whose}
        onDone={() => text.current?.focus()}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the radios in it, which have their own as well */}
      <div className={styles.kinds} onKeyDown={chooseByKey}>
        <Choices
          label={words.say("paper.kind")}
          isRow
          value={kind}
          onChange={(next) => change({ kind: next })}
          options={kinds.map((one) => ({ value: one, label: <KindMark kind={one} /> }))}
        />
        <Hint>{words.say("paper.kind-keys", { count: kinds.length })}</Hint>
      </div>
      {isOnMatrix ? (
        <div className={styles.digits}>
          <Field
            label={words.say("matrix.axis-likely")}
            hint={words.say("paper.scale", { low: likelyInWords(words, 1), high: likelyInWords(words, 5) })}
            error={missing === "digits" ? words.say("paper.digits") : null}
            value={half.likely}
            inputMode="numeric"
            maxLength={1}
            autoComplete="off"
            onChange={(likely) => change({ likely })}
          />
          <Field
            label={words.say("matrix.axis-effect")}
            hint={words.say("paper.scale", { low: effectInWords(words, -2), high: effectInWords(words, 2) })}
            value={half.effect}
            inputMode="numeric"
            maxLength={1}
            autoComplete="off"
            onChange={(effect) => change({ effect })}
          />
        </div>
      ) : null}
      <TextArea
        ref={text}
        label={words.say("paper.words")}
        hint={words.say("paper.words-hint")}
        error={missing === "words" ? words.say("board.write-first") : null}
        value={half.text}
        limit={TEXT_LIMITS.note}
        isLarge
        isQuick
        onSubmit={save}
        onChange={(next) => {
          change({ text: next })
          setMissing(null)
        }}
      />
      <Button kind="main" isWide type="submit">
        {words.say("paper.add")}
      </Button>
      <Boxed>
        <Check label={words.say("paper.keep")} isOn={half.keeps} onChange={(keeps) => change({ keeps })} />
      </Boxed>
    </form>
  )
}
