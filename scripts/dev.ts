// `pnpm dev`: bundles the web app again on every change, and starts the server again on every change of either. One address, the
// server's, just as in use; reload the page to see a change.
import { spawn, type ChildProcess } from "node:child_process"
import { unwatchFile, watchFile } from "node:fs"
import { join } from "node:path"
import { perform, root, words } from "./parts.ts"

const web = join(root, "apps/web")
const page = join(web, "dist/index.html")
if ((await perform(words)).failed) process.exit(1)

const bundler = spawn("node_modules/.bin/vite", ["build", "--watch"], { cwd: web, stdio: "inherit" })
let server: ChildProcess | null = null
let over = false

function startServer(): void {
  if (over) return
  server = spawn(process.execPath, ["--watch", "--watch-preserve-output", "apps/server/src/main.ts"], { cwd: root, stdio: "inherit" })
  server.once("exit", startServer)
}

// The server reads the built page once, when it starts.
watchFile(page, { interval: 300 }, (now, before) => {
  if (now.mtimeMs === 0 || now.mtimeMs === before.mtimeMs) return
  if (server) server.kill("SIGTERM")
  else startServer()
})

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    over = true
    bundler.kill("SIGTERM")
    server?.kill("SIGTERM")
    unwatchFile(page)
  })
