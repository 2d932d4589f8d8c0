// What the server writes into the page's shell, so that the app starts without asking first.
import type { Locale } from "./primitives.ts"
import type { OwnSeat } from "./seats.ts"

export type Boot = {
  workshopId: string
  seat: OwnSeat
  /** A Yjs client id leased to this seat for this page load only. */
  clientId: number
  /** The server's clock when the page was made (ms). */
  now: number
  /** Until when everything is kept (ms). */
  keepUntil: number
  language: Locale
  /** A screen without a seat: it shows the room screen and writes nothing; `seat` stands for nobody then. */
  isScreen?: true
  /** From each built-in question in the workshop's language to the same in this reader's; what a host wrote stands in its own words. */
  prompts: Record<string, string>
}

/** `GET /api/workshops/{id}/door` (any seat or the organiser): how others come in. `joinCode` is null while the door is shut. */
export type Door = { open: boolean; joinUrl: string; joinCode: string | null; /** An SVG of the QR code of `joinUrl`. */ qrSvg: string }

/** `GET /api/workshops/{id}/history?before=&until=&limit=`: the ledger in pages, newest first; anybody with a seat may read it. */
export type HistoryRow = { id: number; at: number; seat: string; kind: string; target: string; before: string | null; after: string | null }
export type HistoryPage = { rows: HistoryRow[]; next: number | null }

/** `POST /api/workshops/{id}/screen` (any seat or the organiser): a link for a computer that shows the room screen and has no seat. */
export type ScreenLink = { screenUrl: string }
