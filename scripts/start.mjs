// `npm start`: installs, builds, starts the server under Node 24.
import { become, build, install, needNode, node } from "./setup.mjs"

needNode()
await install()
await build()
// Left alone, Node lets what is young in memory grow to 130 MB: more than a thousand quiet rooms hold.
become(node, ["--max-semi-space-size=8", "apps/server/src/main.ts"])
