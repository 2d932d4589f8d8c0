// `pnpm bench:client` from nothing: installs and builds the peers' pages (a package of its own, that nothing else needs), builds our app,
// then measures.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(import.meta.dirname, "../../../..")
const PEERS = join(ROOT, "apps/bench/client-peers")
const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { packageManager: string }
const pnpm = ["--yes", packageManager]

function must(cwd: string, program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] })
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}`)
}

must(PEERS, "npx", ...pnpm, "install", "--ignore-workspace", "--frozen-lockfile", "--ignore-scripts", "--loglevel=error")
must(PEERS, "npx", ...pnpm, "--ignore-workspace", "run", "build")
must(ROOT, "npx", ...pnpm, "run", "build")
await import("./main.ts")
