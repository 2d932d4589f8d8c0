// Seats and facts as other people may see them, and the people frames that carry them. Pure.
import type { NoteFact, PublicSeat } from "@evenboard/api"
import type { SeatRow } from "@evenboard/storage"
import type { Fact } from "@evenboard/sync"

/** A name leaves the server only when its owner shows it. */
export const publicSeat = (seat: SeatRow): PublicSeat => ({
  id: seat.id,
  guest: seat.guest,
  name: seat.showName && seat.name !== "" ? seat.name : null,
  table: seat.table,
  device: seat.device,
})

export const publicFact = ({ noteId, number, author, scribe, firstWording, changes, changedBy }: Fact): NoteFact => ({
  id: noteId,
  number,
  author,
  scribe,
  firstWording,
  changes,
  changedBy,
})
