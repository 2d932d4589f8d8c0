// The acts that people must be able to check, of all that the log tells: who took files away, took out of sight, deleted, made new links,
// read what people need, removed or ended. Names of events that this version does not know are told by newer servers.
import type { LogLine } from "@evenboard/log"
import type { SessionEvent } from "@evenboard/session"

const AUDITED: ReadonlySet<string> = new Set([
  "opened",
  "imported",
  "exported",
  "note-hidden",
  "note-restored",
  "person-removed",
  "person-returned",
  "name-taken-out",
  "erased",
  "link-rotated",
  "access-contact",
  "access-link",
  "access-read",
  "kept-until",
  "ended",
])

export function auditedLines(lines: readonly LogLine[], events: readonly SessionEvent[]): LogLine[] {
  const audited = new Set(events.filter(({ type }) => AUDITED.has(type)).map(({ seq }) => seq))
  return lines.filter(({ seq }) => audited.has(seq))
}
