// `npm test`: installs, finds a browser (or gets Debian's), then runs every check and every test.
import { spawnSync } from "node:child_process"
import { become, env, install, missing, needNode, node, say, works } from "./setup.mjs"

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

function browser() {
  const given = process.env.CHROMIUM
  if (given) return works(given, "--version") ? given : missing(`CHROMIUM is ${given}, but no browser starts there.`)
  return findBrowser() ?? installBrowser()
}

const findBrowser = () => BROWSERS.find((path) => works(path, "--version"))

function installBrowser() {
  const may = process.getuid?.() === 0 && works("apt-get", "--version")
  if (may) {
    say("installing Debian's chromium, to test in a real browser …")
    const apt = (...args) => spawnSync("apt-get", args, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } })
    apt("update")
    apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core")
  }
  return (
    findBrowser() ??
    missing(
      "A Chromium browser is missing. On Debian: sudo apt-get install chromium. Elsewhere: install Chrome, or set CHROMIUM to its path.",
    )
  )
}

needNode()
await install()
become(node, ["scripts/all-tests.ts"], { CHROMIUM: browser() })
