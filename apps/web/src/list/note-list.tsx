// The List: a page's notes under folding headings, in the order everyone has. Others' new notes wait until I ask for them. The same
// board as the Board view, and the same commands.
import { memo, useCallback, useRef, useState } from "react"
import { Link } from "wouter"
import { asideNotes, facesInTheme, notesOn, TAKEN_BACK, themesOn, type Canvas, type Note, type Theme } from "@evenboard/board"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { ChangedWords } from "../note/changed-words.tsx"
import { useBringBack } from "../note/use-bring-back.ts"
import { Button } from "../ui/button.tsx"
import { Fold } from "../ui/fold.tsx"
import { dirOf } from "../ui/form.tsx"
import { NoteCard } from "../note/note-card.tsx"
import { useBoard } from "../use-board.ts"
import { useMayWrite, usePeople, useSession, useWorkshopId, WhileOpen } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { findNotes } from "./find.ts"
import { useGrowing } from "./use-growing.ts"
import { useHeld } from "./use-held.ts"
import { useKeepPlace } from "./use-keep-place.ts"
import { useReveal } from "./use-reveal.ts"
import styles from "./note-list.module.css"

/** `canvas`: needs, or another page as its equal list. */
export function NoteList({ canvas }: { canvas: Canvas }) {
  const words = useWords()
  const [asked, setAsked] = useState("")
  const { shown, waiting, showAll } = useHeld(canvas)
  const themes = useBoard((board) => themesOn(board, canvas))
  const isEmpty = useBoard((board) => notesOn(board, canvas).length === 0 && themesOn(board, canvas).length === 0)
  const place = useRef<HTMLDivElement>(null)
  useReveal(place)
  useKeepPlace(place)
  return (
    <div className={styles.list} ref={place} data-notes>
      {isEmpty ? (
        <p className={styles.empty}>{words.say("board.first-run")}</p>
      ) : (
        <Find canvas={canvas} asked={asked} setAsked={setAsked} />
      )}
      {/* Stays while something is looked for: to draw all of it again would hold up the key that clears the search. */}
      <div className={styles.groups} hidden={asked.trim() !== ""}>
        {waiting > 0 ? (
          <div className={styles.waiting}>
            <Button kind="main" onClick={showAll}>
              {words.say("board.new-notes", { count: waiting })}
            </Button>
          </div>
        ) : null}
        <Group canvas={canvas} theme={null} shown={shown} />
        {themes
          .filter((theme) => !theme.aboutUs)
          .map((theme) => (
            <Group key={theme.id} canvas={canvas} theme={theme} shown={shown} />
          ))}
        {themes
          .filter((theme) => theme.aboutUs)
          .map((theme) => (
            <Group key={theme.id} canvas={canvas} theme={theme} shown={shown} />
          ))}
        <Hidden canvas={canvas} />
        <Aside canvas={canvas} />
      </div>
    </div>
  )
}

function Group({ canvas, theme, shown }: { canvas: Canvas; theme: Theme | null; shown: ReadonlySet<string> }) {
  const words = useWords()
  const stacks = useBoard((board) => facesInTheme(board, theme?.id ?? null, canvas).flatMap(({ members }) => shownOf(members, shown)))
  const key = theme?.id ?? `${canvas}-tray`
  const isFolded = useUi((ui) => ui.folded.has(key))
  const fold = useUi((ui) => ui.fold)
  const open = useUi((ui) => ui.open)
  const mayWrite = useMayWrite()
  if (!theme && stacks.length === 0) return null
  const title = theme ? theme.title || words.say("common.about-us") : words.say("common.not-grouped")
  const action =
    theme && mayWrite ? (
      <Button
        kind="quiet"
        aria-label={words.say("board.theme-open", { theme: title })}
        onClick={() => open({ type: "theme", id: theme.id })}
      >
        {words.say("board.theme-more")}
      </Button>
    ) : undefined
  return (
    <div className={theme?.aboutUs ? styles.aboutUs : undefined}>
      <Fold
        title={title}
        count={words.say("common.notes", { count: stacks.flat().length })}
        isOpen={!isFolded}
        onToggle={(isOpen) => fold(key, !isOpen)}
        action={action}
      >
        {theme || !mayWrite ? null : <HelpGroup count={stacks.length} />}
        {theme?.aboutUs ? <p className={styles.hint}>{words.say("board.about-us-what")}</p> : null}
        {stacks.length === 0 ? <p className={styles.hint}>{words.say("board.theme-empty")}</p> : <Notes stacks={stacks} />}
      </Fold>
    </div>
  )
}

/** A hand of the deck holds eight notes (deck/deal.ts, which this page does not load). */
function HelpGroup({ count }: { count: number }) {
  const words = useWords()
  const id = useWorkshopId()
  return (
    <Link href={`/w/${id}/deck`} className={styles.help ?? ""}>
      {words.say("deck.help", { notes: words.say("common.notes", { count: Math.min(8, count) }) })}
    </Link>
  )
}

/** Of a stack what I let in already; the same array while that is all of it, so that nothing is drawn again. */
function shownOf(members: readonly Note[], shown: ReadonlySet<string>): (readonly Note[])[] {
  const seen = members.filter((note) => shown.has(note.id))
  return seen.length === 0 ? [] : [seen.length === members.length ? members : seen]
}

/** Each as one face, with what is stacked under it. */
function Notes({ stacks }: { stacks: readonly (readonly Note[])[] }) {
  return (
    <ul className={styles.notes}>
      {stacks.map((members) => {
        const [face] = members
        if (!face) return null
        return (
          <li key={face.id} className={styles.note}>
            <OpenNote note={face} members={members.length > 1 ? members : undefined} />
            {members.map((note) => (
              <ChangedWords key={note.id} note={note} />
            ))}
          </li>
        )
      })}
    </ul>
  )
}

const OpenNote = memo(function OpenNote({ note, members }: { note: Note; members?: readonly Note[] | undefined }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const add = useCallback(() => open({ type: "composer" }), [open])
  const onKeyDown = useNoteKeys({ add })
  const reason = note.aside && (note.aside.reason === TAKEN_BACK ? words.say("board.taken-back") : note.aside.reason)
  return (
    <NoteCard
      note={note}
      members={members}
      aria-haspopup="dialog"
      onKeyDown={onKeyDown}
      onClick={() => open({ type: "note", id: note.id })}
    >
      {reason ? <span className={styles.reason}>{words.say("board.aside-because", { reason })}</span> : null}
    </NoteCard>
  )
})

/** Search over everything on the page, waiting and set-aside notes too. Enter goes to the first one found. */
function Find({ canvas, asked, setAsked }: { canvas: Canvas; asked: string; setAsked: (asked: string) => void }) {
  const words = useWords()
  const { facts } = usePeople()
  const notes = useBoard((board) => [...notesOn(board, canvas), ...asideNotes(board).filter((note) => note.canvas === canvas)])
  const found = asked.trim() ? findNotes(notes, asked, (note) => facts.get(note.id)?.number ?? null) : []
  const results = useRef<HTMLDivElement>(null)
  const drawn = useGrowing(asked, found.length)
  return (
    <div role="search" className={styles.find}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          results.current?.querySelector<HTMLElement>("[data-note]")?.focus()
        }}
      >
        <input
          aria-label={words.say("board.find")}
          placeholder={words.say("board.find")}
          type="search"
          dir={dirOf(asked)}
          enterKeyHint="search"
          className={styles.findField}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
        />
      </form>
      <p role="status" className={styles.hint}>
        {asked.trim() ? words.say("board.found", { count: found.length }) : ""}
      </p>
      {asked.trim() ? (
        <div ref={results}>
          <Notes stacks={found.slice(0, drawn).map((note) => [note])} />
          <Button kind="quiet" onClick={() => setAsked("")}>
            {words.say("board.find-clear")}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The numbered stubs of notes that were taken out of sight: that something stood here, and why, stays known. */
function Hidden({ canvas }: { canvas: Canvas }) {
  const words = useWords()
  const stubs = useSession((session) => [...session.hidden.values()].filter((stub) => stub.canvas === canvas))
  if (stubs.length === 0) return null
  return (
    <ul className={styles.stubs}>
      {stubs.map((stub) => (
        <li key={stub.noteId} className={styles.stub}>
          {words.say("board.hidden", { number: stub.number, reason: stub.reason })}
        </li>
      ))}
    </ul>
  )
}

function Aside({ canvas }: { canvas: Canvas }) {
  const words = useWords()
  const notes = useBoard((board) => asideNotes(board).filter((note) => note.canvas === canvas))
  const isFolded = useUi((ui) => ui.folded.has("aside"))
  const fold = useUi((ui) => ui.fold)
  if (notes.length === 0) return null
  return (
    <Fold
      title={words.say("board.aside")}
      count={words.say("common.notes", { count: notes.length })}
      isOpen={!isFolded}
      onToggle={(isOpen) => fold("aside", !isOpen)}
    >
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <OpenNote note={note} />
            <WhileOpen>
              <BringBack note={note} />
            </WhileOpen>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function BringBack({ note }: { note: Note }) {
  const words = useWords()
  const bringBack = useBringBack()
  return (
    <Button aria-label={`${words.say("commands.bring-back")}: ${note.text}`} onClick={() => bringBack(note)}>
      {words.say("commands.bring-back")}
    </Button>
  )
}
