// Seeds of a hall with bad Wi-Fi, kills and full disks. FUZZ_SEEDS, FUZZ_STEPS and FUZZ_SEED scale and repeat; a failure prints the command.
import { expect, test } from "vitest"
import { honestFrames, Simulation, sizeOf, type Mutant } from "./testing/index.ts"

const SEEDS = sizeOf("FUZZ_SEEDS")
const STEPS = sizeOf("FUZZ_STEPS")
const FIRST = sizeOf("FUZZ_SEED")

test(`${SEEDS} seeds of ${STEPS} steps: nothing lost, nothing shown too early, nothing forged, all equal`, async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const faults = await Simulation.run({ seed, steps: STEPS, phones: 2 + (seed % 15) })
    expect(faults, `FUZZ_SEED=${seed} FUZZ_SEEDS=1 FUZZ_STEPS=${STEPS} pnpm fuzz converge`).toEqual([])
  }
  expect(honestFrames).toBeGreaterThan(SEEDS * 50)
  process.stdout.write(
    `= convergence: ${SEEDS} seeds from ${FIRST}, ${STEPS} steps each, up to 16 phones, ${honestFrames} honest frames: 0 diverged, 0 lost, 0 refused for good\n`,
  )
})

test.each<Mutant>(["ack-before-commit", "synchronous-off", "no-guard", "no-compare-and-set", "shared-client-id"])(
  "the mutant %s is caught",
  async (mutant) => {
    for (let seed = 1; seed <= 60; seed++) {
      const faults = await Simulation.run({ seed, steps: 400, phones: 6, mutant }).catch((error: unknown) => [
        { law: "equal", what: String(error) },
      ])
      if (faults.length === 0) continue
      process.stdout.write(`= mutant ${mutant}: caught at seed ${seed} (${faults[0]?.law ?? ""})\n`)
      return
    }
    expect.fail("nobody noticed")
  },
)
