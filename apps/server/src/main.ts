// Wires everything, prints where people reach it, and stops it without losing anything. The only file with a process, a port and a clock.
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pino from "pino"
import { openSqlite } from "@evenboard/storage"
import { createApp } from "./app.ts"
import { ConfigError, readConfig, type Config } from "./config.ts"
import type { Deps, Log } from "./deps.ts"
import { openSecret } from "./keys.ts"
import { lanAddress } from "./lan.ts"
import { createLive, laterByTimer } from "./live/live.ts"
import { createRehearsals } from "./rehearsal/rehearsals.ts"
import { purge, PURGE_EVERY_MS } from "./retention.ts"
import { readSite } from "./site.ts"
import { attachSockets } from "./socket.ts"
import { httpServer } from "./http-server.ts"
import { greeting } from "./greeting.ts"
import { guessLocale, wordsOf } from "./words.ts"

const words = wordsOf(guessLocale())
const WEB = join(import.meta.dirname, "../../web/dist")
/** Under the five seconds that whoever stops it is promised; what is committed by then is safe anyway. */
const STOP_WITHIN_MS = 4_500
const GOODBYE_MS = 1_500

const print = (lines: string): void => void process.stdout.write(`${lines}\n`)
function stopWith(sentences: string): never {
  process.stderr.write(`${sentences}\n`)
  process.exit(1)
}

function configOrStop(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const faults = error.faults.map(
      ({ name, value, why }) =>
        `  ${why === "unknown" ? words.say("start.fault-unknown", { name }) : words.say(`start.fault-${why}`, { name, value })}`,
    )
    return stopWith([words.say("start.bad-settings"), ...faults].join("\n"))
  }
}

async function openData(folder: string): Promise<Pick<Deps, "secret" | "store">> {
  try {
    return { secret: await openSecret(folder, randomBytes), store: await openSqlite(join(folder, "evenboard.sqlite")) }
  } catch (error) {
    return stopWith(words.say("start.cannot-keep", { folder, why: error instanceof Error ? error.message : String(error) }))
  }
}

const config = configOrStop()
const log: Log = pino({ level: config.logLevel, base: null }, pino.destination(2))
const { secret, store } = await openData(config.dataDir)
const now = () => Date.now()
const live = createLive({ store, log, now, words: wordsOf })
const deps: Deps = { config, store, live, log, now, random: randomBytes, words: wordsOf, secret }

let port = config.port
const everywhere = ["0.0.0.0", "::", ""].includes(config.host)
const lanOrigin = (): string | null => {
  const address = everywhere ? lanAddress() : null
  return address ? `http://${address}:${port}` : null
}
const site = { ...(await readSite(WEB)), lanOrigin }
const rehearsals = createRehearsals({ ...deps, later: laterByTimer })
const app = createApp(deps, site, rehearsals)
const server = httpServer(app.fetch)
const sockets = attachSockets({ server, store, live, log, config, secret })

server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") stopWith(words.say("start.port-taken", { port: String(config.port) }))
  throw error
})
server.listen(config.port, config.host, () => {
  const address = server.address()
  if (address && typeof address === "object") port = address.port
  print(greeting(words, { config, port, lan: lanOrigin(), built: site.shell !== null }))
})

const purgeNow = (): void => void purge(deps).catch((error: unknown) => log.error({ err: error }, "could not look for what to remove"))
const purging = setInterval(purgeNow, PURGE_EVERY_MS)
purgeNow()

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  clearInterval(purging)
  const closed = once(server, "close")
  server.close()
  rehearsals.stop()
  await live.close()
  server.closeIdleConnections()
  // The phones' goodbyes (1012) are on their way; who does not answer is cut off.
  await Promise.race([closed, sleep(GOODBYE_MS)])
  sockets.close()
  server.closeAllConnections()
  await store.close()
  print(words.say("start.stopping"))
  process.exit(0)
}
// A fault that nobody caught is one request's or one room's: it is told, and the other workshops go on.
process.on("unhandledRejection", (error) => log.error({ err: error }, "a fault that nobody caught"))
process.on("SIGTERM", () => void stop())
process.on("SIGINT", () => void stop())
