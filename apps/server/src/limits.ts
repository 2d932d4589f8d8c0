// Guessing made slow, and filling the disk. Of guesses only wrong ones count: a try is taken when it begins, so that many at once are limited
// too, and given back when it was right. A hall of three hundred behind one address joins at once without meeting any of this.
import { createHash } from "node:crypto"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

export type Guesser = { address: string; device: string }
type Try = { ok: true; right(): Promise<void>; wrong(): Promise<void> } | { ok: false; waitSeconds: number }
export type Turn = { ok: true } | { ok: false; waitSeconds: number }
export type Limits = {
  /** A guess at a six-digit code. `onFlood` of createLimits is called when the whole instance saw too many wrong ones. */
  code(who: Guesser): Promise<Try>
  /** A guess at three return words in a workshop of so many seats. */
  returnCode(who: Guesser, workshopId: string, seats: number): Promise<Try>
  /** One more workshop opened from this address. Programs on the machine itself are its owner's, and not counted. */
  opening(address: string): Promise<Turn>
  /** Something said privately from this address: each time the disk is cleared of what stood there before. */
  saying(address: string): Promise<Turn>
}

/** How often one address may say what it needs, or change it, in an hour: a library where many fill it in still fits. */
export const NEEDS_AN_HOUR = 120
export const WRONG_TRIES = { deviceAMinute: 8, addressAMinute: 60, instanceAnHour: 300, seatAnHour: 5 } as const
/** Workshops one address may open in an hour: a training with a class of facilitators behind one address still fits. */
export const OPENINGS_AN_HOUR = 60
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
/** A workshop of one is allowed a few people who mistype. */
const SEATS_AT_LEAST = 4

export function createLimits(onFlood: () => Promise<void>): Limits {
  const device = new RateLimiterMemory({ keyPrefix: "d", points: WRONG_TRIES.deviceAMinute, duration: 60 })
  const address = new RateLimiterMemory({ keyPrefix: "a", points: WRONG_TRIES.addressAMinute, duration: 60 })
  const instance = new RateLimiterMemory({ keyPrefix: "i", points: WRONG_TRIES.instanceAnHour, duration: 3600 })
  const workshop = new RateLimiterMemory({ keyPrefix: "w", points: Number.MAX_SAFE_INTEGER, duration: 3600 })

  const openings = new RateLimiterMemory({ keyPrefix: "o", points: OPENINGS_AN_HOUR, duration: 3600 })
  const needs = new RateLimiterMemory({ keyPrefix: "n", points: NEEDS_AN_HOUR, duration: 3600 })

  /** Takes one try from the device and the address. */
  async function begin(who: Guesser): Promise<Try> {
    const taken: [RateLimiterMemory, string][] = []
    const giveBack = async () => {
      for (const [limiter, key] of taken) await limiter.reward(key)
    }
    for (const [limiter, key] of [[device, digest(`${who.address} ${who.device}`)] as const, [address, digest(who.address)] as const]) {
      const left = await limiter.consume(key).catch(asLimit)
      if (left instanceof RateLimiterRes && left.consumedPoints > limiter.points) {
        await giveBack()
        return { ok: false, waitSeconds: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) }
      }
      taken.push([limiter, key])
    }
    return { ok: true, right: giveBack, wrong: async () => {} }
  }

  return {
    async opening(address) {
      if (LOOPBACK.test(address)) return { ok: true }
      return turnOf(openings, address)
    },
    saying: (address) => turnOf(needs, address),
    async code(who) {
      const begun = await begin(who)
      if (!begun.ok) return begun
      return {
        ...begun,
        wrong: async () => {
          const { consumedPoints } = await instance.penalty("all")
          if (consumedPoints < WRONG_TRIES.instanceAnHour) return
          await instance.delete("all")
          await onFlood()
        },
      }
    },
    async returnCode(who, workshopId, seats) {
      const begun = await begin(who)
      if (!begun.ok) return begun
      const all = await workshop.penalty(workshopId)
      const right = async () => {
        await workshop.reward(workshopId)
        await begun.right()
      }
      if (all.consumedPoints <= WRONG_TRIES.seatAnHour * Math.max(seats, SEATS_AT_LEAST)) return { ...begun, right }
      await right()
      return { ok: false, waitSeconds: Math.max(1, Math.ceil(all.msBeforeNext / 1000)) }
    },
  }
}

async function turnOf(limiter: RateLimiterMemory, address: string): Promise<Turn> {
  const left = await limiter.consume(digest(address)).catch(asLimit)
  if (left.consumedPoints <= limiter.points) return { ok: true }
  return { ok: false, waitSeconds: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) }
}

/** The limiter rejects with its result, not an error, when nothing is left. */
function asLimit(error: unknown): RateLimiterRes {
  if (error instanceof RateLimiterRes) return error
  throw error
}
/** Addresses are kept only as a hash, and only as long as the window. */
const digest = (text: string): string => createHash("sha256").update(text).digest("base64url")
