// "Whose words are they?": mine, the same person again with one tap, or somebody without a phone, by name or by table.
import { Choices, Field, type Choice } from "../ui/form.tsx"
import { useWords } from "../words.tsx"
import { LIMITS } from "./limits.ts"
import type { LastFor, Whose } from "./whose.ts"

/** A field that appears below the fold is brought up to where it can be seen, clear of the sheet's fixed button. */
const intoSight = (field: HTMLInputElement | null): void => field?.scrollIntoView({ block: "center" })

export type Said = { whose: Whose; name: string; table: string }
export type WhoseWordsProps = {
  said: Said
  onChange: (said: Said) => void
  last: LastFor | null
  error: string | null
  /** False where the words are known not to be mine. */ mayBeMine?: boolean
}

export function WhoseWords({ said, onChange, last, error, mayBeMine = true }: WhoseWordsProps) {
  const words = useWords()
  const options: Choice<Whose>[] = [
    ...(mayBeMine ? [{ value: "me" as const, label: words.say("board.for-me") }] : []),
    ...(last ? [{ value: "again" as const, label: words.say("board.for-again", { name: last.shown }) }] : []),
    { value: "name", label: words.say("board.for-name") },
    { value: "table", label: words.say("board.for-table") },
  ]
  return (
    <>
      <Choices<Whose>
        label={words.say("board.for")}
        options={options}
        value={said.whose}
        onChange={(whose) => onChange({ ...said, whose })}
      />
      {said.whose === "name" ? (
        <Field
          label={words.say("board.for-name-label")}
          value={said.name}
          maxLength={LIMITS.name}
          autoComplete="off"
          error={error}
          ref={intoSight}
          onChange={(name) => onChange({ ...said, name })}
        />
      ) : null}
      {said.whose === "table" ? (
        <Field
          label={words.say("board.for-table-label")}
          value={said.table}
          maxLength={LIMITS.table}
          autoComplete="off"
          error={error}
          ref={intoSight}
          onChange={(table) => onChange({ ...said, table })}
        />
      ) : null}
      {said.whose === "me" ? null : <p>{words.say("board.read-back")}</p>}
    </>
  )
}
