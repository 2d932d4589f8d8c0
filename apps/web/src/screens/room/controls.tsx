// What the screen can do, as buttons: out of sight until a pointer or a key moves, since the picture is for the hall. They stay in reach of
// the keyboard and of those who listen.
import { useEffect, useId, useState } from "react"
import { useLocation, useSearch } from "wouter"
import { LOCALE_NAMES, LOCALES, type Locale } from "@evenboard/words"
import type { Act } from "./keys.ts"
import styles from "./room.module.css"
import { useSpeech } from "./speech.tsx"

type ControlsProps = {
  act: (act: Act) => void
  isFrozen: boolean
  isBlank: boolean
  isFull: boolean
  /** A screen without a seat has no workshop to go back to. */
  canLeave: boolean
}

/** Long enough to find the button one moved the pointer for. */
const IN_SIGHT_MS = 4000

export function Controls({ act, isFrozen, isBlank, isFull, canLeave }: ControlsProps) {
  const { first } = useSpeech()
  const isInSight = useInSight()
  const buttons: readonly (readonly [Act, string])[] = [
    ["back", first.say("room.back")],
    ["next", first.say("room.next")],
    ["join", first.say("room.to-join")],
    ["overview", first.say("room.to-overview")],
    ["freeze", first.say(isFrozen ? "room.go-on" : "room.freeze")],
    ["blank", first.say(isBlank ? "room.show-again" : "room.blank-it")],
    ...(document.fullscreenEnabled ? [["full", first.say(isFull ? "room.leave-full" : "room.full")] as const] : []),
    ...(canLeave ? [["leave", first.say("room.leave")] as const] : []),
  ]
  return (
    <section className={styles.controls} aria-label={first.say("room.controls")} data-in-sight={isInSight ? "" : undefined}>
      {buttons.map(([what, name]) => (
        <button key={what} type="button" className={styles.control} onClick={() => act(what)}>
          {name}
        </button>
      ))}
      <Language />
    </section>
  )
}

function Language() {
  const { first, second } = useSpeech()
  const search = useSearch()
  const [path, go] = useLocation()
  const choose = (name: "lang" | "and", value: string) => {
    const asked = new URLSearchParams(search)
    if (value) asked.set(name, value)
    else asked.delete(name)
    go(`${path}?${asked.toString()}${location.hash}`, { replace: true })
  }
  return (
    <>
      <Choice label={first.say("room.language")} value={first.locale} onChange={(value) => choose("lang", value)} />
      <Choice
        label={first.say("room.second")}
        value={second?.locale ?? ""}
        none={first.say("room.no-second")}
        without={first.locale}
        onChange={(value) => choose("and", value)}
      />
    </>
  )
}

type ChoiceProps = { label: string; value: Locale | ""; none?: string; without?: Locale; onChange: (value: string) => void }

function Choice({ label, value, none, without, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {LOCALES.filter((locale) => locale !== without).map((locale) => (
          <option key={locale} value={locale}>
            {LOCALE_NAMES[locale]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** True for a while after a pointer has moved or a key that turns nothing was pressed. */
function useInSight(): boolean {
  const [isInSight, setInSight] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = new AbortController()
    const show = () => {
      setInSight(true)
      clearTimeout(timer)
      timer = setTimeout(() => setInSight(false), IN_SIGHT_MS)
    }
    const { signal } = stop
    addEventListener("pointermove", show, { signal })
    addEventListener("pointerdown", show, { signal })
    addEventListener("keydown", (event) => event.key === "Tab" && show(), { signal })
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return isInSight
}
