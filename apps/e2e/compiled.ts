// Before the stories: one server starts and stops in good order, and leaves its compiled code for all that start after it, which are
// killed and would leave none. That is most of what a start costs.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { COMPILED, TestServer } from "./server.ts"

export default async function compiled(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "evenboard-compiled-"))
  process.env[COMPILED] = folder
  const server = await TestServer.start()
  await server.stop()
  await server.dispose()
  return () => rm(folder, { recursive: true, force: true })
}
