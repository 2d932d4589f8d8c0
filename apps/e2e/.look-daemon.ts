import { writeFileSync } from "node:fs"
import { played } from "./played.ts"
const p = await played()
writeFileSync(
  "/tmp/look/p.json",
  JSON.stringify({ origin: p.server.origin, opened: p.opened, host: p.host, guest: p.guest, other: p.other, shut: p.shut, note: p.note }),
)
console.log("ready")
process.on("SIGTERM", () => void p.server.dispose().then(() => process.exit(0)))
setInterval(() => {}, 1e6)
