// One scenario against one server: starts the server, is the load, says the figures to who forked it. A process of its own, so that no run leaves anything to the next.
import { PROGRAMS, SERVERS } from "./servers.ts"
import { ServerProcess } from "./server-process.ts"
import { SCENARIOS } from "./scenarios/index.ts"
import type { Figures } from "./scenarios/scenario.ts"

export type Outcome = { ok: true; figures: Figures } | { ok: false; why: string }

async function run(scenarioId: string | undefined, serverName: string | undefined): Promise<Outcome> {
  const scenario = SCENARIOS.find(({ id }) => id === scenarioId)
  const name = SERVERS.find((one) => one === serverName)
  if (!scenario || !name) return { ok: false, why: `no such run: ${scenarioId} ${serverName}` }
  const servers: ServerProcess[] = []
  const another = async (): Promise<ServerProcess> => {
    const server = await ServerProcess.start(PROGRAMS[name])
    servers.push(server)
    return server
  }
  try {
    return { ok: true, figures: await scenario.run({ name, server: await another(), another }) }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ok: false, why: `${why}\n${servers.map(({ output }) => output).join("\n")}` }
  } finally {
    for (const server of servers) await server.dispose()
  }
}

process.on("disconnect", () => process.exit(1))
const [, , scenarioId, serverName] = process.argv
const outcome = await run(scenarioId, serverName)
process.send?.(outcome, () => process.exit(0))
