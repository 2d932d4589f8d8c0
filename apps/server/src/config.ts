// The only reader of process.env: env → Config, naming every bad variable at once.
export type Config = {
  port: number
  host: string
  /** Folder of the database and the instance secret. */
  dataDir: string
  /** Public origin, without a slash at the end; null = what the Host header says. */
  url: string | null
  trustProxy: boolean
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "silent"
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const
const KNOWN = new Set(["EVENBOARD_DATA", "EVENBOARD_URL", "EVENBOARD_TRUST_PROXY", "EVENBOARD_LOG"])

/** One bad setting. `why` has its sentence in the words area `start`. */
type ConfigFault = { name: string; value: string; why: "unknown" | "port" | "url" | "yes-or-no" | "log-level" }

/** Stops the start. Carries every bad setting, not only the first. */
export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[]
  constructor(faults: readonly ConfigFault[]) {
    super(`bad settings: ${faults.map((fault) => `${fault.name} (${fault.why})`).join(", ")}`)
    this.name = "ConfigError"
    this.faults = faults
  }
}

type Env = Record<string, string | undefined>

/** Throws ConfigError. An empty variable counts as not set. */
export function readConfig(env: Env): Config {
  const faults: ConfigFault[] = []
  /** The value read, or the default after noting the fault. */
  const read = <T>(name: string, otherwise: T, why: ConfigFault["why"], parse: (value: string) => T | undefined): T => {
    const value = env[name]?.trim()
    if (!value) return otherwise
    const parsed = parse(value)
    if (parsed === undefined) faults.push({ name, value, why })
    return parsed ?? otherwise
  }
  for (const name of Object.keys(env).toSorted())
    if (name.startsWith("EVENBOARD_") && !KNOWN.has(name)) faults.push({ name, value: env[name] ?? "", why: "unknown" })
  const config: Config = {
    port: read("PORT", 4400, "port", parsePort),
    host: env["HOST"]?.trim() || "0.0.0.0",
    dataDir: env["EVENBOARD_DATA"]?.trim() || "./data",
    url: read<string | null>("EVENBOARD_URL", null, "url", parseOrigin),
    trustProxy: read("EVENBOARD_TRUST_PROXY", false, "yes-or-no", parseYes),
    logLevel: read<Config["logLevel"]>("EVENBOARD_LOG", "info", "log-level", (value) => LOG_LEVELS.find((level) => level === value)),
  }
  if (faults.length) throw new ConfigError(faults)
  return config
}

const parsePort = (value: string) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined)

/** An http or https address with nothing behind the host. */
function parseOrigin(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash || url.username || url.password)
    return undefined
  return url.origin
}

function parseYes(value: string): boolean | undefined {
  if (/^(1|true|yes|on)$/i.test(value)) return true
  return /^(0|false|no|off)$/i.test(value) ? false : undefined
}
