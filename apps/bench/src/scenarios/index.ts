// All scenarios, in the order they run and are reported.
import { cutting } from "./cutting.ts"
import { joining } from "./joining.ts"
import { killing } from "./killing.ts"
import { presence } from "./presence.ts"
import { rooms } from "./rooms.ts"
import type { Scenario } from "./scenario.ts"
import { stuck } from "./stuck.ts"
import { typing } from "./typing.ts"

export const SCENARIOS: readonly Scenario[] = [
  typing(100),
  typing(300),
  presence(100),
  presence(300),
  joining,
  rooms,
  killing,
  stuck,
  cutting,
]
