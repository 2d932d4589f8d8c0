// How the stories run: which browser, how many at a time, which of them first and which alone.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "@playwright/test"

// The one without windows first: a page of it costs half.
const chromium = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path))

// How many kills and full disks: campaigns.json, as scripts/sizes.ts reads it; the environment wins.
const sizes = JSON.parse(readFileSync(join(import.meta.dirname, "../../campaigns.json"), "utf8")) as Record<
  string,
  { ordinary: number; full: number }
>
for (const [name, size] of Object.entries(sizes))
  process.env[name] ??= String(process.env["CAMPAIGN"] === "full" ? size.full : size.ordinary)

/** They last longest, so they begin first. */
const LONG = ["evening", "story", "kill", "screens"].map((name) => `**/${name}.spec.ts`)
/** Of a story that measures how fast a page is: it has the machine to itself. */
const MEASURED = /@measured/

export default defineConfig({
  outputDir: "./test-results",
  globalSetup: "./compiled.ts",
  // Two stories at a time wait for each other's waiting; `measured` is run with one.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "long", testDir: "./scenarios", testMatch: LONG, grepInvert: MEASURED },
    { name: "stories", testDir: "./scenarios", testIgnore: LONG, grepInvert: MEASURED },
    // A run empties what the run before it left: not what the others left.
    { name: "measured", testDir: "./scenarios", grep: MEASURED, outputDir: "./test-results/measured" },
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
