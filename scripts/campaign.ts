// `pnpm campaign [NAME …]`: runs the campaigns in full, one after the other, and writes what each said of itself to docs/CAMPAIGNS.md.
// With names, only those, and only their sections are replaced. A run that fails says so in its section and in the exit code.
// A campaign is a test; the lines of its output that begin with "= " are its counts.
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { playwright, playwrightConfig, root, run, unmeasured } from "./parts.ts"
import { sizesFor } from "./sizes.ts"

type Campaign = { name: string; what: string; sizes: string[]; program: string; args: string[] }

const vitest = (...files: string[]) => ({ program: "vitest", args: ["run", "--project=fuzz", ...files] })
const stories = (file: string) => ({ program: playwright, args: ["test", playwrightConfig, ...unmeasured, "--reporter=list", file] })

const CAMPAIGNS: readonly Campaign[] = [
  { name: "guard", what: "Frames altered in bytes and structure, against the guard", sizes: ["FUZZ_RUNS"], ...vitest("guard/guard.fuzz") },
  { name: "room", what: "Frames altered in bytes and structure, sent into a room", sizes: ["FUZZ_ROOM"], ...vitest("altered.fuzz") },
  { name: "bombs", what: "The costliest frames of up to 1 MB", sizes: [], ...vitest("guard/bombs.fuzz") },
  { name: "honest", what: "Honest frames of every kind", sizes: ["FUZZ_HONEST"], ...vitest("honest.fuzz") },
  { name: "forged", what: "Forged structs of every class", sizes: ["FUZZ_FORGED"], ...vitest("forge.fuzz") },
  { name: "presence", what: "Forged presence of every class", sizes: ["FUZZ_FORGED"], ...vitest("presence.fuzz") },
  { name: "endings", what: "Workshops that end or are deleted while phones write", sizes: ["FUZZ_ENDINGS"], ...vitest("ending.fuzz") },
  { name: "removals", what: "People removed while they write", sizes: ["FUZZ_REMOVALS"], ...vitest("removal.fuzz") },
  { name: "erasure", what: "People who have everything of theirs deleted", sizes: ["ERASE_BOARDS"], ...vitest("erasing.fuzz") },
  {
    name: "convergence",
    what: "A hall with bad Wi-Fi, kills and full disks; every mutant",
    sizes: ["FUZZ_SEEDS", "FUZZ_STEPS"],
    ...vitest("converge.fuzz"),
  },
  { name: "kills", what: "SIGKILL under load", sizes: ["KILLS"], ...stories("kill.spec") },
  { name: "bad-disk", what: "ENOSPC, EIO and a torn page", sizes: ["BAD_WRITES", "BAD_FSYNCS"], ...stories("bad-disk.spec") },
]

const FILE = join(root, "docs/CAMPAIGNS.md")
const HEAD = `# Campaigns

What \`pnpm campaign\` ran in full (CAMPAIGN=full, sizes in campaigns.json), as each run said it itself. \`npm test\` runs a part of each.
`
const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim()

/** One campaign's part of the file, with its heading. */
async function sectionOf({ name, what, sizes, program, args }: Campaign): Promise<{ section: string; failed: boolean }> {
  const all = sizesFor({ ...process.env, CAMPAIGN: "full" })
  const from = performance.now()
  const { code, output } = await run(program, args, { more: { ...all, CAMPAIGN: "full" } })
  const minutes = ((performance.now() - from) / 60_000).toFixed(1)
  const counts = output.split("\n").flatMap((line) => /^\s*= (.*)$/.exec(line)?.[1] ?? [])
  const failed = code !== 0 || counts.length === 0
  if (failed) console.log(output.split("\n").slice(-80).join("\n"))
  const size = sizes.map((one) => `${one}=${all[one]}`).join(" ")
  const changed = git("status", "--porcelain", "--", "packages", "apps") === "" ? "" : " with changes"
  const when = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, commit ${git("rev-parse", "--short", "HEAD")}${changed}, node ${process.versions.node}`
  const lines = [`## ${name}`, "", `${what}. ${failed ? "**Failed.** " : ""}${when}, ${minutes} min${size && `, ${size}`}.`, ""]
  return { section: [...lines, ...counts.map((line) => `- ${line}`), ""].join("\n"), failed }
}

/** Sections as they stand in the file, by name. */
function written(): Map<string, string> {
  const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : ""
  return new Map(
    text.split(/^(?=## )/m).flatMap((part) => (part.startsWith("## ") ? [[part.slice(3, part.indexOf("\n")), part] as const] : [])),
  )
}

function write(name: string, section: string): void {
  const sections = written().set(name, section)
  const inOrder = CAMPAIGNS.flatMap((campaign) => sections.get(campaign.name)?.trimEnd() ?? [])
  writeFileSync(FILE, `${[HEAD.trimEnd(), ...inOrder].join("\n\n")}\n`)
}

const names = process.argv.slice(2).filter((argument) => argument !== "--")
const unknown = names.filter((name) => !CAMPAIGNS.some((campaign) => campaign.name === name))
if (unknown.length > 0) {
  console.log(`There is no ${unknown.join(", ")}. There are: ${CAMPAIGNS.map(({ name }) => name).join(", ")}`)
  process.exit(2)
}
for (const campaign of CAMPAIGNS) {
  if (names.length > 0 && !names.includes(campaign.name)) continue
  const { section, failed } = await sectionOf(campaign)
  write(campaign.name, section)
  console.log(section)
  if (failed) process.exitCode = 1
}
