// `pnpm e2e`: builds, then plays the stories in a real browser, one at a time. `pnpm shots` takes the pictures instead. More arguments
// go to Playwright: `pnpm e2e -g "join"`.
import { perform, playwright, playwrightConfig, run, webBuild } from "./parts.ts"

const given = process.argv.slice(2).filter((argument) => argument !== "--")
const projects = given.includes("--shots") ? ["shots"] : ["long", "stories", "measured"]
if ((await perform(webBuild)).failed) process.exit(1)
const args = [...projects.map((project) => `--project=${project}`), "--workers=1", ...given.filter((argument) => argument !== "--shots")]
const { code } = await run(playwright, ["test", playwrightConfig, ...args], { live: true })
process.exitCode = code
