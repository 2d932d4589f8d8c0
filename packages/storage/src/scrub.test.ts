import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Sqlite from "better-sqlite3"
import { afterAll, expect, test } from "vitest"
import { scrubPages } from "./scrub.ts"

const folder = mkdtempSync(join(tmpdir(), "evenboard-scrub-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** Many rows of odd lengths, written in no order, so that pages split; then every second one is deleted. */
function halfDeleted(path: string): Sqlite.Database {
  const db = new Sqlite(path)
  db.pragma("secure_delete = ON")
  db.exec("CREATE TABLE words (id INTEGER PRIMARY KEY, said TEXT NOT NULL); CREATE INDEX bySaid ON words (said)")
  const insert = db.prepare("INSERT INTO words (id, said) VALUES (?, ?)")
  const fill = db.transaction(() => {
    for (let count = 0; count < 4000; count += 1) {
      const id = (count * 1237) % 4001
      insert.run(id, `${id % 2 ? "SECRET" : "stays"}${id} ${"x".repeat((count * 31) % 900)}`)
    }
  })
  fill()
  db.exec("DELETE FROM words WHERE id % 2 = 1")
  return db
}
const has = (path: string): boolean => readFileSync(path).includes("SECRET")

test("what SQLite leaves of deleted rows is gone after going over the file in parts, and nothing else", () => {
  const path = join(folder, "words.db")
  const db = halfDeleted(path)
  const stays = db.prepare("SELECT count(*) AS n, sum(length(said)) AS chars FROM words").get()
  db.close()
  expect(has(path)).toBe(true) // the day SQLite clears these itself, this file can go
  let parts = 0
  for (let at: number | null = 0; at !== null; parts += 1) at = scrubPages(path, at, 100)
  expect(parts).toBeGreaterThan(2)
  expect(has(path)).toBe(false)
  const again = new Sqlite(path)
  expect(again.pragma("integrity_check", { simple: true })).toBe("ok")
  expect(again.prepare("SELECT count(*) AS n, sum(length(said)) AS chars FROM words").get()).toEqual(stays)
  again.close()
})
