// `pnpm dev`: builds the web app again on every change, and starts the server again on every change of its own. One address, the
// server's, just as in use; reload the page to see a change.
import { spawn } from "node:child_process"
import { perform, root, webBuild } from "./parts.ts"

if ((await perform(webBuild)).failed) process.exit(1)
const start = (program: string, ...args: string[]) => spawn(program, args, { cwd: root, stdio: "inherit" })
const children = [
  start("npx", "--yes", "--no-install", "vite", "build", "--watch", "apps/web"),
  start(process.execPath, "--watch", "--watch-preserve-output", "apps/server/src/main.ts"),
]
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
