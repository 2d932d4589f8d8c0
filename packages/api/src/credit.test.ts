import { expect, test } from "vitest"
import { initialsOf } from "./credit.ts"

test.each([
  ["Rosa", "R."],
  ["rosa garcía-lópez", "R. G. L."],
  ["  Élodie  van der Berg ", "É. V. D."],
  ["سلمى حسن", "س. ح."],
  ["Ελένη Παπαδοπούλου", "Ε. Π."],
  ["王小明", "王."],
  ["नेहा शर्मा", "ने. श."],
  ["(Tom)", "T."],
  ["🌻 Rose", "R."],
  ["42", ""],
  ["", ""],
])("the initials of %j are %j", (name, initials) => expect(initialsOf(name)).toBe(initials))
