// `npm start`: installs, builds, starts the server under Node 24.
import { become, build, install, needNode, node } from "./setup.mjs"

needNode()
await install()
await build()
become(node, ["apps/server/src/main.ts"])
