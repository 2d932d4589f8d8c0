import { defineConfig } from "vitest/config"

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
      { test: { name: "fuzz", include: ["packages/*/src/**/*.fuzz.test.ts"], exclude: skip, testTimeout: 600_000 } },
    ],
    testTimeout: 30_000,
  },
})
