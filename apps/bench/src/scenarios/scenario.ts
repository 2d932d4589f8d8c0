// What a scenario is: one server, fresh, and figures by name. A figure that could not be taken is missing.
import type { ServerName } from "../servers.ts"
import type { ServerProcess } from "../server-process.ts"

export type Figures = Record<string, number>
export type Ground = {
  name: ServerName
  server: ServerProcess
  /** Another fresh server of the same kind, ended with the scenario. */
  another(): Promise<ServerProcess>
}
export type Scenario = {
  id: string
  /** What happens in it, for the report. */
  title: string
  servers: readonly ServerName[]
  run(ground: Ground): Promise<Figures>
}
