// What `npm start` and `npm test` do before anything else: install and build, each only when something changed since the last time.
// Runs under any Node >= 20 with nothing installed yet, so: plain JavaScript, no dependencies. Says in plain words what it does, and
// on failure names the one missing thing.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const onWindows = process.platform === "win32"
/** The Node 24 that the lockfile brings; there once install() is done. */
export const node = join(root, "node_modules/node/bin", onWindows ? "node.exe" : "node")
/** For everything started from here: our own tools and Node 24 first, and nobody is told about it. */
export const env = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
}

export const say = (words) => console.log(`Evenboard: ${words}`)
/** Ends the program with the one thing that is missing. */
export function missing(words) {
  console.error(`\nEvenboard cannot go on. ${words}`)
  process.exit(1)
}

export function needNode() {
  const [major = 0] = process.versions.node.split(".").map(Number)
  if (major < 20) missing(`It needs Node 20 or newer, and this is Node ${process.versions.node}. Get one from https://nodejs.org`)
}

/** Brings every package, Node 24 and pnpm included, as the lockfile says. */
export async function install() {
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...folders("apps"), ...folders("packages")]
  await whenChanged("install", inputs, [node], async () => {
    say("installing what it needs. The first time this takes a minute or two …")
    const { code, output } = await pnpm(["install", "--frozen-lockfile", "--loglevel=error", "--config.confirmModulesPurge=false"])
    if (code !== 0) missing(whyInstallFailed(output))
  })
}

const folders = (kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}/package.json`)

/** Compiles the words and bundles the web app. */
export async function build() {
  const inputs = ["pnpm-lock.yaml", "turbo.json", "tsconfig.base.json", "apps/web", "packages"].flatMap(filesIn)
  const made = ["apps/web/dist/index.html", "packages/words/src/catalogs/ids.ts"].map((path) => join(root, path))
  await whenChanged("build", inputs, made, async () => {
    say("building the pages …")
    const { code, output } = await pnpm(["run", "build"], { quiet: true })
    if (code === 0) return
    console.error(output)
    missing("The build failed; the lines above say where.")
  })
}

/** Does `work` unless `made` is there already, made from the same `inputs`. */
async function whenChanged(name, inputs, made, work) {
  const stamp = join(root, "node_modules/.cache/evenboard", name)
  const now = digestOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now && made.every(existsSync)) return
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function digestOf(inputs) {
  const hash = createHash("sha256").update(process.platform + process.arch)
  for (const path of inputs) if (existsSync(join(root, path))) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest("hex")
}

const MADE = new Set(["node_modules", "dist", "catalogs", ".turbo", ".cache"])

function filesIn(path) {
  const here = join(root, path)
  if (!existsSync(here)) return []
  const names = readdirNames(here)
  return names ? names.filter((name) => !MADE.has(name)).flatMap((name) => filesIn(`${path}/${name}`)) : [path]
}

/** Names in a folder, in order; null for a file. */
function readdirNames(path) {
  try {
    return readdirSync(path).sort()
  } catch {
    return null
  }
}

function pnpm(args, options) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  return run("npx", ["--yes", packageManager, ...args], options)
}

/** Runs a command, shows what it says (unless quiet) and keeps the end of it. */
function run(command, args, { quiet = false } = {}) {
  return new Promise((done) => {
    let output = ""
    const keep = (to) => (chunk) => {
      if (!quiet) to.write(chunk)
      output = (output + chunk).slice(-20_000)
    }
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], shell: onWindows })
    child.stdout.on("data", keep(process.stdout))
    child.stderr.on("data", keep(process.stderr))
    child.on("error", (error) => done({ code: 127, output: String(error) }))
    child.on("close", (code) => done({ code, output }))
  })
}

function whyInstallFailed(output) {
  if (/spawn npx ENOENT/.test(output)) return "npm is missing: it comes with Node, from https://nodejs.org"
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/.test(output))
    return "The network is missing: npm's registry cannot be reached. Try again once this computer is online."
  if (/ENOSPC/.test(output)) return "Room on the disk is missing: make some and try again."
  if (/EACCES|EPERM/.test(output)) return `The right to write into ${root} is missing.`
  return "The packages could not be installed; the lines above say which and why."
}

/** Runs a program to its end with our own input and output; passes signals on, and ends as it ended. */
export function become(program, args, more = {}) {
  const child = spawn(program, args, { cwd: root, env: { ...env, ...more }, stdio: "inherit" })
  // Once each: a signal to the whole group, or Ctrl-C in a terminal, reaches the child by itself as well. The child decides when it is over.
  const passed = new Set(process.stdin.isTTY ? ["SIGINT"] : [])
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (!passed.has(signal)) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal)
      passed.add(signal)
    })
  endWithParent(child)
  child.on("error", (error) => missing(`${program} could not be started: ${error.message}`))
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** npm that is killed outright takes nothing along; without this its server would stay behind and hold the port. */
function endWithParent(child) {
  if (!process.env.npm_lifecycle_event || onWindows) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref()
}

/** True when a command is there and works. */
export const works = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0
