// The room screen as a hall sees it: one picture at a time, turned by a clicker. No frame of the app, no name, no link but the way in.
// Whatever others do goes on beneath; the page turns only when somebody here turns it.
import { useEffect, useMemo, useRef, useState, type RefObject } from "react"
import { useLocation } from "wouter"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useLine } from "../../use-session.ts"
import { useWorkshop } from "../../workshop-context.ts"
import { CardPages } from "./card-pages.tsx"
import { Controls } from "./controls.tsx"
import { Foot } from "./foot.tsx"
import { withoutHidden } from "./frozen.ts"
import { JoinView, Said } from "./join-view.tsx"
import { actOf, type Act } from "./keys.ts"
import { Nothing, Options, Themes } from "./overview.tsx"
import { PlaneView } from "./plane-view.tsx"
import { PromptView } from "./prompt-view.tsx"
import styles from "./room.module.css"
import { Both, useSpeech } from "./speech.tsx"
import { Title } from "./title.tsx"
import { useLive, type Live } from "./use-live.ts"
import { useTurning, type Turning } from "./use-turning.ts"

/** Close code: the workshop was deleted. */
const GONE = 4404

export function RoomPicture({ canLeave }: { canLeave: boolean }) {
  const live = useLive()
  const { first } = useSpeech()
  const [frozen, setFrozen] = useState<Live | null>(null)
  const [isBlank, setBlank] = useState(false)
  const line = useLine()
  const { hidden } = live.session
  const paused = useMemo(() => frozen && withoutHidden(frozen, hidden), [frozen, hidden])
  const shown = paused ?? live
  const turning = useTurning(shown)
  const screen = useRef<HTMLElement>(null)
  const isFull = useIsFull()
  const { id } = useWorkshop()
  const [, go] = useLocation()
  const announce = useAnnounce()

  const act = (what: Act): void => {
    if (what === "blank") return setBlank(!isBlank)
    if (what === "full") return void (isFull ? document.exitFullscreen() : screen.current?.requestFullscreen())
    if (what === "freeze") {
      announce(first.say(frozen ? "room.go-on" : "room.paused"))
      return setFrozen(frozen ? null : live)
    }
    if (what === "leave") return canLeave && !isFull ? go(`/w/${id}`) : undefined
    // A blank screen comes back as it was; a paused one stays as it is.
    if (isBlank) return setBlank(false)
    if (!frozen) turning.turn(what)
  }
  useKeys(act, first.dir)
  useTitle(screen, `${turning.at.key} ${turning.at.part}`)

  return (
    <main
      ref={screen}
      id="main"
      tabIndex={-1}
      className={styles.screen}
      lang={first.tag}
      dir={first.dir}
      data-stage={shown.session.stage}
      aria-label={first.say("room.title")}
    >
      {line.at === "closed" ? (
        <Said>
          <Both say={(words) => words.say(line.code === GONE ? "shell.closed-gone" : canLeave ? "shell.closed-other" : "room.over")} />
        </Said>
      ) : isBlank ? (
        <p className={styles.blank}>
          <span className="unseen">{first.say("room.blank")}</span>
        </p>
      ) : (
        <>
          <h1 className={styles.title}>
            <Title stop={turning.stop} live={shown} />
          </h1>
          <div className={styles.view}>
            <View turning={turning} live={shown} />
          </div>
          <Foot turning={turning} live={shown} isFrozen={frozen !== null} />
        </>
      )}
      <Controls act={act} isFrozen={frozen !== null} isBlank={isBlank} isFull={isFull} canLeave={canLeave} />
    </main>
  )
}

function View({ turning, live }: { turning: Turning; live: Live }) {
  const { stop, at, cards, held, setParts } = turning
  const pages = { part: at.part, onParts: setParts }
  switch (stop?.kind) {
    case undefined:
      return (
        <Said>
          <Both say={(words) => words.say("room.gone")} />
        </Said>
      )
    case "join":
      return <JoinView live={live} />
    case "prompt":
      return <PromptView live={live} />
    case "themes":
      return <Themes live={live} known={held.known} {...pages} />
    case "options":
      return <Options live={live} known={held.known} {...pages} />
    case "plane":
      return <PlaneView live={live} />
    default:
      return cards.length === 0 ? <Nothing /> : <CardPages key={at.key} cards={cards} fresh={held.fresh} {...pages} />
  }
}

function useKeys(act: (what: Act) => void, dir: "ltr" | "rtl"): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || target?.closest("select")) return
      if (event.key === " " && target?.closest("button")) return
      const what = actOf(event, dir)
      if (what === null) return
      event.preventDefault()
      latest.current(what)
    }
    addEventListener("keydown", pressed)
    return () => removeEventListener("keydown", pressed)
  }, [dir])
}

/** Says the page's title aloud once it is turned to. */
function useTitle(screen: RefObject<HTMLElement | null>, place: string): void {
  const announce = useAnnounce()
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    announce(screen.current?.querySelector("h1")?.textContent ?? "")
  }, [screen, place, announce])
}

function useIsFull(): boolean {
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener("fullscreenchange", look)
    return () => document.removeEventListener("fullscreenchange", look)
  }, [])
  return isFull
}
