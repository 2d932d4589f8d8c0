// The organiser's browser, let in to the pages to print. Their key travels in a header, which a page opened from a link cannot send; so the
// key buys a pass: a cookie for those pages only, good for some hours, that nobody can make without the instance's secret. It opens only
// what is read, it is bound to the workshop's key, and it dies with the workshop.
import { createHmac } from "node:crypto"
import type { WorkshopRow } from "@evenboard/storage"
import { isSecure, type Header } from "./asking.ts"
import type { Deps } from "./deps.ts"
import { sameHash } from "./keys.ts"

export const PASS_HOURS = 4

type PassDeps = Pick<Deps, "config" | "now" | "secret">
type Workshop = Pick<WorkshopRow, "id" | "organiserHash">

const cookieName = (id: string): string => `ebp_${id}`
const markOf = ({ secret }: PassDeps, { id, organiserHash }: Workshop, until: string): string =>
  createHmac("sha256", secret).update(`print.${id}.${organiserHash}.${until}`).digest("hex")

/** A Set-Cookie value. */
export function printPass(deps: PassDeps, workshop: Workshop, header: Header): string {
  const until = String(deps.now() + PASS_HOURS * 3_600_000)
  const secure = isSecure(header, deps.config) ? "; Secure" : ""
  const pass = `${until}.${markOf(deps, workshop, until)}`
  return `${cookieName(workshop.id)}=${pass}; Path=/w/${workshop.id}/print; HttpOnly; SameSite=Strict; Max-Age=${PASS_HOURS * 3600}${secure}`
}

export function hasPrintPass(deps: PassDeps, workshop: Workshop, header: Header): boolean {
  const [, until = "", mark = ""] =
    new RegExp(`(?:^|;\\s*)${cookieName(workshop.id)}=(\\d{1,15})\\.([0-9a-f]{64})(?:;|$)`).exec(header("cookie") ?? "") ?? []
  return Number(until) > deps.now() && sameHash(mark, markOf(deps, workshop, until))
}
