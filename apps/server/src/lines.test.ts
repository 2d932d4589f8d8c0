import { expect, test } from "vitest"
import { COMINGS, Lines, MOST_LINES } from "./lines.ts"

function desk() {
  let time = 0
  const lines = new Lines(() => time)
  const ended: string[] = []
  const come = (whose: string, name: string): (() => void) => lines.add(whose, () => void ended.push(name))
  return { lines, ended, come, later: (ms: number) => void (time += ms) }
}

test("of more lines than one seat needs the oldest ends, and nobody else's", () => {
  const { come, ended } = desk()
  come("sam", "sam's")
  for (let n = 0; n < MOST_LINES; n++) come("rosa", `rosa ${n}`)
  expect(ended).toEqual([])
  come("rosa", "one more")
  expect(ended).toEqual(["rosa 0"])
})

test("a line that has gone counts no more, and one that was ended counts once", () => {
  const { come, ended } = desk()
  for (let n = 0; n < MOST_LINES * 3; n++) come("rosa", `gone ${n}`)()
  expect(ended).toEqual([])
  const first = come("rosa", "first")
  for (let n = 0; n < MOST_LINES; n++) come("rosa", `stays ${n}`)
  expect(ended).toEqual(["first"])
  first()
  come("rosa", "one more")
  expect(ended).toEqual(["first", "stays 0"])
})

test("one seat opens many lines at once, and then ten a second; another seat is not told to wait for that", () => {
  const { lines, later } = desk()
  const coming = () => lines.mayCome("rosa")
  for (let n = 0; n < COMINGS.atOnce; n++) expect(coming()).toBe(true)
  expect([coming(), lines.mayCome("sam")]).toEqual([false, true])
  later(100)
  expect([coming(), coming()]).toEqual([true, false])
})

test("who has not come for long is forgotten", () => {
  const { lines, later } = desk()
  for (let n = 0; n < 5000; n++) lines.mayCome(`seat ${n}`)
  later(COMINGS.atOnce * 1000)
  lines.mayCome("rosa")
  expect(lines.known).toBe(1)
})

test("many screens may show one link", () => {
  expect(MOST_LINES).toBeGreaterThanOrEqual(200)
})
