// How others come in: the join link, its QR code and the six digits. The session log says whether the door is open; the code in the store
// follows it (`settleDoor`), so a code that lags behind lets nobody through a shut door.
import { generate } from "lean-qr"
import { toSvgSource } from "lean-qr/extras/svg"
import type { Door } from "@evenboard/api"
import type { WorkshopRow } from "@evenboard/storage"
import type { Deps } from "./deps.ts"
import { hashKey, joinKey, newJoinCode } from "./keys.ts"

type DoorDeps = Pick<Deps, "store" | "live" | "random" | "secret">
/** Of a million codes, this many draws in a row only fail when nearly all are taken. */
const DRAWS = 20

export const joinUrlOf = (origin: string, secret: Uint8Array, row: Pick<WorkshopRow, "id" | "joinGeneration">): string =>
  `${origin}/j/${joinKey(secret, row.id, row.joinGeneration)}`

/** Six digits that no open door has now. */
export async function drawCode({ store, random }: Pick<Deps, "store" | "random">): Promise<string> {
  for (let i = 0; i < DRAWS; i++) {
    const code = newJoinCode(random)
    if ((await store.workshopByJoinCode(code)) === null) return code
  }
  throw new Error("no free join code")
}

/** Gives an open door a code and takes it from a shut one. Returns the row as it stands then. */
export async function settleDoor(deps: DoorDeps, row: WorkshopRow): Promise<{ open: boolean; row: WorkshopRow }> {
  const { session } = await deps.live.now(row.id)
  const open = session.doorOpen && !session.ended
  if (open === (row.joinCode !== null)) return { open, row }
  const joinCode = open ? await drawCode(deps) : null
  await deps.store.updateWorkshop(row.id, { joinCode })
  return { open, row: { ...row, joinCode } }
}

export async function doorOf(deps: DoorDeps, workshop: WorkshopRow, origin: string): Promise<Door> {
  const { open, row } = await settleDoor(deps, workshop)
  const joinUrl = joinUrlOf(origin, deps.secret, row)
  return { open, joinUrl, joinCode: row.joinCode, qrSvg: qrSvgOf(joinUrl) }
}

/** Dark on white with its quiet zone, in both themes: cameras want it so. */
export const qrSvgOf = (url: string): string => toSvgSource(generate(url), { on: "#000", off: "#fff", pad: 4, xmlDeclaration: false })

/** The old link, its QR code and the code stop working; people inside stay. */
export async function rotateLink(deps: DoorDeps, row: WorkshopRow): Promise<WorkshopRow> {
  const joinGeneration = row.joinGeneration + 1
  const change = {
    joinGeneration,
    joinHash: hashKey(joinKey(deps.secret, row.id, joinGeneration)),
    joinCode: row.joinCode === null ? null : await drawCode(deps),
  }
  await deps.store.updateWorkshop(row.id, change)
  return { ...row, ...change }
}

/** Somebody is guessing: every code on this server is drawn anew. */
export async function redrawCodes(deps: Pick<Deps, "store" | "random">): Promise<void> {
  for (const id of await deps.store.workshopsWithCode()) await deps.store.updateWorkshop(id, { joinCode: await drawCode(deps) })
}
