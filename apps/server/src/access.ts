// What people need so that they can take part, and who reads it. Owns when it is asked, whose each answer is, how many there may be and
// until when they are kept; knows no HTTP. Nothing of it is in memory, events, Doc or export: each call reads the one table.
import type { AccessContact, ContactView, OrganiserAccess, SayNeed } from "@evenboard/api"
import type { AccessContactRow, AccessNeedRow, WorkshopRow } from "@evenboard/storage"
import type { Deps, Result } from "./deps.ts"
import { newId } from "./keys.ts"
import { cleared } from "./scrubbed.ts"

/** More than any workshop has people; a program that floods stops here. */
export const MOST_NEEDS = 1000

type AccessDeps = Pick<Deps, "store" | "now">
/** A seat, or who has the key that was given with the answer (its hash). */
export type Whose = { seat: string } | { keyHash: string }

/** Null: nobody is named, or the date has come, so nothing is asked and no link opens anything. */
export async function contactRow({ store, now }: AccessDeps, workshopId: string): Promise<AccessContactRow | null> {
  const row = await store.accessContact(workshopId)
  return row && row.deleteAt > now() ? row : null
}

/** What everybody may know of who reads it. */
export async function contactOf(deps: AccessDeps, workshopId: string): Promise<AccessContact | null> {
  const row = await contactRow(deps, workshopId)
  return row && publicContact(row)
}
const publicContact = ({ name, reach, deleteAt }: AccessContactRow): AccessContact => ({ name, reach, deleteAt })

/** How it stands, for the organiser and the contact: never what anybody said. */
export async function accessNow(deps: AccessDeps, workshopId: string): Promise<OrganiserAccess> {
  const row = await contactRow(deps, workshopId)
  const needs = await needsOf(deps, workshopId)
  const readAt = row?.readAt ?? null
  const unread = needs.filter(({ at }) => readAt === null || at > readAt).length
  return { contact: row && publicContact(row), said: needs.length, unread, readAt, hasLink: row?.keyHash != null }
}

/** Null where nobody reads it any more. */
export async function contactView(deps: AccessDeps, workshopId: string, title: string): Promise<ContactView | null> {
  const { contact, said, unread, readAt } = await accessNow(deps, workshopId)
  return contact && { title, contact, said, unread, readAt }
}

/** What was said, without whose it is. */
export const needIn = ({ words, language, supporter, reach }: AccessNeedRow): SayNeed => ({ words, language, supporter, reach })

/** All that is still kept, oldest first. The purge may be an hour late, a reader never is. */
export async function needsOf({ store, now }: AccessDeps, workshopId: string): Promise<AccessNeedRow[]> {
  return (await store.accessNeeds(workshopId)).filter(({ deleteAt }) => deleteAt > now())
}

export async function needOf(deps: AccessDeps, workshopId: string, whose: Whose): Promise<AccessNeedRow | null> {
  return (await needsOf(deps, workshopId)).find((need) => isOf(need, whose)) ?? null
}

const isOf = (need: AccessNeedRow, whose: Whose): boolean =>
  "seat" in whose ? need.seat === whose.seat : need.keyHash !== null && need.keyHash === whose.keyHash

/** Says it, or says it anew: then it is kept until the date that is told now. */
export async function sayNeed(
  deps: AccessDeps & Pick<Deps, "random">,
  { id }: Pick<WorkshopRow, "id">,
  whose: Whose,
  said: SayNeed,
): Promise<Result<AccessNeedRow>> {
  const { store, now, random } = deps
  const contact = await contactOf(deps, id)
  if (!contact) return { ok: false, reason: "not-found" }
  const rows = await store.accessNeeds(id)
  const before = rows.find((need) => isOf(need, whose))
  if (!before && rows.length >= MOST_NEEDS) return { ok: false, reason: "too-many-tries" }
  const own = before ?? { id: newId(random), seat: "seat" in whose ? whose.seat : null, keyHash: "keyHash" in whose ? whose.keyHash : null }
  const { words, language, supporter, reach } = said
  const row = { id: own.id, seat: own.seat, keyHash: own.keyHash, words, language, supporter, reach, at: now(), deleteAt: contact.deleteAt }
  await store.putAccessNeed(id, row)
  if (before) await cleared(store)
  return { ok: true, value: row }
}

/** Gone, also from what the file keeps of deleted rows. Says whether there was one. */
export async function takeNeedBack(deps: AccessDeps, workshopId: string, whose: Whose): Promise<boolean> {
  const { store } = deps
  const need = (await store.accessNeeds(workshopId)).find((row) => isOf(row, whose))
  if (!need) return false
  await store.deleteAccessNeed(workshopId, need.id)
  await cleared(store)
  return true
}

/**
 * What was said with this key before its owner joined is that seat's from now on, unless the seat has said something of its own. With
 * `keepsLink` false the key opens nothing any more: who knows it besides its owner is unknown where it came as a link.
 */
export async function bringNeed(
  { store }: Pick<Deps, "store">,
  { id }: Pick<WorkshopRow, "id">,
  whose: { keyHash: string; seat: string },
  keepsLink: boolean,
): Promise<boolean> {
  const { keyHash, seat } = whose
  const rows = await store.accessNeeds(id)
  const need = rows.find((row) => row.keyHash === keyHash)
  if (!need || need.seat !== null || rows.some((row) => row.seat === seat)) return false
  await store.putAccessNeed(id, { ...need, seat, keyHash: keepsLink ? keyHash : null })
  return true
}

/** Nobody reads it any more: all of it goes. */
export async function nobodyReads({ store }: Pick<Deps, "store">, workshopId: string): Promise<void> {
  await store.forgetAccessContact(workshopId)
  await cleared(store)
}
