// Every way a call may fail, as a closed list. A problem (RFC 9457) carries one `reason`; people read its sentence in their language.
export const REASONS = [
  "bad-json", "bad-body", "bad-import", "too-large", "not-found", "wrong-key", "wrong-code", "wrong-return-code", "door-shut", "too-many-tries",
  "ended", "not-host", "not-organiser", "not-allowed", "unknown-note", "unknown-seat", "unknown-stage", "not-your-note", "host-is-here", "nobody-asked",
  "no-timer", "wrong-method", "foreign-origin", "cannot-store", "unknown-format", "bug",
] as const
export type Reason = (typeof REASONS)[number]

/** RFC 9457. `title` is the sentence for the person, in the request's language; `fields` names what was wrong in a body. */
export type Problem = { type: "about:blank"; title: string; status: number; reason: Reason; fields?: { path: string; message: string }[] }

export const STATUS: Record<Reason, number> = {
  "bad-json": 400, "bad-body": 400, "bad-import": 400, "too-large": 413, "not-found": 404, "wrong-key": 401, "wrong-code": 404, "wrong-return-code": 404,
  "door-shut": 403, "too-many-tries": 429, ended: 409, "not-host": 403, "not-organiser": 403, "not-allowed": 403, "unknown-note": 404, "unknown-seat": 404,
  "unknown-stage": 404, "not-your-note": 403, "host-is-here": 409, "nobody-asked": 409, "no-timer": 409, "wrong-method": 405, "foreign-origin": 403,
  "cannot-store": 503, "unknown-format": 404, bug: 500,
}
