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
