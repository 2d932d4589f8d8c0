// A note, opened: its words, what became of them, and everything that can be done with it, each as a row in words.
import { lazy, useState, type ReactNode } from "react"
import { themeOf, type Note, type NoteId } from "@evenboard/board"
import { commandsOf, NOTE_COMMANDS, WAYS, type NoteCommand } from "../commands/registry.ts"
import { useCreditOf, useNameOf } from "../credit.ts"
import { Button } from "../ui/button.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { useShownKind } from "./shown-kind.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useMayWrite, usePeople, useSession } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { useCreditLine } from "./credit-line.ts"
import { ChangedWords } from "./changed-words.tsx"
import { NOTE_FORMS } from "./forms/note-forms.tsx"
import { NoteLinks } from "./note-links.tsx"
import { StackMembers } from "./stack-members.tsx"
import { Suggestions } from "./suggestions.tsx"
import { Lazily } from "../screens/shell/lazily.tsx"
import { useBringBack } from "./use-bring-back.ts"
import styles from "./note-sheet.module.css"

const NoteOutcome = lazy(() => import("./note-outcome.tsx"))

type NoteSheetProps = { id: NoteId; /** The command to begin with, or its key. */ at?: string | undefined; onClose: () => void }

export default function NoteSheet({ id, at, onClose }: NoteSheetProps) {
  const words = useWords()
  const note = useBoard((board) => board.notes.get(id) ?? null)
  const { number } = useCreditOf()(id)
  const [command, setCommand] = useState<NoteCommand | null>(() => NOTE_COMMANDS.find((one) => one === at || WAYS[one].key === at) ?? null)
  const commands = useCommands(note)
  const bringBack = useBringBack()
  const title = number === null ? words.say("board.note-title-new") : words.say("board.note-title", { number })
  if (!note) {
    return (
      <Sheet title={title} onClose={onClose}>
        <p>{words.say("board.no-more")}</p>
      </Sheet>
    )
  }
  const begin = (next: NoteCommand) => {
    if (next !== "bring-back") return setCommand(next)
    bringBack(note)
    onClose()
  }
  // A key may ask for what this note cannot do now: then the rows stand there.
  const Form = command && command !== "bring-back" && commands.includes(command) ? NOTE_FORMS[command] : null
  return (
    <Sheet title={title} onClose={onClose} stage={note.canvas}>
      <Words note={note} />
      {Form ? (
        <Form note={note} onDone={onClose} onBack={() => setCommand(null)} />
      ) : (
        <>
          <ChangedWords note={note} />
          <Suggestions note={note} onDone={onClose} />
          <Before note={note} />
          <StackMembers note={note} />
          <NoteLinks note={note} />
          <Lazily isQuiet>
            <NoteOutcome note={note} />
          </Lazily>
          {commands.length > 0 ? <Rows commands={commands} begin={begin} /> : null}
        </>
      )}
    </Sheet>
  )
}

function useCommands(note: Note | null): NoteCommand[] {
  const { facts, seats, me } = usePeople()
  const mayWrite = useMayWrite()
  const isPaused = useSession((session) => session.paused)
  const board = useBoardNow()
  if (!note) return []
  const fact = facts.get(note.id)
  // What I typed for somebody is theirs alone once they have a phone of their own.
  const isTypedByMe = fact ? fact.author === me.id || (fact.scribe === me.id && !seats.get(fact.author)?.device) : false
  return commandsOf({
    note,
    board: board(),
    mayWrite,
    isMine: fact ? fact.author === me.id : true,
    isTypedByMe,
    isPaused,
    isNumbered: fact !== undefined,
  })
}

function Words({ note }: { note: Note }) {
  const words = useWords()
  const credit = useCreditLine(note.id)
  const theme = useBoard((board) => themeOf(board, note))
  const kind = useShownKind(note)
  const standsIn = theme ? theme.title || words.say("common.about-us") : words.say("common.not-grouped")
  return (
    <div className={styles.paper} data-kind={kind}>
      <KindMark kind={kind} />
      <p className={styles.words} dir="auto" lang={note.lang ?? undefined}>
        {note.text}
      </p>
      <p className={styles.by}>{credit}</p>
      <p className={styles.by}>{words.say("board.stands-in", { theme: standsIn })}</p>
    </div>
  )
}

/** The first wording, when it is another now: it stays under every later edit. */
function Before({ note }: { note: Note }) {
  const words = useWords()
  const nameOf = useNameOf()
  const { facts } = usePeople()
  const fact = facts.get(note.id)
  const lines: ReactNode[] = []
  if (fact?.firstWording && fact.firstWording !== note.text) {
    lines.push(
      <p key="first">
        {words.say("board.first-wording")}: <q dir="auto">{fact.firstWording}</q>
      </p>,
    )
  }
  if (fact?.changedBy) lines.push(<p key="by">{words.say("board.changed-by", { name: nameOf(fact.changedBy) })}</p>)
  return lines.length > 0 ? <div className={styles.before}>{lines}</div> : null
}

function Rows({ commands, begin }: { commands: readonly NoteCommand[]; begin: (command: NoteCommand) => void }) {
  const words = useWords()
  return (
    <section>
      <h3 className={styles.heading}>{words.say("board.commands")}</h3>
      <ul className={styles.rows}>
        {commands.map((command) => (
          <li key={command}>
            <Button kind="row" keyName={WAYS[command].key} onClick={() => begin(command)}>
              {words.say(WAYS[command].name)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
