// What the file's schema and the session's own types must agree on. The compiler holds it: `tsc` fails here when they drift apart.
import { expectTypeOf, test } from "vitest"
import type { SessionEvent } from "@evenboard/session"
import type { ExportFile } from "./json-schema.ts"

type LogEvent = ExportFile["log"][number]
type WithoutUndefined<T> = T extends object ? { [K in keyof T]: WithoutUndefined<Exclude<T[K], undefined>> } : T

test("the log of a file has a place for every event of a session, and for no other", () => {
  expectTypeOf<LogEvent["type"]>().toEqualTypeOf<SessionEvent["type"]>()
  expectTypeOf<WithoutUndefined<SessionEvent>>().toExtend<WithoutUndefined<LogEvent>>()
})
