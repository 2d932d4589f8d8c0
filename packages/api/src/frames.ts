// What the evenboard.1 subprotocol says beside plain y-websocket: message types, and the JSON inside two of them.
// The bytes are written and read by sync; docs/PROTOCOL.md says it as prose.
import type { PublicSeat } from "./seats.ts"

/** What the server knows about a note that the doc must not claim: its number, whose it is, and the author's first words. */
export type NoteFact = {
  id: string
  number: number
  /** The seat whose words these are. */
  author: string
  /** The seat that typed them, when it was another. */
  scribe: string | null
  /** Absent while nothing was changed since: then it is what the note says, and a hall need not hear everything twice. */
  firstWording?: string
  /** How often the words were changed since. */
  changes: number
  /** The seat that last changed the words, when it was not the author; what they were before stands in the history. */
  changedBy: string | null
}

/** People frame (type 123). A first frame has `whole: true` and everything; later ones only what changed. */
export type PeopleFrame = {
  whole: boolean
  seats: PublicSeat[]
  facts: NoteFact[]
  /** Seat ids with a live socket now; absent when unchanged. */
  here?: string[]
}
