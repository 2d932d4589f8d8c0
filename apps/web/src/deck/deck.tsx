// "Where does this belong?": one note that is not grouped yet after the other, large, with the themes that may fit. Everybody goes
// through other notes, so that a hall groups 150 together. Others' changes never take a note away from under my eyes.
import { useCallback, useEffect, useRef } from "react"
import { Link } from "wouter"
import type { NoteId } from "@evenboard/board"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { NoteCard } from "../note/note-card.tsx"
import { useBoard } from "../use-board.ts"
import { useMayWrite, useWorkshopId } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { Answers } from "./answers.tsx"
import { HAND } from "./deal.ts"
import { currentOf, standingOf } from "./hand.ts"
import { Taken } from "./taken.tsx"
import { looseOn, useHand, type MyHand } from "./use-hand.ts"
import styles from "./deck.module.css"

/** UTF-16 units: about five large lines on a phone. */
const LONG = 100

export default function Deck() {
  const words = useWords()
  const mayWrite = useMayWrite()
  const mine = useHand()
  const id = currentOf(mine.hand)
  const place = useArrival(id, mine.hand.ids)
  return (
    <article className={styles.deck} ref={place}>
      {!mayWrite ? (
        <>
          <h1 className={styles.title}>{words.say("deck.where")}</h1>
          <p>{words.say("deck.ended")}</p>
          <ToNeeds />
        </>
      ) : id === null ? (
        <Through mine={mine} />
      ) : (
        <Question id={id} mine={mine} />
      )}
    </article>
  )
}

/** Whoever goes on begins at the new note: there for those who listen, and in sight. The first one is left to the page. */
function useArrival(id: NoteId | null, hand: readonly NoteId[]) {
  const place = useRef<HTMLElement>(null)
  const last = useRef({ id, hand })
  useEffect(() => {
    if (last.current.id === id && (id !== null || last.current.hand === hand)) return
    last.current = { id, hand }
    const start = place.current?.querySelector<HTMLElement>("[data-note], h1[tabindex]")
    start?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: "start" })
  }, [id, hand])
  return place
}

function Question({ id, mine }: { id: NoteId; mine: MyHand }) {
  const words = useWords()
  const announce = useAnnounce()
  const { hand } = mine
  const note = useBoard((board) => board.notes.get(id))
  const standing = useBoard((board) => standingOf(hand, board, id))
  const open = useUi((ui) => ui.open)
  const onKeyDown = useNoteKeys({ moves: false })
  /** The focus was in the answers when they went: it goes to what stands there instead. */
  const hadFocus = useRef(false)
  const onGone = useCallback((had: boolean) => {
    hadFocus.current = had
  }, [])
  const takesFocus = useCallback(() => hadFocus.current, [])
  const pass = () => {
    mine.pass()
    announce(words.say("deck.unsure-said"))
  }
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.say("deck.where")}</h1>
        <p className={styles.at}>{words.say("deck.at", { at: hand.at + 1, count: hand.ids.length })}</p>
      </div>
      {note ? (
        <div className={styles.note} data-long={note.text.length > LONG ? "" : undefined}>
          <NoteCard note={note} aria-haspopup="dialog" onKeyDown={onKeyDown} onClick={() => open({ type: "note", id })} />
        </div>
      ) : null}
      {standing === "taken" || standing === "gone" || !note ? (
        <Taken key={id} id={id} isGone={standing !== "taken"} takesFocus={takesFocus} onNext={mine.next} />
      ) : (
        <Answers key={id} note={note} onGone={onGone} onKept={mine.next} onUnsure={pass} />
      )}
      {hand.at > 0 ? (
        <Button kind="quiet" onClick={mine.back}>
          {words.say("deck.before")}
        </Button>
      ) : null}
    </>
  )
}

/** Through my hand: thanks, and more if there is more. */
function Through({ mine }: { mine: MyHand }) {
  const words = useWords()
  const { hand, unsure } = mine
  const loose = useBoard((board) => looseOn(board).map(({ id }) => id))
  const open = loose.filter((id) => !unsure.has(id))
  const waiting = loose.length - open.length
  return (
    <>
      <h1 className={styles.title} tabIndex={-1}>
        {words.say("deck.thanks")}
      </h1>
      {hand.ids.length > 0 ? <p className={styles.done}>{words.say("deck.done", { count: hand.answered.size })}</p> : null}
      <p>{words.say("deck.left", { count: loose.length })}</p>
      {open.length > 0 ? (
        <Button kind="main" isWide onClick={() => mine.deal()}>
          {words.say("deck.more", { count: Math.min(HAND, open.length) })}
        </Button>
      ) : waiting > 0 ? (
        <Button isWide onClick={() => mine.deal(true)}>
          {words.say("deck.again", { count: waiting })}
        </Button>
      ) : null}
      <ToNeeds />
    </>
  )
}

function ToNeeds() {
  const words = useWords()
  const workshopId = useWorkshopId()
  return (
    <Link href={`/w/${workshopId}/needs`} className={styles.link ?? ""}>
      {words.say("deck.to-needs")}
    </Link>
  )
}
