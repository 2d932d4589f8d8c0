import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createLimits, OPENINGS_AN_HOUR, WRONG_TRIES } from "./limits.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const who = (n: number, address = "10.0.0.1") => ({ address, device: `phone ${n}` })

test("three hundred right codes behind one address never meet a limit", async () => {
  const limits = createLimits(async () => {})
  for (let n = 0; n < 300; n++) {
    const attempt = await limits.code(who(n))
    if (!attempt.ok) throw new Error("limited")
    await attempt.right()
  }
})

test("an address has sixty wrong tries a minute, however many devices it claims to be, and then waits at most a minute", async () => {
  const limits = createLimits(async () => {})
  for (let n = 0; n < WRONG_TRIES.addressAMinute; n++) {
    const attempt = await limits.code(who(n))
    if (!attempt.ok) throw new Error("limited too early")
    await attempt.wrong()
  }
  const limited = await limits.code(who(1000))
  expect(limited).toEqual({ ok: false, waitSeconds: 60 })
  expect((await limits.code(who(1, "10.0.0.2"))).ok).toBe(true)
  vi.advanceTimersByTime(61_000)
  expect((await limits.code(who(1001))).ok).toBe(true)
})

test("tries that begin at the same moment are limited too", async () => {
  const limits = createLimits(async () => {})
  const begun = await Promise.all(Array.from({ length: 50 }, () => limits.code(who(1))))
  expect(begun.filter((attempt) => attempt.ok)).toHaveLength(WRONG_TRIES.deviceAMinute)
})

test("three hundred wrong codes in an hour on the whole instance raise the alarm once, and then the count begins anew", async () => {
  const onFlood = vi.fn(async () => {})
  const limits = createLimits(onFlood)
  for (let n = 0; n < WRONG_TRIES.instanceAnHour; n++) {
    expect(onFlood).not.toHaveBeenCalled()
    const attempt = await limits.code(who(n, `10.0.${n % 200}.1`))
    if (!attempt.ok) throw new Error("limited")
    await attempt.wrong()
  }
  expect(onFlood).toHaveBeenCalledOnce()
})

test("a workshop has five wrong return codes an hour for each seat, from however many addresses", async () => {
  const limits = createLimits(async () => {})
  const attempt = (n: number, workshop = "w1") => limits.returnCode(who(n, `10.1.${n}.1`), workshop, 6)
  for (let n = 0; n < 30; n++) {
    const one = await attempt(n)
    if (!one.ok) throw new Error("limited too early")
    await one.wrong()
  }
  expect((await attempt(31)).ok).toBe(false)
  expect((await attempt(32, "w2")).ok).toBe(true)
  vi.advanceTimersByTime(3_601_000)
  expect((await attempt(33)).ok).toBe(true)
})

test("an address opens sixty workshops an hour and then waits; other addresses and the machine itself go on", async () => {
  const limits = createLimits(async () => {})
  for (let n = 0; n < OPENINGS_AN_HOUR; n++) expect(await limits.opening("10.0.0.1")).toEqual({ ok: true })
  expect(await limits.opening("10.0.0.1")).toEqual({ ok: false, waitSeconds: 3600 })
  expect((await limits.opening("10.0.0.2")).ok).toBe(true)
  for (let n = 0; n < 100; n++) expect((await limits.opening("127.0.0.1")).ok).toBe(true)
  vi.advanceTimersByTime(3_601_000)
  expect((await limits.opening("10.0.0.1")).ok).toBe(true)
})
