// One page of the board as it stood: its themes and notes as a plain list, each with a way to bring it back where it differs from today.
import { memo, useMemo, type ReactNode } from "react"
import {
  actionsOf,
  agreementsInOrder,
  asideNotes,
  facesInTheme,
  TAKEN_BACK,
  themesOn,
  type Board,
  type Canvas,
  type Note,
} from "@evenboard/board"
import { commandsToRestore, type Restorable } from "@evenboard/board/restore"
import { NoteWords } from "../../became/note-words.tsx"
import { useGrowing } from "../../list/use-growing.ts"
import { placeInWords } from "../../matrix/place-words.ts"
import { Button } from "../../ui/button.tsx"
import { usePeople, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import styles from "./play-back.module.css"

export const PAGES = ["needs", "options", "matrix", "agree"] as const
export type PageThen = (typeof PAGES)[number]

/** `onRestore` null: nothing can be changed now. */
type Restore = ((what: Restorable) => void) | null
type BoardThenProps = { then: Board; /** To compare with. */ now: Board; page: PageThen; onRestore: Restore }

export function BoardThen({ page, ...boards }: BoardThenProps) {
  return page === "agree" ? <Agreed then={boards.then} /> : <PageAsItStood canvas={page} {...boards} />
}

function PageAsItStood({ then, now, canvas, onRestore }: Omit<BoardThenProps, "page"> & { canvas: Canvas }) {
  const words = useWords()
  const themes = themesOn(then, canvas)
  const differs = (what: Restorable) => commandsToRestore(now, then, what).commands.length > 0
  const aside = asideNotes(then).filter((note) => note.canvas === canvas)
  const groups = [null, ...themes].map((theme) => ({ theme, stacks: facesInTheme(then, theme?.id ?? null, canvas) }))
  const isEmpty = themes.length === 0 && groups.every(({ stacks }) => stacks.length === 0)
  return (
    <>
      {isEmpty ? (
        <p>{words.say("history.empty")}</p>
      ) : (
        <PageBack isOther={differs({ canvas })} onRestore={onRestore && (() => onRestore({ canvas }))} />
      )}
      {groups.map(({ theme, stacks }) =>
        theme === null && stacks.length === 0 ? null : (
          <section key={theme?.id ?? ""} className={styles.theme}>
            <h3 className={styles.name}>
              <bdi>{theme ? theme.title || words.say("common.about-us") : words.say("common.not-grouped")}</bdi>
            </h3>
            {theme && onRestore && differs({ theme: theme.id }) ? (
              <Button onClick={() => onRestore({ theme: theme.id })}>
                {words.say("history.restore-theme")}
                <span className="unseen">{theme.title}</span>
              </Button>
            ) : null}
            <Notes notes={stacks.flatMap(({ members }) => members)} then={then} now={now} onRestore={onRestore}>
              {(note) => {
                const stack = stacks.find(({ face }) => face === note)
                return stack && stack.members.length > 1 ? words.say("history.same", { count: stack.members.length - 1 }) : null
              }}
            </Notes>
          </section>
        ),
      )}
      {aside.length > 0 ? (
        <section className={styles.theme}>
          <h3 className={styles.name}>{words.say("history.aside")}</h3>
          <Notes notes={aside} then={then} now={now} onRestore={null}>
            {({ aside: why }) =>
              why && words.say("board.aside-because", { reason: why.reason === TAKEN_BACK ? words.say("board.taken-back") : why.reason })
            }
          </Notes>
        </section>
      ) : null}
      <OutOfSight canvas={canvas} />
    </>
  )
}

function PageBack({ isOther, onRestore }: { isOther: boolean; onRestore: (() => void) | null }) {
  const words = useWords()
  if (!isOther) return <p className={styles.quiet}>{words.say("history.as-now")}</p>
  return onRestore ? (
    <div>
      <Button kind="main" onClick={onRestore}>
        {words.say("history.restore-page")}
      </Button>
    </div>
  ) : null
}

type NotesProps = {
  notes: readonly Note[]
  then: Board
  now: Board
  onRestore: Restore
  /** A quiet line under a note. */ children: (note: Note) => ReactNode
}

/** The first at once, more with each picture, so that a step never waits for a long page. */
function Notes({ notes, then, now, onRestore, children }: NotesProps) {
  const drawn = useGrowing("", notes.length)
  const others = useMemo(
    () => new Set(notes.filter(({ id }) => commandsToRestore(now, then, { note: id }).commands.length > 0).map(({ id }) => id)),
    [notes, then, now],
  )
  return (
    <ul className={styles.notes}>
      {notes.slice(0, drawn).map((note) => (
        <NoteThen key={note.id} note={note} line={children(note)} onRestore={others.has(note.id) ? onRestore : null} />
      ))}
    </ul>
  )
}

const NoteThen = memo(function NoteThen({ note, line, onRestore }: { note: Note; line: ReactNode; onRestore: Restore }) {
  const words = useWords()
  const number = usePeople().facts.get(note.id)?.number ?? null
  return (
    <li className={styles.note}>
      <div className={styles.paper}>
        <NoteWords note={note} isCredited />
      </div>
      {note.canvas === "matrix" ? <p className={styles.quiet}>{placeInWords(words, note.place)}</p> : null}
      {line ? <p className={styles.quiet}>{line}</p> : null}
      {onRestore ? (
        <div>
          <Button kind="quiet" onClick={() => onRestore({ note: note.id })}>
            {words.say("history.restore-note")}
            {number === null ? null : <span className="unseen">{words.say("common.note-number", { number })}</span>}
          </Button>
        </div>
      ) : null}
    </li>
  )
})

/** They stand at no time, whatever the time: only that they were, and why they went. */
function OutOfSight({ canvas }: { canvas: Canvas }) {
  const words = useWords()
  const stubs = useSession((session) => [...session.hidden.values()].filter((stub) => stub.canvas === canvas))
  if (stubs.length === 0) return null
  return (
    <ul className={styles.notes}>
      {stubs.map(({ noteId, number, reason }) => (
        <li key={noteId} className={styles.stub}>
          {words.say("board.hidden", { number, reason })}
        </li>
      ))}
    </ul>
  )
}

/** Sentences are put back one by one where what happened tells of them. */
function Agreed({ then }: { then: Board }) {
  const words = useWords()
  const agreements = agreementsInOrder(then)
  const actions = [null, ...agreements.map(({ id }) => id)].flatMap((id) => actionsOf(then, id))
  if (agreements.length + actions.length === 0) return <p>{words.say("history.empty")}</p>
  return (
    <>
      <ul className={styles.notes}>
        {agreements.map(({ id, text }) => (
          <li key={id} className={styles.sentence} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {actions.length > 0 ? (
        <section className={styles.theme}>
          <h3 className={styles.name}>{words.say("history.to-do")}</h3>
          <ul className={styles.notes}>
            {actions.map(({ id, text, who }) => (
              <li key={id} className={styles.sentence} dir="auto">
                {[text, who].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
