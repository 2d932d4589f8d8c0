// The test's side of bad-disk.c: builds the library where there is a C compiler, and steers it through the mapped file.
import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const WHAT = { nothing: 0n, "writes fail": 1n, "an fsync fails": 2n } as const

export class BadDisk {
  readonly env: Record<string, string>
  readonly #folder: string
  readonly #file: number

  private constructor(folder: string) {
    this.#folder = folder
    const control = join(folder, "control")
    this.#file = openSync(control, "w+")
    this.#write(0, 0n, 0n, 0n)
    this.env = { LD_PRELOAD: join(folder, "bad-disk.so"), BAD_DISK_CONTROL: control }
  }

  /** Null on a machine without a C compiler or without LD_PRELOAD. */
  static build(): BadDisk | null {
    if (process.platform !== "linux") return null
    const folder = mkdtempSync(join(tmpdir(), "evenboard-disk-"))
    try {
      execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", join(folder, "bad-disk.so"), join(import.meta.dirname, "bad-disk.c"), "-ldl"])
      return new BadDisk(folder)
    } catch {
      rmSync(folder, { recursive: true })
      return null
    }
  }

  /** From now on: let `after` calls pass, then fail. */
  arm(what: Exclude<keyof typeof WHAT, "nothing">, after: number): void {
    this.#write(0, WHAT.nothing, BigInt(after), 0n)
    this.#write(0, WHAT[what])
  }

  heal(): void {
    this.#write(0, WHAT.nothing)
  }

  /** Calls that failed since it was armed. */
  get failures(): number {
    const bytes = Buffer.alloc(8)
    readSync(this.#file, bytes, 0, 8, 16)
    return Number(bytes.readBigInt64LE())
  }

  #write(at: number, ...numbers: bigint[]): void {
    const bytes = Buffer.alloc(8 * numbers.length)
    numbers.forEach((number, index) => bytes.writeBigInt64LE(number, index * 8))
    writeSync(this.#file, bytes, 0, bytes.length, at)
  }

  dispose(): void {
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true })
  }
}
