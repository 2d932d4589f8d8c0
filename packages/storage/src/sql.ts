// SQLite's one open file: its settings, the steps that make its tables, and statements prepared once. Synchronous, for the one thread
// that owns the file. Knows no table.
import Sqlite from "better-sqlite3"
import { STEPS } from "./schema.sql.ts"

/** Client ids are 53-bit; a lease takes some in a row. */
const CLIENT_ID_LIMIT = 2 ** 53

export class Sql {
  readonly #db: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement>()
  /** Where a lease of client ids may begin. */
  readonly randomId: () => number

  /** Opens or makes the file. Refuses one that a newer Evenboard wrote. */
  constructor(path: string, randomId: () => number = () => Math.floor(Math.random() * (CLIENT_ID_LIMIT - 64)) + 1) {
    this.randomId = randomId
    this.#db = new Sqlite(path)
    this.#db.pragma("journal_mode = WAL")
    this.#db.pragma("synchronous = FULL")
    this.#db.pragma("secure_delete = ON")
    this.#db.pragma("foreign_keys = ON")
    this.#db.pragma("busy_timeout = 5000")
    this.#migrate()
  }

  #migrate(): void {
    const version = this.#db.pragma("user_version", { simple: true }) as number
    if (version > STEPS.length)
      throw new Error(`This data was written by a newer Evenboard (version ${version}; this one knows ${STEPS.length}).`)
    this.write(() => {
      for (const step of STEPS.slice(version)) this.#db.exec(step)
      this.#db.pragma(`user_version = ${STEPS.length}`)
    })
  }

  /** A statement, prepared the first time. */
  of(text: string): Sqlite.Statement {
    let statement = this.#statements.get(text)
    if (!statement) this.#statements.set(text, (statement = this.#db.prepare(text)))
    return statement
  }

  /**
   * All of `work` as one transaction; an exception leaves nothing behind. Within another one no savepoint of its own: it would copy every
   * page it touches, and the outer one keeps all or none anyway.
   */
  write<T>(work: () => T): T {
    return this.#db.inTransaction ? work() : this.#db.transaction(work).immediate()
  }

  /** Sets the named columns; the names come from our own types, never from outside. */
  update(table: string, where: string, keys: Record<string, string>, change: Record<string, unknown>): void {
    const columns = Object.keys(change)
    if (columns.length === 0) return
    const sets = columns.map((column) => `"${column}" = @${column}`).join(", ")
    this.write(() => this.of(`UPDATE ${table} SET ${sets} WHERE ${where}`).run({ ...change, ...keys }))
  }

  /** Writes the write-ahead log into the file and empties it. Throws when the disk refuses. */
  checkpoint(): void {
    this.#db.pragma("wal_checkpoint(TRUNCATE)")
  }

  close(): void {
    this.#db.close()
  }
}
