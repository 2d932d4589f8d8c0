import { expect, test } from "vitest"
import type { SessionEvent, SessionEventBody } from "@evenboard/session"
import { auditedLines } from "./audit.ts"

const logOf = (...bodies: SessionEventBody[]): SessionEvent[] => bodies.map((body, i) => ({ seq: i + 1, at: i, by: "organiser", ...body }))

test("of the log those acts stand that touch what people said and who may read it", () => {
  const events = logOf(
    { type: "door-opened" },
    { type: "exported", format: "html" },
    { type: "stage-moved", to: "options" },
    { type: "erased", words: true },
    { type: "link-rotated" },
    { type: "access-contact", named: true },
    { type: "access-link" },
    { type: "access-read" },
  )
  const lines = events.map(({ seq, at, type }) => ({ seq, at, sentence: type }))
  expect(auditedLines(lines, events).map(({ sentence }) => sentence)).toEqual([
    "exported",
    "erased",
    "link-rotated",
    "access-contact",
    "access-link",
    "access-read",
  ])
})
