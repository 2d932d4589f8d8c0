import { defineConfig } from "vitest/config"
import { sizesFor } from "./scripts/sizes.ts"

const fuzz = ["**/*.fuzz.test.ts"]
const skip = ["**/node_modules/**", "**/dist/**"]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "units",
          include: ["packages/*/src/**/*.test.ts", "apps/{server,web,bench}/src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: [...skip, ...fuzz],
        },
      },
      {
        test: {
          name: "fuzz",
          include: ["packages/*/src/**/*.fuzz.test.ts", "apps/server/src/**/*.fuzz.test.ts"],
          exclude: skip,
          testTimeout: 3_600_000,
          env: sizesFor(process.env),
        },
      },
    ],
    testTimeout: 30_000,
  },
})
