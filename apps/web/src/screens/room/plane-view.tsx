// Risks and opportunities as a plane: five words on each axis and numbered chips in its cells. What the numbers say stands on the pages
// after it.
import { cellsOf, type Note, type Place } from "@evenboard/board"
import { cellKey } from "../../matrix/entries.ts"
import { EFFECTS, effectInWords, LIKELY, likelyInWords } from "../../matrix/place-words.ts"
import { Shape } from "./card-pages.tsx"
import { Nothing } from "./overview.tsx"
import { matrixNotes } from "./pages.ts"
import styles from "./room.module.css"
import { Both, useRoomWords } from "./speech.tsx"
import type { Live } from "./use-live.ts"

/** As many chips as a cell holds at the smallest size; of more, the last place says how many. */
const MOST_CHIPS = 6

export function PlaneView({ live: { board, numberOf } }: { live: Live }) {
  const words = useRoomWords()
  if (matrixNotes(board).length === 0) return <Nothing />
  const { cells, unplaced } = cellsOf(board)
  const inCell = new Map(cells.map(({ place, notes }) => [cellKey(place), notes]))
  return (
    <div className={styles.planeBox}>
      <table className={styles.plane}>
        <thead>
          <tr>
            <td>{words.say("matrix.axis-likely")}</td>
            {EFFECTS.map((effect) => (
              <th key={effect} scope="col">
                {effectInWords(words, effect)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LIKELY.toReversed().map((likely) => (
            <tr key={likely}>
              <th scope="row">{likelyInWords(words, likely)}</th>
              {EFFECTS.map((effect) => (
                <Cell key={effect} place={{ likely, effect }} notes={inCell.get(cellKey({ likely, effect })) ?? []} numberOf={numberOf} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced.length > 0 ? (
        <p className={styles.unplaced}>
          <Both isLine say={(words) => `${words.say("matrix.unplaced")}: ${words.number(unplaced.length)}`} />
        </p>
      ) : null}
    </div>
  )
}

function Cell({ place, notes, numberOf }: { place: Place; notes: readonly Note[]; numberOf: Live["numberOf"] }) {
  const words = useRoomWords()
  const shown = notes.length > MOST_CHIPS ? notes.slice(0, MOST_CHIPS - 1) : notes
  const more = notes.length - shown.length
  return (
    <td data-side={place.effect < 0 ? "worries" : place.effect > 0 ? "hopes" : undefined}>
      <ul className={styles.chips}>
        {shown.map((note) => (
          <li key={note.id} className={styles.chip} data-kind={note.kind}>
            <Shape kind={note.kind} />
            {numberOf(note.id)}
          </li>
        ))}
        {more > 0 ? (
          <li className={styles.chip}>
            <span aria-hidden="true">{`+${words.number(more)}`}</span>
            <span className="unseen">{words.say("room.more-chips", { count: words.number(more) })}</span>
          </li>
        ) : null}
      </ul>
    </td>
  )
}
