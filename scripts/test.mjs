// `npm test`: installs, finds the browsers (or gets Debian's), then runs every check and every test.
import { spawnSync } from "node:child_process"
import { become, env, install, missing, needNode, node, say, works } from "./setup.mjs"

/** What the stories are played in. Each name is also the variable that may give its path; `proof` is what makes it say that it works. */
const PROGRAMS = {
  CHROMIUM: {
    what: "A Chromium browser",
    debian: "chromium-headless-shell",
    elsewhere: "install Chrome, or set CHROMIUM to its path",
    proof: "--version",
    // The same browser without windows, which plays the stories in half the time. Any other will do.
    best: "/usr/bin/chromium-headless-shell",
    paths: [
      "/usr/bin/chromium-headless-shell",
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/opt/google/chrome/chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
  },
  FIREFOX: {
    what: "Firefox",
    debian: "firefox-esr",
    elsewhere: "install Firefox, or set FIREFOX to its path",
    proof: "--version",
    paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
  },
  WEBKIT_DRIVER: {
    what: "WebKitGTK with its driver",
    debian: "webkit2gtk-driver",
    elsewhere: "it is there for Linux only, so test in a container; or set WEBKIT_DRIVER to its path",
    proof: "--help",
    paths: ["/usr/bin/WebKitWebDriver"],
  },
  XVFB: {
    what: "Xvfb, the screen that WebKit is shown on,",
    debian: "xvfb",
    elsewhere: "install Xvfb, or set XVFB to its path",
    proof: "-help",
    paths: ["/usr/bin/Xvfb", "/opt/X11/bin/Xvfb"],
  },
}

/** Where each of them is, under its name. */
function browsers() {
  for (const [name, { proof }] of Object.entries(PROGRAMS)) {
    const given = process.env[name]
    if (given && !works(given, proof)) missing(`${name} is ${given}, but nothing starts there.`)
  }
  const wanted = [...absent(), ...(process.env.CI ? secondBest() : [])]
  if (wanted.length > 0) installDebians(wanted.map(({ debian }) => debian))
  const [first] = absent()
  if (first) missing(`${first.what} is missing. On Debian: sudo apt-get install ${first.debian}. Elsewhere: ${first.elsewhere}.`)
  return Object.fromEntries(Object.keys(PROGRAMS).map((name) => [name, find(name)]))
}

const find = (name) => process.env[name] || PROGRAMS[name].paths.find((path) => works(path, PROGRAMS[name].proof))
const absent = () => Object.keys(PROGRAMS).flatMap((name) => (find(name) ? [] : [PROGRAMS[name]]))
/** There, and not the best there is; a path that was given is meant. */
const secondBest = () =>
  Object.entries(PROGRAMS).flatMap(([name, program]) =>
    program.best && !process.env[name] && find(name) && find(name) !== program.best ? [program] : [],
  )

function installDebians(packages) {
  const may = process.getuid?.() === 0 && works("apt-get", "--version")
  if (!may) return
  say(`installing Debian's ${packages.join(", ")}, to test in real browsers …`)
  const apt = (...args) => spawnSync("apt-get", args, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } })
  apt("update")
  apt("install", "-y", "--no-install-recommends", ...packages, "fonts-noto-core")
}

needNode()
await install()
become(node, ["scripts/all-tests.ts"], browsers())
