// What the terminal shows once the server runs: where people reach it, the QR code for phones, and how to stop. Pure.
import { resolve } from "node:path"
import { generate } from "lean-qr"
import type { Words } from "@evenboard/words"
import type { Config } from "./config.ts"

export type Running = { config: Config; port: number; /** Where phones on the same network reach it. */ lan: string | null; built: boolean }

export function greeting(words: Words, { config, port, lan, built }: Running): string {
  const say = words.say
  const loopback = /^(?:localhost|127\.|::1)/.test(config.host)
  const everywhere = ["0.0.0.0", "::", ""].includes(config.host)
  const here = `http://${everywhere || loopback ? "localhost" : bracketed(config.host)}:${port}`
  const forPhones = config.url ?? (everywhere ? lan : loopback ? null : here)
  return [
    "",
    say("start.ready"),
    "",
    say("start.here", { url: here }),
    ...(config.url
      ? [say("start.public", { url: config.url })]
      : forPhones
        ? [say("start.phones", { url: forPhones })]
        : [say(loopback ? "start.only-here" : "start.no-network")]),
    ...(forPhones ? ["", terminalQr(forPhones)] : []),
    "",
    ...(built ? [] : [say("start.not-built")]),
    say("start.kept", { folder: resolve(config.dataDir) }),
    say("start.stop"),
    "",
  ].join("\n")
}

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host)

/** Two rows of the code a line, in half blocks. Light on dark and dark on light both scan, since the quiet zone is drawn too. */
function terminalQr(text: string): string {
  const code = generate(text)
  const lines: string[] = []
  for (let y = -2; y < code.size + 2; y += 2) {
    let line = ""
    for (let x = -2; x < code.size + 2; x++) line += " ▀▄█".charAt((code.get(x, y) ? 0 : 1) + (code.get(x, y + 1) ? 0 : 2))
    lines.push(line)
  }
  return lines.join("\n")
}
