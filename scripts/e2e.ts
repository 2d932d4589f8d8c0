// `pnpm e2e`: builds, then plays the stories in a real browser. `pnpm shots` takes the pictures instead. More arguments go to
// Playwright: `pnpm e2e -g "join"`.
import { perform, playwright, playwrightConfig, run, webBuild } from "./parts.ts"

const given = process.argv.slice(2).filter((argument) => argument !== "--")
const project = given.includes("--shots") ? "shots" : "stories"
if ((await perform(webBuild)).failed) process.exit(1)
const rest = given.filter((argument) => argument !== "--shots")
const { code } = await run(playwright, ["test", playwrightConfig, `--project=${project}`, ...rest], { live: true })
process.exitCode = code
