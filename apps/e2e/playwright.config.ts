import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "@playwright/test"

const chromium = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
)

// How many kills and full disks: campaigns.json, as scripts/sizes.ts reads it; the environment wins.
const sizes = JSON.parse(readFileSync(join(import.meta.dirname, "../../campaigns.json"), "utf8")) as Record<
  string,
  { ordinary: number; full: number }
>
for (const [name, size] of Object.entries(sizes))
  process.env[name] ??= String(process.env["CAMPAIGN"] === "full" ? size.full : size.ordinary)

// Two cores: one story at a time, or they slow each other into failure.
export default defineConfig({
  outputDir: "./test-results",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "stories", testDir: "./scenarios" },
    // `pnpm shots`: pictures, not proofs.
    { name: "shots", testDir: ".", testMatch: "shots.ts", timeout: 15 * 60_000 },
  ],
  use: {
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A name on the network, as phones in a hall see it: plain http that no browser trusts as it trusts localhost.
        "--host-resolver-rules=MAP hall.test 127.0.0.1",
      ],
    },
    actionTimeout: 10_000,
    // Phones in a hall have none (plain http). The stories about it allow it for their own phones.
    serviceWorkers: "block",
  },
})
