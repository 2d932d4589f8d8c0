// Every secret of ours: how it is made, hashed and compared. Owns no storage and no HTTP; randomness is an argument.
//
// organiser key, seat key,
// contact key               128 random bits, base62 (22 characters); the database holds their SHA-256
// join key                  made from the instance secret, the workshop and its generation, so that a host can show the link again
//                           though the database holds only its hash; a new generation makes every older link useless
// screen key                made likewise, for a screen without a seat (screens.ts); it only looks
// join code                 six digits to say aloud; no secret by itself: only good while the door is open, and guesses are limited
// return code               three plain words, 30 bits; see `hashReturnCode`
import { createHash, createHmac, scrypt, timingSafeEqual } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { RETURN_WORDS } from "./return-words.ts"

export type Random = (bytes: number) => Uint8Array

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const KEY_BYTES = 16
const KEY_LENGTH = 22 // 62^22 > 2^128
const ID_LENGTH = 16

/** Base62, so that no mail or chat program cuts a key off at a dash. */
function base62(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`)
  let out = ""
  for (let i = 0; i < length; i++) {
    out = DIGITS.charAt(Number(rest % 62n)) + out
    rest /= 62n
  }
  return out
}

/** A number from 0 to `below` − 1, every one equally likely. `below` at most 2^31. */
export function randomBelow(below: number, random: Random): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below
  for (;;) {
    const n = Buffer.from(random(4)).readUInt32BE(0)
    if (n < limit) return n % below
  }
}

export const newKey = (random: Random): string => base62(random(KEY_BYTES), KEY_LENGTH)
/** Ids are no secrets: 16 characters of 95 bits. */
export const newId = (random: Random): string => base62(random(KEY_BYTES), ID_LENGTH)

/** The same id for the same parts: what is asked again is found again. */
export const idFrom = (...parts: string[]): string =>
  base62(createHash("sha256").update(parts.join("\n")).digest().subarray(0, KEY_BYTES), ID_LENGTH)

export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex")
/** Compares two hex hashes without telling, by time, how much of them agrees. */
export function sameHash(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a, "hex"), Buffer.from(b, "hex")]
  return x.length === y.length && x.length > 0 && timingSafeEqual(x, y)
}

export function joinKey(secret: Uint8Array, workshopId: string, generation: number): string {
  return base62Key(createHmac("sha256", secret).update(`${workshopId}.${generation}`).digest())
}
/** A key of 128 bits out of the beginning of a longer digest. */
export const base62Key = (digest: Uint8Array): string => base62(digest.subarray(0, KEY_BYTES), KEY_LENGTH)

export const newJoinCode = (random: Random): string => String(randomBelow(1_000_000, random)).padStart(6, "0")
/** "123 456", "123-456" and digits of other scripts are the same code. */
export const tidyJoinCode = (typed: string): string => latinDigits(typed).replace(/[^0-9]/g, "")
/** Arabic-Indic and Persian digits, as an Arabic keyboard types them. */
const latinDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

export function newReturnCode(random: Random): string {
  return Array.from({ length: 3 }, () => RETURN_WORDS[randomBelow(RETURN_WORDS.length, random)]).join(" ")
}
/** Capitals, dashes, commas and spare spaces do not matter. */
export const tidyReturnCode = (typed: string): string =>
  typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(" ")

/**
 * The code alone must find its seat, so the salt is the workshop's, not the seat's: one slow hash, then a look-up by equality.
 * The salt is made with the instance secret, which does not lie in the database: who has only the database cannot guess at all; who
 * has both pays about 25 ms and 16 MiB a guess, 2^30 guesses a workshop (ten months on one core). Over the network guesses are limited to
 * five an hour for each seat of the workshop (limits.ts), which makes a hit in a workshop of forty one in a hundred thousand an hour.
 */
export async function hashReturnCode(secret: Uint8Array, workshopId: string, code: string): Promise<string> {
  const salt = createHmac("sha256", secret).update(`return.${workshopId}`).digest()
  return new Promise((resolve, reject) =>
    scrypt(tidyReturnCode(code), salt, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, hash) =>
      error ? reject(error) : resolve(hash.toString("hex")),
    ),
  )
}

/** The instance secret: 32 bytes beside the database, made on the first start and readable only by the server's own account. */
export async function openSecret(dataDir: string, random: Random): Promise<Uint8Array> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, "secret")
  try {
    await writeFile(path, Buffer.from(random(32)).toString("hex"), { mode: 0o600, flag: "wx" })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  const secret = Buffer.from((await readFile(path, "utf8")).trim(), "hex")
  if (secret.length !== 32) throw new Error(`${path} should hold 64 hexadecimal digits`)
  return secret
}
