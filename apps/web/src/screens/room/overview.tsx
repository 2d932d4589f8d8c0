// The shared picture at a glance: at most twelve tiles, each with a name, a count and one voice. Themes, or options where the room is
// at the options.
import { useMemo, type ReactNode } from "react"
import { needsAnsweredBy, notesInTheme, piecesOf, type Note } from "@evenboard/board"
import type { Say } from "./cards.ts"
import { Fitted, type Layout } from "./fitted.tsx"
import { newsOf, optionsOn, type Held } from "./pages.ts"
import styles from "./room.module.css"
import { Both, useSpeech } from "./speech.tsx"
import { gathered, themeTiles, voiceLength, voiceOf } from "./tiles.ts"
import type { Live } from "./use-live.ts"

/** From the largest type down, in each from the widest tiles. The least is a hair above 4 % of the height. */
const SIZES = [1.9, 1.6, 1.35, 1.15, 1, 0.97]
const layouts = (columns: readonly number[]): readonly Layout[] => SIZES.flatMap((em) => columns.map((count) => ({ em, columns: count })))
const FEW = layouts([2, 3])
const MANY = layouts([3, 4])

type OverviewProps = { live: Live; known: Held["known"]; part: number; onParts: (parts: number) => void }

type Tile = {
  key: string
  name: ReactNode
  nameText: string
  notes: number
  voice: ReturnType<typeof voiceOf>
  news: number
  under: Say | null
}

export function Themes({ live: { board }, known, part, onParts }: OverviewProps) {
  const { shown, more } = useMemo(() => gathered(themeTiles(board), (tile) => tile.themeId === null), [board])
  const longest = voiceLength(shown.length + (more.length > 0 ? 1 : 0))
  const tiles = shown.map(({ themeId, title, aboutUs, notes }): Tile => {
    const members = notesInTheme(board, themeId, "needs")
    const ids = members.map((note) => note.id)
    return {
      key: themeId ?? "tray",
      name: title || <Both isLine say={(words) => words.say(aboutUs ? "common.about-us" : "common.not-grouped")} />,
      nameText: title ?? "",
      notes,
      voice: voiceOf(members, longest),
      news: newsOf(known, `theme:${themeId ?? ""}`, ids).length,
      under: null,
    }
  })
  const rest = more.reduce((sum, tile) => sum + tile.notes, 0)
  const gatheredTile: Tile[] = more.length === 0 ? [] : [restTile("room.more-themes", more.length, rest)]
  return <TileGrid tiles={[...tiles, ...gatheredTile]} part={part} onParts={onParts} />
}

/** An option's voice is one of its pieces, or a need it answers; its count the needs it answers. */
export function Options({ live: { board }, part, onParts }: OverviewProps) {
  const { shown, more } = useMemo(() => {
    const options = optionsOn(board).map((note) => ({ note, notes: needsAnsweredBy(board, note.id).length }))
    return gathered(options)
  }, [board])
  const longest = voiceLength(shown.length + (more.length > 0 ? 1 : 0))
  const tiles = shown.map(({ note, notes }): Tile => {
    const voices: readonly Note[] = piecesOf(board, note.id).length > 0 ? piecesOf(board, note.id) : needsAnsweredBy(board, note.id)
    const under: Say = (words) => words.say("room.answers", { count: notes })
    return { key: note.id, name: note.text, nameText: note.text, notes: 0, voice: voiceOf(voices, longest), news: 0, under }
  })
  const gatheredTile: Tile[] = more.length === 0 ? [] : [restTile("room.more-options", more.length, 0)]
  return <TileGrid tiles={[...tiles, ...gatheredTile]} part={part} onParts={onParts} />
}

const restTile = (id: "room.more-themes" | "room.more-options", count: number, notes: number): Tile => ({
  key: "more",
  name: <Both isLine say={(words) => words.say(id, { count })} />,
  nameText: `${count}`,
  notes,
  voice: null,
  news: 0,
  under: null,
})

function TileGrid({ tiles, part, onParts }: { tiles: readonly Tile[]; part: number; onParts: (parts: number) => void }) {
  const { first, second } = useSpeech()
  if (tiles.length === 0) return <Nothing />
  const items = tiles.map((tile) => ({ key: tile.key, node: <TileShown tile={tile} /> }))
  const content = [
    first.locale,
    second?.locale,
    ...tiles.map(({ key, nameText, notes, voice, news, under }) => [key, nameText, notes, voice?.words, news, under?.(first)].join(" ")),
  ].join("\n")
  return <Fitted flow="rows" layouts={tiles.length > 6 ? MANY : FEW} items={items} content={content} part={part} onParts={onParts} />
}

function TileShown({ tile: { name, notes, voice, news, under } }: { tile: Tile }) {
  const { first } = useSpeech()
  return (
    <div className={styles.tile}>
      <h2 className={styles.tileName} dir="auto">
        {notes > 0 ? (
          <span className={styles.count} dir={first.dir}>
            <span aria-hidden="true">{first.number(notes)}</span>
            <span className="unseen">{first.say("common.notes", { count: notes })}</span>
          </span>
        ) : null}
        {name}
      </h2>
      {under ? (
        <p>
          <Both isLine say={under} />
        </p>
      ) : null}
      {news > 0 ? (
        <p className={styles.new}>
          <Both isLine say={(words) => words.say("room.new-notes", { count: news })} />
        </p>
      ) : null}
      {voice ? (
        <p className={styles.voice} dir="auto" lang={voice.lang ?? undefined}>
          “{voice.words}
          {voice.isWhole ? "" : "…"}”
        </p>
      ) : null}
    </div>
  )
}

export function Nothing() {
  return (
    <p className={styles.nothing}>
      <Both say={(words) => words.say("room.nothing")} />
    </p>
  )
}
