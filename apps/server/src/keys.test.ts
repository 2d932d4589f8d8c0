import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import {
  hashKey,
  hashReturnCode,
  joinKey,
  newId,
  newJoinCode,
  newKey,
  newReturnCode,
  openSecret,
  randomBelow,
  sameHash,
  tidyJoinCode,
  tidyReturnCode,
} from "./keys.ts"
import { RETURN_WORDS } from "./return-words.ts"

const secret = new Uint8Array(32).fill(7)

test("keys are 22 characters of base62 and hold all 128 bits", () => {
  expect(newKey(() => new Uint8Array(16).fill(255))).toBe("7n42DGM5Tflk9n8mt7Fhc7")
  expect(newKey(() => new Uint8Array(16))).toBe("0".repeat(22))
  expect(new Set(Array.from({ length: 1000 }, () => newKey(randomBytes))).size).toBe(1000)
  expect(newId(randomBytes)).toMatch(/^[0-9A-Za-z]{16}$/)
})

test("the join key changes with the secret, the workshop and the generation, and with nothing else", () => {
  const key = joinKey(secret, "workshop1", 1)
  expect(key).toMatch(/^[0-9A-Za-z]{22}$/)
  expect(joinKey(secret, "workshop1", 1)).toBe(key)
  expect(
    new Set([key, joinKey(secret, "workshop1", 2), joinKey(secret, "workshop2", 1), joinKey(new Uint8Array(32), "workshop1", 1)]).size,
  ).toBe(4)
})

test("two hashes are the same only when every character is", () => {
  expect(sameHash(hashKey("a"), hashKey("a"))).toBe(true)
  expect(sameHash(hashKey("a"), hashKey("b"))).toBe(false)
  expect(sameHash("", "")).toBe(false)
  expect(sameHash(hashKey("a"), hashKey("a").slice(2))).toBe(false)
})

test("a random number below a bound drops the values that would favour the small ones", () => {
  const fed = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 5]
  let at = 0
  expect(randomBelow(1_000_000, (n) => new Uint8Array(fed.slice(at, (at += n))))).toBe(5)
})

test("a join code is six digits, and is read as people type it", () => {
  expect(newJoinCode(() => new Uint8Array([0, 0, 0, 42]))).toBe("000042")
  expect(tidyJoinCode(" 123-456 ")).toBe("123456")
  expect(tidyJoinCode("١٢٣ ٤٥٦")).toBe("123456")
  expect(tidyJoinCode("۱۲۳۴۵۶")).toBe("123456")
})

test("the words of return codes are 1,024, short, plain, and none twice", () => {
  expect(RETURN_WORDS.length).toBe(1024)
  expect(new Set(RETURN_WORDS).size).toBe(1024)
  for (const word of RETURN_WORDS) expect(word).toMatch(/^[a-z]{3,8}$/)
})

test("a return code is three words of the list, and is read as people type it", () => {
  const words = newReturnCode(randomBytes).split(" ")
  expect(words).toHaveLength(3)
  for (const word of words) expect(RETURN_WORDS).toContain(word)
  expect(tidyReturnCode("  Amber, RIVER-moon. ")).toBe("amber river moon")
})

test("a return code's hash differs by workshop and by secret, and forgives how it was typed", async () => {
  const hash = await hashReturnCode(secret, "w1", "amber river moon")
  expect(await hashReturnCode(secret, "w1", "Amber River  Moon")).toBe(hash)
  expect(await hashReturnCode(secret, "w2", "amber river moon")).not.toBe(hash)
  expect(await hashReturnCode(new Uint8Array(32), "w1", "amber river moon")).not.toBe(hash)
})

test("the instance secret is made once, for the owner's eyes only, and stays", async () => {
  const dir = await mkdtemp(join(tmpdir(), "evenboard-"))
  try {
    const first = await openSecret(join(dir, "data"), randomBytes)
    expect(first).toHaveLength(32)
    expect((await stat(join(dir, "data/secret"))).mode & 0o777).toBe(0o600)
    expect(await openSecret(join(dir, "data"), randomBytes)).toEqual(first)
    expect(await readFile(join(dir, "data/secret"), "utf8")).toHaveLength(64)
    await writeFile(join(dir, "data/secret"), "short")
    await expect(openSecret(join(dir, "data"), randomBytes)).rejects.toThrow("64 hexadecimal digits")
  } finally {
    await rm(dir, { recursive: true })
  }
})
